/** Role by action, generated: what is not in the table is refused. */
import { describe, expect, it } from '@jest/globals'
import * as policies from '../../bot/auth/policies.ts'
import type { Role } from '../../bot/auth/roles.ts'
import { role } from '../../bot/contract/shapes.ts'

const byRole: Record<string, Role[]> = {
  mayReadProgram: ['organizer', 'sponsor', 'it-admin'],
  mayEditProgram: ['organizer'],
  mayReadPeople: ['organizer'],
  mayDecideParticipants: ['organizer'],
  mayReadOrganizationFaults: ['organizer', 'it-admin'],
  mayConfirmTops: ['organizer'],
  mayPropose: ['organizer'],
  mayApprovePairings: ['organizer'],
  mayChooseWays: ['organizer'],
  mayKeepExclusions: ['organizer'],
  mayPlanSpeedEvents: ['organizer'],
  mayReadSchedule: ['organizer'],
  mayBookHolds: ['organizer'],
  mayReadUnreached: ['organizer'],
  mayReadConcerns: ['organizer'],
  mayCloseConcerns: ['organizer'],
  mayReadCheckIns: ['organizer'],
  mayReadMetrics: ['organizer', 'sponsor', 'analyst'],
  mayDraftSummary: ['communications'],
  maySubmitSummary: ['communications'],
  mayPostSummaryAgain: ['communications', 'sponsor'],
  maySettlePost: ['communications', 'sponsor'],
  mayWithdrawSummary: ['communications', 'sponsor'],
  mayReadSummaries: ['communications', 'sponsor'],
  mayHandOverSponsor: ['organizer'],
  mayOrganize: ['organizer'],
  mayReadAudit: ['it-admin'],
}
const byPerson = [
  'mayEnter',
  'mayEnrol',
  'mayChangeEnrolment',
  'mayAnswerCheckIn',
  'mayRepairSession',
  'mayMoveSession',
  'mayFindColleagues',
  'mayReadCheckInAnswer',
  'mayReadPairHealth',
  'mayEndPairing',
  'mayDeclinePairing',
  'mayAnswerRequest',
  'mayWithdrawRequest',
  'mayDecideSummary',
  'mayHandOverOrganizer',
  'mayAnswerHandover',
]

describe('by role', () => {
  const cells = Object.entries(byRole).flatMap(([action, allowed]) =>
    role.options.map((one) => [one, action, allowed.includes(one)] as const),
  )
  it.each(cells)('%s %s: %p', (one, action, allowed) => {
    const may = (policies as Record<string, unknown>)[action] as (roles: readonly Role[]) => boolean
    expect(may([one])).toBe(allowed)
  })

  it('every predicate is in one of the two tables', () => {
    expect(Object.keys(policies).sort()).toEqual([...Object.keys(byRole), ...byPerson].sort())
  })

  it('without a role nothing is allowed', () => {
    for (const action of Object.keys(byRole)) {
      const may = (policies as Record<string, unknown>)[action] as (roles: readonly Role[]) => boolean
      expect([action, may([])]).toEqual([action, false])
    }
  })
})

