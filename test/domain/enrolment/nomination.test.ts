import { describe, expect, it } from '@jest/globals'
import {
  mostNominations,
  namedIn,
  nominationsOf,
  type Voice,
  whyNotNominate,
} from '../../../bot/domain/enrolment/nomination.ts'

const now = new Date('2026-03-02T10:00:00Z')
const at = (hour: number) => new Date(now.getTime() + hour * 3_600_000)
const aVoice = (changes: Partial<Voice>): Voice => ({
  ...{ id: 'v', cohortId: 'c', personId: 'ana', side: 'mentor', byId: 'ben', isNamed: true },
  ...{ line: 'Explains well', saidAt: now, ...changes },
})
const nobody = { participants: new Map(), invited: new Set<string>() }

describe('whyNotNominate', () => {
  const known = { stage: 'enrolling' as const, isEligible: true, mine: [], now }
  const ana = { personId: 'ana', byId: 'ben' }

  it('has a name for each "no", and none for a colleague while enrollment is open', () => {
    expect(whyNotNominate(ana, known)).toBeUndefined()
    for (const stage of ['draft', 'running', 'closed'] as const)
      expect(whyNotNominate(ana, { ...known, stage })).toMatchObject({ refused: 'enrolment-closed' })
    expect(whyNotNominate({ ...ana, byId: 'ana' }, known)).toMatchObject({ refused: 'nominates-oneself' })
    expect(whyNotNominate(ana, { ...known, isEligible: false })).toMatchObject({ refused: 'unknown-person' })
    const mine = [{ personId: 'ana', saidAt: at(-1000) }]
    expect(whyNotNominate(ana, { ...known, mine })).toMatchObject({ refused: 'nominated-already' })
  })

  it('lets one colleague put so many people forward in a week, and more after it', () => {
    const mine = Array.from({ length: mostNominations }, (_, n) => ({ personId: `p${n}`, saidAt: at(-n) }))
    expect(whyNotNominate(ana, { ...known, mine })).toEqual({
      ...{ refused: 'too-many-nominations', detail: { most: mostNominations } },
    })
    expect(whyNotNominate(ana, { ...known, mine: mine.slice(1) })).toBeUndefined()
    expect(whyNotNominate(ana, { ...known, mine, now: at(24 * 7) })).toBeUndefined()
  })
})

describe('nominationsOf', () => {
  it('is one for each person, with every voice, whoever has most of them first', () => {
    const found = nominationsOf(
      [
        aVoice({ id: '1', personId: 'cem' }),
        aVoice({ id: '3', byId: 'dora', saidAt: at(2) }),
        aVoice({ id: '2', saidAt: at(1) }),
      ],
      nobody,
    )
    expect(found.map(({ personId, voices }) => [personId, voices.map(({ id }) => id)])).toEqual([
      ['ana', ['2', '3']],
      ['cem', ['1']],
    ])
  })

  it('takes the side that most of them name, and of as many the first', () => {
    const two = [aVoice({}), aVoice({ byId: 'dora', side: 'mentee', saidAt: at(1) })]
    expect(nominationsOf(two, nobody)[0]!.side).toBe('mentor')
    const three = [...two, aVoice({ byId: 'eli', side: 'mentee', saidAt: at(2) })]
    expect(nominationsOf(three, nobody)[0]!.side).toBe('mentee')
  })

  it('waits until it is set aside, and again once somebody speaks after that', () => {
    const aside = aVoice({ asideAt: at(1) })
    const stateOf = (voices: Voice[], became: Parameters<typeof nominationsOf>[1] = nobody) =>
      nominationsOf(voices, became)[0]!.state
    expect(stateOf([aVoice({})])).toBe('waiting')
    expect(stateOf([aside])).toBe('set-aside')
    expect(stateOf([aside, aVoice({ byId: 'dora', saidAt: at(2) })])).toBe('waiting')
    expect(stateOf([aside], { ...nobody, invited: new Set(['ana']) })).toBe('invited')
    for (const [state, became] of [
      ...([['approved', 'enrolled'] as const, ['declined', 'enrolled'] as const] as const),
      ['left', 'left'] as const,
    ])
      expect(stateOf([aside], { participants: new Map([['ana', state]]), invited: new Set(['ana']) })).toBe(
        became,
      )
  })

  it('names those alone who agreed to it', () => {
    expect(namedIn([aVoice({}), aVoice({ byId: 'dora', isNamed: false })])).toEqual(['ben'])
  })
})
