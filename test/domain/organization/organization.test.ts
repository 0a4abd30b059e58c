import { describe, expect, test } from '@jest/globals'
import { buildOrganization } from '../../../bot/domain/organization/organization.ts'
import fc from '../../support/properties.ts'

/** `ana>bo` means that bo reports to ana; a bare name reports to nobody. */
function chart(drawing: string, tops: string[] = []) {
  const rows = drawing.split(/\s+/).flatMap((line) => {
    const names = line.split('>')
    return names.length === 1
      ? [{ id: names[0]! }]
      : names.slice(1).map((id, x) => ({ id, managerId: names[x]! }))
  })
  return buildOrganization(rows, tops)
}

const kinds = (org: ReturnType<typeof chart>) => org.faults.map((f) => `${f.personId} ${f.kind}`).sort()

describe('buildOrganization', () => {
  test('knows who is above whom at any depth', () => {
    const org = chart('ana ana>bo>cy>di ana>eva')
    expect(org.isAbove('ana', 'di')).toBe(true)
    expect(org.isAbove('bo', 'di')).toBe(true)
    expect(org.isAbove('di', 'ana')).toBe(false)
    expect(org.isAbove('eva', 'cy')).toBe(false)
    expect(org.isAbove('cy', 'cy')).toBe(false)
    expect(org.lineOf('di')).toEqual(['cy', 'bo', 'ana'])
    expect(org.directReportsOf('ana')).toEqual(['bo', 'eva'])
    expect(org.depthOf('di')).toBe(3)
    expect(org.distance('di', 'eva')).toBe(4)
    expect(org.faults).toEqual([])
  })

  test('takes everyone in a circle as above each other and above whoever is below', () => {
    const org = chart('top top>ana ana>bo bo>ana2 bo>ana cy>di di>cy di>eva top>x1 top>x2')
    for (const [a, b] of [
      ['cy', 'di'],
      ['di', 'cy'],
      ['cy', 'eva'],
      ['di', 'eva'],
    ] as const) {
      expect(org.isAbove(a, b)).toBe(true)
    }
    expect(org.isAbove('eva', 'cy')).toBe(false)
    expect(kinds(org)).toEqual(expect.arrayContaining(['cy cycle', 'di cycle']))
  })

  test('lists a missing, an unknown and a self manager, and rows of one person that disagree', () => {
    const below = Array.from({ length: 120 }, (_, n) => `top>p${n}`).join(' ')
    const org = chart(`top ${below} lost me>me nobody>eva top>p1 p2>p3`)
    expect(kinds(org)).toEqual(
      ['eva unknown-manager', 'lost missing-manager', 'me self-manager', 'p3 duplicate-id'].sort(),
    )
    expect(org.lineIsKnown('p1')).toBe(true)
    for (const id of ['lost', 'me', 'eva', 'p3', 'stranger']) expect(org.lineIsKnown(id)).toBe(false)
    expect(org.lineStopsAt('eva')).toBe('eva')
  })

  test('takes the head of more than half of everybody for a top, when nobody is stated above, and no other', () => {
    expect(chart('ana ana>bo>cy eva').tops).toEqual(['ana'])
    for (const drawing of ['ana ana>bo eva eva>fay', 'ana>ana ana>bo ana>cy', 'ghost>ana>bo', 'ana eva'])
      expect(chart(drawing).tops).toEqual([])
  })

  test('takes whoever is confirmed for a top, also for rows that name somebody unknown or close a circle', () => {
    const solo = 'ana ana>bo>cy ana>di eva eva>fay'
    expect(chart(solo).lineIsKnown('fay')).toBe(false)
    expect(chart(solo, ['eva']).tops).toEqual(['ana', 'eva'])
    expect(chart(solo, ['eva']).sameFragment('fay', 'cy')).toBe(true)
    expect(chart(`${solo} ghost>gil>hal`, ['gil']).lineIsKnown('hal')).toBe(true)
    const opened = chart('ana>bo bo>cy cy>ana ana>di', ['ana'])
    expect(opened.faults).toEqual([])
    expect(opened.lineOf('cy')).toEqual(['bo', 'ana'])
    // Who has a manager is no top, whatever was confirmed; rows that disagree stay undecided.
    expect(chart(solo, ['bo']).tops).toEqual(['ana'])
    expect(chart('ana ana>bo ana>cy eva>cy cy>di', ['cy']).lineIsKnown('di')).toBe(false)
  })

  test('knows lines inside what hangs below a missing link, and nothing across its border', () => {
    const org = chart('ana ana>bo ana>cy ana>di ana>dot ana>dov ghost>eva>fay eva>gil gil>hal ghost>ida')
    expect(org.sameFragment('fay', 'hal')).toBe(true)
    expect(org.sameFragment('fay', 'bo')).toBe(false)
    expect(org.sameFragment('fay', 'ida')).toBe(false)
    expect(org.mayBeAbove('fay', 'hal')).toBe(false)
    expect(org.mayBeAbove('bo', 'hal')).toBe(true)
    expect(org.mayBeAbove('hal', 'bo')).toBe(false)
    expect(org.mayBeAbove('nobody we know', 'bo')).toBe(true)
    expect(org.sharedManager('eva', 'ida')).toBe('ghost')
    expect(org.lineStopsAt('hal')).toBe('eva')
    expect(org.faults.map(({ personId, detail }) => `${personId} ${detail['peopleBelow']}`)).toEqual([
      'eva 3',
      'ida 0',
    ])
  })

  test('agrees with walking the manager links one by one, on charts of any shape', () => {
    const anyChart = fc
      .integer({ min: 1, max: 25 })
      .chain((size) =>
        fc.array(fc.option(fc.integer({ min: 0, max: size + 1 })), { minLength: size, maxLength: size }),
      )
    fc.assert(
      fc.property(anyChart, (managers) => {
        const org = buildOrganization(
          managers.map((m, n) => (m === null ? { id: `p${n}` } : { id: `p${n}`, managerId: `p${m}` })),
        )
        const above = (n: number) => {
          const found = new Set<number>()
          for (
            let m = managers[n];
            m !== null && m !== undefined && m !== n && !found.has(m);
            m = managers[m]
          ) {
            found.add(m)
            if (managers[m] === m) break
          }
          found.delete(n)
          return found
        }
        const everyone = managers.map((_, n) => n)
        const said = everyone.map((a) => everyone.filter((b) => org.isAbove(`p${a}`, `p${b}`)))
        const walked = everyone.map((b) => above(b))
        expect(said).toEqual(everyone.map((a) => everyone.filter((b) => a !== b && walked[b]!.has(a))))
      }),
      { numRuns: 300 },
    )
  })
})