describe('by person', () => {
  const pairing = { mentorId: 'ana', menteeId: 'ben' }
  const everyRole = role.options

  it('only somebody the directory calls eligible comes in at all', () => {
    expect(policies.mayEnter({ isEligible: true })).toBe(true)
    expect(policies.mayEnter({ isEligible: false })).toBe(false)
    expect(policies.mayEnter(undefined)).toBe(false)
  })

  it('only somebody the directory calls eligible enrols, and only themself', () => {
    expect(policies.mayEnrol({ personId: 'ana' }, { id: 'ana', isEligible: true })).toBe(true)
    expect(policies.mayEnrol({ personId: 'ana' }, { id: 'ana', isEligible: false })).toBe(false)
    expect(policies.mayEnrol({ personId: 'ana' }, { id: 'ben', isEligible: true })).toBe(false)
    expect(policies.mayEnrol({ personId: 'ana' }, undefined)).toBe(false)
  })

  it('a Pairing is declined by the two, and a request is answered by one and withdrawn by the other', () => {
    const request = { fromId: 'ana', toId: 'ben' }
    expect(policies.mayDeclinePairing({ personId: 'ana' }, pairing)).toBe(true)
    expect(policies.mayDeclinePairing({ personId: 'organizer' }, pairing)).toBe(false)
    expect(policies.mayDeclinePairing({ personId: 'ana' }, undefined)).toBe(false)
    expect(policies.mayAnswerRequest({ personId: 'ben' }, request)).toBe(true)
    expect(policies.mayAnswerRequest({ personId: 'ana' }, request)).toBe(false)
    expect(policies.mayAnswerRequest({ personId: '' }, { toId: '' })).toBe(false)
    expect(policies.mayWithdrawRequest({ personId: 'ana' }, request)).toBe(true)
    expect(policies.mayWithdrawRequest({ personId: 'ben' }, request)).toBe(false)
    expect(policies.mayWithdrawRequest({ personId: 'ana' }, undefined)).toBe(false)
  })

  it('a Summary is decided by the Sponsor it was sent to, and one that was not sent by nobody', () => {
    expect(policies.mayDecideSummary({ personId: 'ana' }, { sponsorId: 'ana' })).toBe(true)
    expect(policies.mayDecideSummary({ personId: 'ben' }, { sponsorId: 'ana' })).toBe(false)
    expect(policies.mayDecideSummary({ personId: '' }, { sponsorId: '' })).toBe(false)
    expect(policies.mayDecideSummary({ personId: 'ana' }, {})).toBe(false)
    expect(policies.mayDecideSummary({ personId: 'ana' }, undefined)).toBe(false)
  })

  it('the Organizer’s seat is offered by its holder or IT, and by others of the role only when the holder has left', () => {
    const may = (roles: readonly Role[], anywhere: readonly Role[], holderLeft: boolean) =>
      policies.mayHandOverOrganizer(roles, { anywhere, holderLeft })
    expect(may(['organizer'], ['organizer'], false)).toBe(true)
    expect(may(['it-admin'], ['it-admin'], false)).toBe(true)
    expect(may(['employee'], ['organizer'], false)).toBe(false)
    expect(may(['employee'], ['organizer'], true)).toBe(true)
    expect(may(['sponsor', 'communications', 'analyst'], ['sponsor', 'communications'], true)).toBe(false)
  })

  it('a seat is taken or declined by whoever was asked', () => {
    expect(policies.mayAnswerHandover({ personId: 'ana' }, { toId: 'ana' })).toBe(true)
    expect(policies.mayAnswerHandover({ personId: 'ben' }, { toId: 'ana' })).toBe(false)
    expect(policies.mayAnswerHandover({ personId: '' }, { toId: '' })).toBe(false)
    expect(policies.mayAnswerHandover({ personId: 'ana' }, undefined)).toBe(false)
  })

  it('an enrolment is changed by its owner', () => {
    expect(policies.mayChangeEnrolment({ personId: 'ana' }, { personId: 'ana' })).toBe(true)
    expect(policies.mayChangeEnrolment({ personId: 'ben' }, { personId: 'ana' })).toBe(false)
    expect(policies.mayChangeEnrolment({ personId: 'ana' }, undefined)).toBe(false)
  })

  it('a check-in is answered by the two who met, and read back by its writer alone', () => {
    const two = ['ana', 'ben']
    expect(policies.mayAnswerCheckIn({ personId: 'ana' }, two)).toBe(true)
    expect(policies.mayAnswerCheckIn({ personId: 'manager' }, two)).toBe(false)
    expect(policies.mayAnswerCheckIn({ personId: '' }, ['', 'ben'])).toBe(false)
    expect(policies.mayAnswerCheckIn({ personId: 'ana' }, [])).toBe(false)
    expect(policies.mayReadCheckInAnswer({ personId: 'ana' }, { personId: 'ana' })).toBe(true)
    expect(policies.mayReadCheckInAnswer({ personId: 'ben' }, { personId: 'ana' })).toBe(false)
    expect(policies.mayReadCheckInAnswer({ personId: 'ana' }, undefined)).toBe(false)
  })

  it('another time is asked for and chosen by the two, whoever else may follow the Cohort', () => {
    expect(policies.mayRepairSession({ personId: 'ana' }, pairing)).toBe(true)
    expect(policies.mayRepairSession({ personId: 'ben' }, pairing)).toBe(true)
    expect(policies.mayRepairSession({ personId: 'organizer' }, pairing)).toBe(false)
    expect(policies.mayRepairSession({ personId: '' }, { mentorId: '', menteeId: 'ben' })).toBe(false)
    expect(policies.mayRepairSession({ personId: 'ana' }, undefined)).toBe(false)
  })

  it('a Session is moved by the two, and by the assistant whom the Mentee named, nobody else', () => {
    const delegates = [{ leaderId: 'ben', assistantId: 'kim' }]
    expect(policies.mayMoveSession({ personId: 'ana' }, pairing, [])).toBe(true)
    expect(policies.mayMoveSession({ personId: 'kim' }, pairing, delegates)).toBe(true)
    expect(policies.mayMoveSession({ personId: 'kim' }, pairing, [])).toBe(false)
    expect(
      policies.mayMoveSession({ personId: 'kim' }, { mentorId: 'ben', menteeId: 'ana' }, delegates),
    ).toBe(false)
    expect(policies.mayMoveSession({ personId: 'kim' }, undefined, delegates)).toBe(false)
  })

  it('colleagues are looked up by somebody the directory calls eligible', () => {
    expect(policies.mayFindColleagues({ personId: 'ana' }, { id: 'ana', isEligible: true })).toBe(true)
    expect(policies.mayFindColleagues({ personId: 'ana' }, { id: 'ana', isEligible: false })).toBe(false)
    expect(policies.mayFindColleagues({ personId: 'ana' }, undefined)).toBe(false)
  })

  it('a line manager sees nothing of a pair, not even as an Organizer with every other role', () => {
    const isAbove = (above: string, below: string) => above === 'manager' && below === 'ana'
    const see = (
      personId: string,
      roles: readonly Role[] = everyRole,
      chart: typeof isAbove | undefined = isAbove,
    ) => policies.mayReadPairHealth({ personId }, roles, pairing, chart)
    expect(see('manager')).toBe(false)
    expect(see('organizer')).toBe(true)
    expect(see('organizer', ['employee', 'sponsor', 'analyst'])).toBe(false)
  })

  it('nor does one of the two, who would read what the other answered', () => {
    for (const personId of ['ana', 'ben', ''])
      expect(policies.mayReadPairHealth({ personId }, everyRole, pairing, () => false)).toBe(false)
  })

  it('where the chart cannot tell who is above whom, nobody sees a pair', () => {
    const see = (chart: ((above: string, below: string) => boolean | undefined) | undefined) =>
      policies.mayReadPairHealth({ personId: 'organizer' }, ['organizer'], pairing, chart)
    expect(see(undefined)).toBe(false)
    expect(see(() => undefined)).toBe(false)
    expect(see(() => false)).toBe(true)
  })

  it('a Pairing is ended by either side or the Organizer', () => {
    expect(policies.mayEndPairing({ personId: 'ana' }, pairing, ['employee'])).toBe(true)
    expect(policies.mayEndPairing({ personId: 'ben' }, pairing, ['employee'])).toBe(true)
    expect(policies.mayEndPairing({ personId: 'eve' }, pairing, ['organizer'])).toBe(true)
    expect(policies.mayEndPairing({ personId: 'eve' }, pairing, ['sponsor', 'analyst', 'it-admin'])).toBe(
      false,
    )
    expect(policies.mayEndPairing({ personId: 'eve' }, undefined, ['organizer'])).toBe(false)
  })
})
