/** The guide's table of how long each card is worth sending says what the product does. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import type { Notice } from '../../../bot/domain/telling/notice.ts'
import { isOver, mostAgeMs } from '../../../bot/domain/telling/notice-life.ts'
import { isSubjectOver } from '../../../bot/workflows/telling/notice-subject.ts'
import { everyNotice } from '../../support/every-notice.ts'

const guide = readFileSync(new URL('../../../docs/deploy.md', import.meta.url), 'utf8')
const table = guide.slice(guide.indexOf('| card | kind | is worth sending until |')).split('\n\n')[0]!
/** Kind to the words of its row. */
const stated = table
  .split('\n')
  .slice(2)
  .flatMap((row) => {
    const [, , kinds, until] = row.split('|').map((cell) => cell.trim())
    return [...kinds!.matchAll(/`([\w-]+)`/g)].map(([, kind]) => [kind!, until!] as const)
  })

const dayMs = 86_400_000
const begin = new Date('2026-12-01T10:00:00Z')
const at = (ms: number) => new Date(begin.getTime() + ms)
const later = at(3 * dayMs)

/** A Notice of this kind whose subject is over at an instant, and that instant. */
function endingOf(kind: Notice['kind'], until: string): [Notice, over: Date] | undefined {
  const notice = everyNotice[kind]
  switch (until) {
    case '11 days after the session began, or it is answered':
      return [{ ...notice, startedAt: begin } as Notice, at(11 * dayMs)]
    case 'the last offered time has begun, or the two are no pair any more': {
      const options = [begin, later].map((start) => ({ start, end: start }))
      return [{ ...notice, options } as Notice, later]
    }
    case 'the break is over, or the two are no pair any more':
      return [{ ...notice, until: '2026-12-04' } as Notice, new Date('2026-12-04T00:00:00Z')]
    case 'the break it names is over, or it is another by now':
      return [{ ...notice, until: '2026-12-04' } as Notice, new Date('2026-12-04T00:00:00Z')]
    case 'the meeting ends':
      return [{ ...notice, startsAt: begin, endsAt: later } as Notice, later]
    case 'the session begins, is at another time, or is called off':
      return [{ ...notice, start: begin, end: later } as Notice, begin]
    case 'the session it names begins, or the two are no pair any more':
      return [{ ...notice, next: { start: begin, end: later, sessionId: 's' } } as Notice, begin]
    case 'the request runs out':
    case 'its time runs out, or it is answered':
      return [{ ...notice, until: later } as Notice, later]
    default:
      return undefined
  }
}

