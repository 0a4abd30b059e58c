/** Every kind of text that a Program may say itself: defaults that fit, words for its form, and a form that can be drawn. */
import { describe, expect, it } from '@jest/globals'
import { contentKinds, defaultOf, kindOf, readBody, shapeOf } from '../../bot/content/kinds.ts'
import { unknownGap } from '../../bot/domain/program/content.ts'
import { isRefused } from '../../bot/domain/refusal.ts'
import { contentWords } from '../../bot/words/content.ts'
import { languages } from '../../bot/words/sentence.ts'

interface Shape {
  type?: string
  enum?: string[]
  properties?: Record<string, Shape>
  items?: Shape
  const?: string
  oneOf?: Shape[]
  anyOf?: Shape[]
}

const variantsOf = ({ oneOf, anyOf }: Shape) => oneOf ?? anyOf ?? []

/** Names of fields, and of the values that are chosen, that somebody reads in the form. */
function namesIn(shape: Shape, name?: string): string[] {
  if (variantsOf(shape).length > 0) return variantsOf(shape).flatMap((one) => namesIn(one, name))
  if (shape.const) return [`value.${name}.${shape.const}`]
  if (shape.properties)
    return Object.entries(shape.properties).flatMap(([field, inner]) =>
      field === 'key' ? [] : [`field.${field}`, ...namesIn(inner, field)],
    )
  if (shape.items) return [`one.${name}`, ...namesIn(shape.items, name)]
  if (shape.enum) return shape.enum.map((value) => `value.${name}.${value}`)
  return []
}

function typesIn(shape: Shape): string[] {
  if (variantsOf(shape).length > 0) return variantsOf(shape).flatMap(typesIn)
  return [
    shape.type ?? 'nothing',
    ...Object.values(shape.properties ?? {}).flatMap(typesIn),
    ...(shape.items ? typesIn(shape.items) : []),
  ]
}

describe.each(contentKinds)('%s', (kind) => {
  const { keys, shown, gaps = [] } = kindOf(kind)

  it.each(languages)('has defaults in %s that fit, with no gap that nobody fills', (language) => {
    for (const key of keys) {
      const body = defaultOf(kind, key, language)
      expect(readBody(kind, body)).toEqual(body)
      expect(unknownGap(body, gaps)).toBeUndefined()
    }
  })

  it.each(languages)('is named in %s, with every field of its form', (language) => {
    const words: Record<string, string> = contentWords[language]
    const wanted = [
      ...[`kind.${kind}`, `shown.${shown}`, ...keys.map((key) => `key.${kind}.${key}`)],
      ...namesIn(shapeOf(kind)),
    ]
    expect(wanted.filter((name) => !words[name])).toEqual([])
  })

  it('has a form of texts, choices, numbers, lists and groups', () => {
    expect(
      typesIn(shapeOf(kind)).filter(
        (type) => !['object', 'array', 'string', 'integer', 'boolean'].includes(type),
      ),
    ).toEqual([])
  })

  it('takes nothing else', () => {
    for (const given of [undefined, null, 'x', [], {}, { ...defaultOf(kind, keys[0]!, 'en'), more: 1 }])
      expect(isRefused(readBody(kind, given) as object)).toBe(true)
  })
})

it('says why a text does not fit', () => {
  const sentences = (...all: unknown[]) => readBody('agreement', { sentences: all })
  expect(sentences('x'.repeat(5000))).toMatchObject({ detail: { why: 'too-long', field: 'sentences.0' } })
  expect(sentences('We meet.', '  ')).toMatchObject({ detail: { why: 'empty', field: 'sentences.1' } })
  expect(sentences()).toMatchObject({ detail: { why: 'too-few' } })
  expect(sentences(...Array(31).fill('x'))).toMatchObject({ detail: { why: 'too-many' } })
  expect(sentences({ $ne: 1 })).toMatchObject({ detail: { why: 'other' } })
})
