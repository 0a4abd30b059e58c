// How the product speaks, as far as a machine can hold it: one English spelling, plain lower case, Spanish and Arabic in their own words.
import { describe, expect, test } from '@jest/globals'
import type { Language } from '../../bot/words/sentence.ts'
import { allWords, formsOf } from '../support/all-words.ts'

const words = await allWords()

/** Texts that break a rule, with where they stand. */
function breaking(language: Language, rule: RegExp, within = /./): string[] {
  return words
    .filter(({ table }) => within.test(table))
    .flatMap(({ table, key, said }) =>
      formsOf(said[language])
        .filter(([, text]) => rule.test(text.replace(/\{\w+\}/g, '…')))
        .map(([, text]) => `${table} ${key}: ${text}`),
    )
}

describe('English', () => {
  test.each([
    ['enrol', /\benrol(s|ment)?\b/i],
    ['-ise, -isation', /\b(organi|recogni|reali|summari|apologi|prioriti)s(e|ed|es|ing|ation)\b/i],
    ['-our', /\b(colour|favour|behaviour|honour|neighbour|labour)/i],
    ['programme, centre', /\b(programmes?|centres?|metres?)\b/i],
    ['cancelled, labelled', /\b(cancell|labell|travell|modell)(ed|ing)\b/i],
    ['licence, afterwards', /\b(licence|afterwards|whilst|towards)\b/i],
  ])('has no %s: it is spelled as in the United States', (_, british) => {
    expect(breaking('en', british)).toEqual([])
  })

  test('a session, pairing, cohort or summary is lower case inside a sentence', () => {
    expect(breaking('en', /(?<=[\p{Ll}\p{N},;:’”}–•] )(Session|Pairing|Cohort|Summar(y|ies))s?\b/u)).toEqual(
      [],
    )
    expect(breaking('en', /\b([Tt]he|[Tt]his|[Aa]|[Ee]ach) Program\b/)).toEqual([])
  })
})

/** What one of the two reads about the other. Organizers read of a pair, which is two people and may be called one. */
const readByTheTwo =
  /^bot\/messages\/language text|^bot\/words\/(forms|agreement)|^bot\/words calendar|my-mentoring\//

describe('Spanish', () => {
  test('a partner in mentoring is nobody’s pareja', () => {
    expect(breaking('es', /\bparejas?\b/i, readByTheTwo)).toEqual([])
    expect(
      breaking(
        'es',
        /\b(tu|su|mi|vuestra|otra|nueva|sin|con|tene[rm]\w*|tendr\w+|tienen?|tuv\w+|ser|formar|busca\w*) pareja\b/i,
      ),
    ).toEqual([])
  })

  test('speaks to people in Spain and in Latin America: no vosotros', () => {
    expect(breaking('es', /(?<!\p{L})(vosotr[oa]s|vuestr[oa]s?|os|\p{L}+[áé]is)(?!\p{L})/iu)).toEqual([])
  })

  test('one word for each: aprendiz, edición', () => {
    expect(breaking('es', /mentorizad|\bcohortes?\b|\bmentees?\b/i)).toEqual([])
  })
})

/** WCAG 2.5.3: whoever speaks to their screen says the words they see. */
test.each(['en', 'es', 'ar'] as const)(
  'a name read out begins with the words on the button (%s)',
  (language) => {
    const seen = new Map(words.map(({ table, key, said }) => [`${table} ${key}`, said[language]]))
    const others = words.flatMap(({ table, key, said }) => {
      const button = seen.get(`${table} ${key.replace(/\.(name|for)$/, '')}`)
      if (!/\.(name|for)$/.test(key) || button === undefined) return []
      const [, first] = formsOf(button)[0]!
      return formsOf(said[language])
        .filter(([, text]) => !text.startsWith(first))
        .map(([, text]) => `${table} ${key}: “${first}” is called “${text}”`)
    })
    expect(others).toEqual([])
  },
)

describe('Arabic', () => {
  test('one word for each: a cohort is دفعة, a pair ثنائي', () => {
    expect(breaking('ar', /دورة|أزواج|زوجًا|متلق/)).toEqual([])
  })

  test('a junior is no beginner, and "not at all" is a sentence', () => {
    expect(breaking('ar', /مبتدئ|بعد كل شيء|^(\d+ · )?إطلاقًا$/)).toEqual([])
  })
})
