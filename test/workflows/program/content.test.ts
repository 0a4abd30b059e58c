/** What a Program says in its own words: who reads what, and what two who write at the same time come to. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { defaultOf } from '../../../bot/content/kinds.ts'
import { isRefused, type Refusal } from '../../../bot/domain/refusal.ts'
import type { Language } from '../../../bot/words/sentence.ts'
import { contentOf, type Written, writeContent } from '../../../bot/workflows/program/content.ts'
import { openCohort, startProduct } from '../../support/product.ts'

let product: Awaited<ReturnType<typeof startProduct>>
let programId: string
beforeAll(async () => {
  product = await startProduct({ people: 40 })
  const cohortId = await openCohort(product)
  programId = (await product.ports.store.cohorts.get(cohortId))!.programId
})
afterAll(() => product.close())

const good = <T>(answer: T | Refusal): T => {
  if (isRefused(answer)) throw new Error(answer.refused)
  return answer
}
const write = (
  language: Language,
  seen: number,
  sentences: unknown[] | undefined,
  more: Partial<Written> = {},
) =>
  writeContent(
    product.ports,
    programId,
    {
      ...{ kind: 'agreement', key: 'standing', language, seen },
      ...(sentences ? { body: { sentences } } : {}),
      ...more,
    },
    product.company.personas.organizer,
  )
const reads = async (language: Language, upTo?: number) => {
  const found = await contentOf(product.ports, programId, 'agreement', 'standing', language, upTo)
  return { says: found.body.sentences[0], language: found.language, version: found.version }
}
const usual = (language: Language) => defaultOf('agreement', 'standing', language).sentences[0]

describe('a text', () => {
  it('is the default of each language until the Program writes one, and then that one in every language', async () => {
    expect(await reads('es')).toEqual({ says: usual('es'), language: 'es', version: 1 })
    expect(good(await write('en', 1, ['We meet on Mondays, {mentor}.']))).toEqual({ version: 2 })
    for (const language of ['en', 'es', 'ar'] as const)
      expect(await reads(language)).toEqual({
        ...{ says: 'We meet on Mondays, {mentor}.', language: 'en', version: 2 },
      })
    good(await write('ar', 2, ['نلتقي أيام الاثنين.']))
    expect((await reads('ar')).says).toBe('نلتقي أيام الاثنين.')
    expect((await reads('es')).language).toBe('en')
  })

  it('stays as it was for whoever reads an earlier version', async () => {
    expect((await reads('ar', 1)).says).toBe(usual('ar'))
    expect((await reads('ar', 2)).says).toBe('We meet on Mondays, {mentor}.')
  })

  it('has no new version where nothing is new', async () => {
    expect(good(await write('ar', 3, ['  نلتقي أيام الاثنين. ']))).toEqual({ version: 3 })
    expect(good(await write('es', 3, undefined))).toEqual({ version: 3 })
    // A press that arrives twice is no conflict with itself.
    expect(good(await write('ar', 2, ['نلتقي أيام الاثنين.']))).toEqual({ version: 3 })
  })

  it('is not overwritten unread: of two at once one wins, and the other is told', async () => {
    const both = await Promise.all([write('en', 3, ['Mine']), write('en', 3, ['Yours'])])
    expect(both.filter((one) => !isRefused(one))).toEqual([{ version: 4 }])
    expect(both.filter(isRefused)).toEqual([{ refused: 'changed-meanwhile', detail: { version: 4 } }])
    expect(isRefused(await write('es', 3, ['Otra']))).toBe(true)
  })

  it('goes back to the default, and the versions stay', async () => {
    good(await write('ar', 4, undefined))
    expect((await reads('ar')).language).toBe('en')
    good(await write('en', 5, undefined))
    expect(await reads('ar')).toEqual({ says: usual('ar'), language: 'ar', version: 6 })
    expect((await reads('en', 2)).says).toBe('We meet on Mondays, {mentor}.')
  })

  it.each([
    ['empty', ['']],
    ['too long', ['x'.repeat(5000)]],
    ['none', []],
    ['no text', [{ toString: 1 }]],
  ])('that is %s is refused, and nothing is kept', async (_, sentences) => {
    expect(await write('en', 6, sentences)).toMatchObject({ refused: 'text-does-not-fit' })
    expect((await reads('en')).version).toBe(6)
  })

  it('with a gap that nobody fills is refused, and so is what is no text of ours', async () => {
    expect(await write('en', 6, ['{salary}'])).toEqual({ refused: 'unknown-gap', detail: { name: 'salary' } })
    for (const more of [
      { kind: '__proto__' },
      { kind: 'constructor' },
      { key: 'other' },
      { kind: 'lesson-x' },
    ])
      expect(await write('en', 6, ['x'], more)).toEqual({ refused: 'not-found' })
  })

  it('is taken as it is written, whatever it looks like', async () => {
    const hostile = '<img src=x onerror=alert(1)> [a](javascript:1) ‮ {{x}} \\u0041 "; drop table programs; --'
    good(await write('en', 6, [hostile.replace('{{x}}', '')]))
    expect((await reads('es')).says).toBe(hostile.replace('{{x}}', ''))
  })

  it('is told of in the record of deeds, without what it says', async () => {
    const deeds = (await product.ports.store.audit.list(20)).filter(({ action }) =>
      action.startsWith('content-'),
    )
    expect(deeds.map(({ action }) => action)).toContain('content-given-back')
    expect(JSON.stringify(deeds)).not.toMatch(/Mondays|الاثنين/)
  })
})
