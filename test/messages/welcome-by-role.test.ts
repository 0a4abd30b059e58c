/** What somebody reads who adds the app or writes "help": what there is for them, being what they are in the Programs here. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { installFor, sayToBot } from '../../bot/demo/tenant.ts'
import type { ProgramRole } from '../../bot/domain/program/part.ts'
import { roleHereWords } from '../../bot/words/roles-here.ts'
import type { RoleHere } from '../../bot/workflows/program/roles-here.ts'
import { enrols } from '../support/messages-pairs.ts'
import { chatWith } from '../support/messages-people.ts'
import {
  ANA,
  BEN,
  CLEO,
  databaseAway,
  NOW,
  type Stage,
  setStage,
  wordsOn,
} from '../support/messages-stage.ts'

let stage: Stage
beforeAll(async () => {
  let ms = 0
  stage = await setStage({
    tick: () => {
      ms += 60_000
      return ms
    },
  })
})
beforeEach(async () => {
  stage.clear()
  await stage.empty()
  // So that there is a Program.
  await enrols(stage, BEN)
})
afterAll(() => stage.close())

const last = () => chatWith(stage, ANA).at(-1)!
const line = (role: RoleHere | 'nobody') => roleHereWords.en[role]
const everyLine = Object.keys(roleHereWords.en) as (RoleHere | 'nobody')[]

async function has(role: ProgramRole): Promise<void> {
  await stage.ports.store.programRoles.save({
    ...{ programId: 'program', personId: ANA, role, since: NOW, givenBy: BEN },
  })
}
async function isSeated(seat: 'sponsorId' | 'organizerId'): Promise<void> {
  const program = (await stage.ports.store.programs.get('program'))!
  await stage.ports.store.programs.save({ ...program, [seat]: ANA })
}
const is: Record<RoleHere, () => Promise<void>> = {
  mentor: () => enrols(stage, ANA, { side: 'mentor' }),
  mentee: () => enrols(stage, ANA, { side: 'mentee' }),
  sponsor: () => isSeated('sponsorId'),
  organizer: () => isSeated('organizerId'),
  reviewer: () => has('reviewer'),
  communications: () => has('communications'),
  'stand-in': () => has('stand-in'),
  'independent-contact': () => has('independent-contact'),
  assistant: async () => {
    await stage.ports.store.delegates.name({ leaderId: BEN, assistantId: ANA, since: NOW })
  },
}

/** What it says the reader is, and nothing that they are not. */
function rolesSaid(): string[] {
  const said = wordsOn(last().card)
  return everyLine.filter((role) => said.includes(line(role)))
}
const buttons = () => JSON.stringify(last().card)

describe('the welcome', () => {
  it('tells somebody who takes no part where to begin', async () => {
    await installFor(stage.tenant, ANA)
    expect(rolesSaid()).toEqual(['nobody'])
    expect(wordsOn(last().card)).toContain('See what it asks of you')
    expect(wordsOn(last().card)).not.toContain('break')
  })

  it.each(Object.keys(is) as RoleHere[])(
    'tells a %s what there is for them, and of nothing else',
    async (role) => {
      await is[role]()
      await installFor(stage.tenant, ANA)
      expect(rolesSaid()).toEqual([role])
    },
  )

  it.each([
    ['organizer', 'program'],
    ['sponsor', 'publish'],
    ['communications', 'publish'],
    ['reviewer', 'applications'],
  ] as const)('leads a %s to %s', async (role, page) => {
    await is[role]()
    await installFor(stage.tenant, ANA)
    expect(buttons()).toContain(`/app/${page}"`)
  })

  it('tells whoever is several things of each of them', async () => {
    for (const role of ['mentor', 'reviewer', 'communications', 'assistant'] as const) await is[role]()
    await installFor(stage.tenant, ANA)
    expect(rolesSaid().sort()).toEqual(['assistant', 'communications', 'mentor', 'reviewer'])
  })

  it('calls an Organizer beside the first one an Organizer', async () => {
    await has('co-organizer')
    await installFor(stage.tenant, ANA)
    expect(rolesSaid()).toEqual(['organizer'])
  })

  it.each(['declined', 'left'] as const)('takes nobody for a participant who has %s', async (state) => {
    await enrols(stage, ANA, { state })
    await installFor(stage.tenant, ANA)
    expect(rolesSaid()).toEqual(['nobody'])
  })

  it('takes nobody for a participant of a Cohort that has closed', async () => {
    await is.mentor()
    const cohort = (await stage.ports.store.cohorts.get('cohort'))!
    await stage.ports.store.cohorts.save({ ...cohort, stage: 'closed' })
    await installFor(stage.tenant, ANA)
    expect(rolesSaid()).toEqual(['nobody'])
  })
})

describe('"help"', () => {
  beforeEach(() => installFor(stage.tenant, ANA))
  const help = () => sayToBot(stage.tenant, ANA, 'help')

  it.each(Object.keys(is) as RoleHere[])('tells a %s what there is for them', async (role) => {
    await is[role]()
    await help()
    expect(rolesSaid()).toEqual([role])
  })

  it('offers a break and another time only to whoever takes part', async () => {
    await is.sponsor()
    await help()
    expect(wordsOn(last().card)).not.toMatch(/pause|leave|can’t make it/i)
    await is.mentee()
    await is.sponsor()
    await help()
    for (const what of ['pause', 'leave', 'I can’t make it']) expect(wordsOn(last().card)).toContain(what)
    expect(rolesSaid().sort()).toEqual(['mentee', 'sponsor'])
  })

  it('while nobody can look that up says all it can do, and nothing about who somebody is', async () => {
    stage.records.fault = databaseAway()
    await help()
    expect(rolesSaid()).toEqual([])
    for (const what of ['my mentoring', 'pause', 'leave']) expect(wordsOn(last().card)).toContain(what)
  })

  it('is not changed by what others are', async () => {
    await enrols(stage, CLEO, { side: 'mentee' })
    await help()
    expect(rolesSaid()).toEqual(['nobody'])
  })
})