const byRecord = [
  'somebody was found, or they take part no more',
  'the two are no pair any more',
  '11 days after the session began, or it is answered',
  'its time runs out, or it is answered',
  'the break it names is over, or it is another by now',
  'the break is over, or the two are no pair any more',
  'the session it names begins, or the two are no pair any more',
  'both have signed, or the two are no pair any more',
  'the lesson it opens is finished, or they take part no more',
  'it waits for this person no more',
  'it has gone on since: sent again, in every channel, withdrawn or deleted',
  'it is answered or taken back',
  'they enroll or say not now, enrollment is closed, or they are no longer in the organization',
  'it is answered or taken back, or they are its contact no more',
  'the last offered time has begun, or the two are no pair any more',
  'it is decided, or they take part no more',
  'somebody else was named, or they stopped',
  'the session begins, is at another time, or is called off',
  'it is ticked, the cohort is closed, or somebody else is the Sponsor',
  'it is, or somebody else is the Organizer',
  'to the Sponsor: they agreed, other words stand, the cohort is closed, or somebody else is the Sponsor',
  'none of that kind is open any more',
  'it is answered, kept back or decided anew; asked, the two are no pair any more',
]
/** What the record says of every card's subject, by its states. */
const record = (pairing: string, checkIn: string, summary: string, handover: string, open: string[]) =>
  ({
    pairings: {
      get: async () => ({ state: pairing }),
      list: async () => (pairing === 'ended' ? [{ mentorId: 'p', menteeId: 'q' }] : []),
    },
    agreements: { latest: async () => undefined },
    asks: { get: async () => ({ state: checkIn }) },
    ideas: { get: async () => ({ state: checkIn === 'asked' ? 'asked' : 'kept' }) },
    invitations: { get: async () => ({ state: checkIn === 'asked' ? 'open' : 'declined' }) },
    people: { get: async () => ({ isEligible: true }) },
    placeOffers: { get: async () => ({ state: checkIn === 'asked' ? 'open' : 'taken' }) },
    checkIns: { of: async () => [{ personId: 'p', state: checkIn }] },
    summaries: {
      get: async (id: string) =>
        id === 'back' && summary === 'submitted'
          ? { state: 'drafted', note: 'Shorter, please.' }
          : { state: summary, sponsorId: 'p' },
    },
    handovers: { get: async () => ({ state: handover }) },
    participants: {
      get: async (id: string) =>
        id === 'applicant'
          ? { side: 'mentor', state: pairing === 'ended' ? 'approved' : 'applied' }
          : id === 'on-break'
            ? { state: 'paused', pausedUntil: pairing === 'ended' ? undefined : '2100-01-01' }
            : { state: 'approved' },
      of: async (cohortId: string) => (cohortId === 'i' ? undefined : { state: 'approved' }),
    },
    repairs: { get: async () => ({ sessionId: 's' }) },
    delegates: { of: async () => ({ assistantId: pairing === 'ended' ? 'q' : 'p' }) },
    training: { finished: async () => new Map([['p', new Set(pairing === 'ended' ? ['patience'] : [])]]) },
    cohorts: { get: async () => ({ programId: 'g', stage: pairing === 'ended' ? 'closed' : 'enrolling' }) },
    programs: { get: async () => ({ sponsorId: 'p', organizerId: 'p' }) },
    sessions: {
      get: async () => ({ state: pairing === 'ended' ? 'cancelled' : 'planned', startsAt: begin }),
    },
    duties: { of: async () => [] },
    thanks: { latest: async () => ({ version: 1 }) },
    talks: { get: async () => ({ cohortId: 'c' }) },
    programRoles: {
      ofPerson: async () => (pairing === 'ended' ? [] : [{ role: 'independent-contact' }]),
    },
    concerns: { list: async () => open.map((kind) => ({ kind })) },
  }) as never
const meanwhile = record('active', 'asked', 'submitted', 'open', ['stalled', 'conflict'])
const after = record('ended', 'answered', 'approved', 'withdrawn', ['conflict'])

describe('the table in docs/deploy.md', () => {
  it('names every kind of card, each once', () => {
    expect(stated.map(([kind]) => kind).sort()).toEqual(Object.keys(everyNotice).sort())
  })

  it.each(stated)('%s: until %s', async (name, until) => {
    const kind = name as Notice['kind']
    const ending = endingOf(kind, until)
    if (ending) {
      const [notice, over] = ending
      expect(isOver(notice, new Date(over.getTime() - 1))).toBe(false)
      expect(isOver(notice, over)).toBe(true)
    } else expect(isOver(everyNotice[kind], at(1000 * dayMs))).toBe(false)
    if (!ending) expect(['14 days have passed', ...byRecord]).toContain(until)
    const endsByRecord = byRecord.includes(until)
    const notice = { ...everyNotice[kind], ...('cohortName' in everyNotice[kind] ? { cohortId: 'c' } : {}) }
    expect(await isSubjectOver(after, 'p', notice as Notice)).toBe(endsByRecord)
    expect(await isSubjectOver(meanwhile, 'p', notice as Notice)).toBe(false)
  })

  it('and 14 days is the most for any', () => {
    expect(mostAgeMs).toBe(14 * dayMs)
  })
})
