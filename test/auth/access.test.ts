/** Role by act: what is not in the table is refused, and an act that is not here fails. */
import { describe, expect, it } from '@jest/globals'
import { type Act, access, acts, type Facts, may, opensFor } from '../../bot/auth/access.ts'
import type { Role } from '../../bot/auth/role.ts'
import { role } from '../../bot/contract/shapes.ts'

const byRole: Partial<Record<Act, Role[]>> = {
  'read-program': ['organizer', 'sponsor', 'it-admin'],
  'edit-program': ['organizer'],
  'read-people': ['organizer'],
  'decide-participants': ['organizer'],
  'read-organization-faults': ['organizer', 'it-admin'],
  'confirm-tops': ['organizer'],
  'find-ideas': ['organizer'],
  propose: ['organizer'],
  'approve-pairings': ['organizer'],
  'choose-ways': ['organizer'],
  'keep-exclusions': ['organizer'],
  'plan-speed-events': ['organizer'],
  'read-schedule': ['organizer'],
  'book-holds': ['organizer'],
  'read-content': ['organizer'],
  'write-content': ['organizer'],
  'read-unreached': ['organizer'],
  'read-concerns': ['organizer'],
  'close-concerns': ['organizer'],
  'read-check-ins': ['organizer'],
  'read-metrics': ['organizer', 'sponsor', 'analyst'],
  'enter-reading': ['organizer', 'sponsor'],
  'draft-summary': ['communications'],
  'delete-summary': ['communications'],
  'submit-summary': ['communications'],
  'post-summary-again': ['communications', 'sponsor'],
  'settle-post': ['communications', 'sponsor'],
  'withdraw-summary': ['communications', 'sponsor'],
  'read-summaries': ['communications', 'sponsor', 'stand-in'],
  'give-roles': ['organizer'],
  'lend-sponsor-seat': ['sponsor'],
  'hand-over-sponsor': ['organizer'],
  'find-own-mentoring': ['employee'],
  'see-who-is-trained': ['organizer'],
  'choose-training': ['organizer'],
  'close-cohort': ['organizer'],
  invite: ['organizer'],
  'read-nominations': ['organizer'],
  'erase-leaver': ['organizer', 'it-admin'],
}
/** Decided by who somebody is to the object; the tests of each stand below. */
const byPerson: Act[] = [
  ...(['enter', 'see-colleagues', 'enrol', 'change-own-enrolment', 'avoid-somebody'] as const),
  ...(['find-program', 'organize', 'hand-over-organizer', 'answer-handover', 'read-own-seats'] as const),
  ...([
    'keep-own-assistant',
    'read-own-leaders',
    'stop-assisting',
    'read-own-choices',
    'look-for-partners',
  ] as const),
  ...(['rank-people', 'ask-to-pair', 'answer-request', 'withdraw-request'] as const),
  ...(['read-own-pairing', 'end-pairing', 'decline-pairing', 'move-session', 'repair-session'] as const),
  ...(['read-own-speed-meetings', 'rate-speed-meeting', 'read-own-mentoring'] as const),
  ...([
    'keep-agreement',
    'keep-actions',
    'keep-session-notes',
    'keep-private-notes',
    'keep-ideas',
    'read-idea',
    'decide-idea',
    'see-pair-end',
    'confirm-skills',
    'go-on-together',
    'take-certificate',
    'check-certificate',
    'ask-for-talk',
    'keep-own-talk',
    'find-own-talks',
    'answer-talk',
    'tick-duty',
    'write-thanks',
    'agree-to-thanks',
    'read-lessons',
    'keep-own-training',
    'answer-check-in',
    'answer-ask',
    'read-check-in-answer',
    'read-pair-health',
    'note-follow-up',
    'open-participant',
    'offer-place',
    'set-break',
    'answer-place',
    'answer-invitation',
    'nominate',
    'keep-own-nominations',
  ] as const),
  ...(['see-who-runs-it', 'leave-part', 'find-applications'] as const),
  ...(['keep-own-application', 'read-application', 'review-application'] as const),
  ...(['find-summaries', 'decide-summary', 'take-own-data', 'erase-oneself', 'read-who-sees'] as const),
]
const everyRole = role.options
/** On days that the Sponsor did not name nobody stands in. */
const everyOther = everyRole.filter((one) => one !== 'stand-in')
const somebody = { personId: 'somebody' }
/** Nothing is known about the object, nor about whoever asks but the roles. */
const unknown = (roles: readonly Role[]): Facts => ({
  ...{ roles, anywhere: [], isEligible: undefined, ownerId: undefined, enrolledId: undefined },
  ...{ toId: undefined, fromId: undefined, sentTo: undefined, pairing: undefined, delegates: [] },
  ...{ sponsorId: undefined, contactId: undefined },
  ...{ isAbove: undefined, holderLeft: false, isScreened: false, knowsCode: false },
  isWithNames: false,
})

describe('by role', () => {
  const cells = Object.entries(byRole).flatMap(([act, allowed]) =>
    everyRole.map((one) => [one, act as Act, allowed.includes(one)] as const),
  )
  it.each(cells)('%s %s: %p', (one, act, allowed) => {
    expect(may(act, somebody, unknown([one]))).toBe(allowed)
    expect(opensFor(act, [one])).toBe(allowed)
  })

  it('every act is in one of the two tables', () => {
    expect([...acts].sort()).toEqual([...Object.keys(byRole), ...byPerson].sort())
  })

  it('without a role nothing is allowed', () => {
    for (const act of acts) {
      expect([act, may(act, somebody, unknown([]))]).toEqual([act, false])
      expect([act, opensFor(act, [])]).toEqual([act, false])
    }
  })

  it('nobody may nothing, whatever their roles', () => {
    const all = {
      ...unknown(everyRole),
      anywhere: everyRole,
      isEligible: true,
      holderLeft: true,
      ownerId: '',
    }
    const nobody = { ...all, toId: '', fromId: '', sentTo: '', enrolledId: '' }
    const two = { pairing: { mentorId: '', menteeId: '' }, delegates: [{ leaderId: '', assistantId: '' }] }
    for (const act of acts)
      expect([act, may(act, { personId: '' }, { ...nobody, ...two, isAbove: () => false })]).toEqual([
        act,
        false,
      ])
  })

  it('every role together opens nothing that is one person’s or between two', () => {
    const facts = { ...unknown(everyRole), pairing: { mentorId: 'ana', menteeId: 'ben' }, ownerId: 'ana' }
    const others = {
      ...facts,
      enrolledId: 'ana',
      toId: 'ana',
      fromId: 'ana',
      sentTo: 'ana',
      contactId: 'ana',
    }
    const own = byPerson.filter(
      (act) =>
        !['find-program', 'end-pairing', 'find-summaries', 'see-who-runs-it', 'read-lessons'].includes(act) &&
        act !== 'find-applications' &&
        act !== 'tick-duty' &&
        act !== 'write-thanks',
    )
    for (const act of own.filter((one) => one !== 'hand-over-organizer'))
      expect([act, may(act, somebody, { ...others, isAbove: undefined })]).toEqual([act, false])
  })

  it('each act has a shelf of the house, and no grant stands there twice', () => {
    for (const act of acts) {
      const grants = access[act].who.map((grant) => grant.join(' '))
      expect([act, new Set(grants).size]).toEqual([act, grants.length])
    }
  })
})

describe('by person', () => {
  const pairing = { mentorId: 'ana', menteeId: 'ben' }
  const mayEnter = (person: { isEligible: boolean } | undefined) =>
    may('enter', { personId: 'ana' }, { isEligible: person?.isEligible })
  const mayAnswerCheckIn = (caller: { personId: string }, [mentorId, menteeId]: string[]) =>
    may('answer-check-in', caller, {
      pairing: mentorId === undefined ? undefined : { mentorId, menteeId: menteeId! },
    })
  const onesOwn = (
    act: 'enrol' | 'see-colleagues',
    caller: { personId: string },
    person: { id: string; isEligible: boolean } | undefined,
  ) => may(act, caller, { ownerId: person?.id, isEligible: person?.isEligible })

  it('a duty is ticked by the Sponsor of that program or its Organizer, and by no other Sponsor', () => {
    const tick = (personId: string, roles: Role[], sponsorId?: string) =>
      may('tick-duty', { personId }, { roles, sponsorId })
    expect(tick('ana', [], 'ana')).toBe(true)
    expect(tick('ana', ['organizer'], 'ben')).toBe(true)
    expect(tick('ana', ['employee', 'sponsor', 'stand-in', 'it-admin'], 'ben')).toBe(false)
    expect(tick('ana', ['sponsor'], undefined)).toBe(false)
  })

  it('only somebody the directory calls eligible comes in at all', () => {
    expect(mayEnter({ isEligible: true })).toBe(true)
    expect(mayEnter({ isEligible: false })).toBe(false)
    expect(mayEnter(undefined)).toBe(false)
  })

  it('only somebody the directory calls eligible enrols, and only themself', () => {
    expect(onesOwn('enrol', { personId: 'ana' }, { id: 'ana', isEligible: true })).toBe(true)
    expect(onesOwn('enrol', { personId: 'ana' }, { id: 'ana', isEligible: false })).toBe(false)
    expect(onesOwn('enrol', { personId: 'ana' }, { id: 'ben', isEligible: true })).toBe(false)
    expect(onesOwn('enrol', { personId: 'ana' }, undefined)).toBe(false)
  })

  it('a Pairing is declined by the two, and a request is answered by one and withdrawn by the other', () => {
    const request = { fromId: 'ana', toId: 'ben' }
    expect(may('decline-pairing', { personId: 'ana' }, { pairing: pairing })).toBe(true)
    expect(may('decline-pairing', { personId: 'organizer' }, { pairing: pairing })).toBe(false)
    expect(may('decline-pairing', { personId: 'ana' }, { pairing: undefined })).toBe(false)
    expect(may('answer-request', { personId: 'ben' }, request)).toBe(true)
    expect(may('answer-request', { personId: 'ana' }, request)).toBe(false)
    expect(may('answer-request', { personId: '' }, { toId: '' })).toBe(false)
    expect(may('withdraw-request', { personId: 'ana' }, request)).toBe(true)
    expect(may('withdraw-request', { personId: 'ben' }, request)).toBe(false)
    expect(may('withdraw-request', { personId: 'ana' }, { fromId: undefined })).toBe(false)
  })

  it('a Summary is decided by the Sponsor it was sent to, and one that was not sent by nobody', () => {
    const mayDecide = (personId: string, sentTo: string | undefined, roles: readonly Role[] = everyOther) =>
      may('decide-summary', { personId }, { sentTo, roles, sponsorId: 'ana' })
    expect(mayDecide('ana', 'ana')).toBe(true)
    expect(mayDecide('ben', 'ana')).toBe(false)
    expect(mayDecide('', '')).toBe(false)
    expect(mayDecide('ana', undefined)).toBe(false)
  })

  it('or by who stands in, for the Sponsor of now and never for a former one', () => {
    const stands = (sentTo: string | undefined, sponsorId: string | undefined) =>
      may('decide-summary', { personId: 'ben' }, { sentTo, sponsorId, roles: ['employee', 'stand-in'] })
    expect(stands('ana', 'ana')).toBe(true)
    expect(stands('former', 'ana')).toBe(false)
    expect(stands('former', undefined)).toBe(false)
    expect(stands(undefined, undefined)).toBe(false)
  })

  it('the Organizer’s seat is offered by its holder or IT, and by others of the role only when the holder has left', () => {
    const mayAsk = (roles: readonly Role[], anywhere: readonly Role[], holderLeft: boolean) =>
      may('hand-over-organizer', somebody, { roles, anywhere, holderLeft })
    expect(mayAsk(['organizer'], ['organizer'], false)).toBe(true)
    expect(mayAsk(['it-admin'], ['it-admin'], false)).toBe(true)
    expect(mayAsk(['employee'], ['organizer'], false)).toBe(false)
    expect(mayAsk(['employee'], ['organizer'], true)).toBe(true)
    expect(mayAsk(['sponsor', 'communications', 'analyst'], ['sponsor', 'communications'], true)).toBe(false)
  })

  it('a seat is taken or declined by whoever was asked', () => {
    expect(may('answer-handover', { personId: 'ana' }, { toId: 'ana' })).toBe(true)
    expect(may('answer-handover', { personId: 'ben' }, { toId: 'ana' })).toBe(false)
    expect(may('answer-handover', { personId: '' }, { toId: '' })).toBe(false)
    expect(may('answer-handover', { personId: 'ana' }, { toId: undefined })).toBe(false)
  })

  it('an enrolment is changed by its owner', () => {
    expect(may('change-own-enrolment', { personId: 'ana' }, { ownerId: 'ana' })).toBe(true)
    expect(may('change-own-enrolment', { personId: 'ben' }, { ownerId: 'ana' })).toBe(false)
    expect(may('change-own-enrolment', { personId: 'ana' }, { ownerId: undefined })).toBe(false)
  })

  it('lessons are read by whoever takes part and whoever organizes, and finished by whoever takes part', () => {
    const ana = { personId: 'ana' }
    expect(may('read-lessons', ana, { roles: [], enrolledId: 'ana' })).toBe(true)
    expect(may('read-lessons', ana, { roles: ['organizer'], enrolledId: undefined })).toBe(true)
    expect(may('read-lessons', ana, { roles: ['sponsor'], enrolledId: undefined })).toBe(false)
    expect(may('keep-own-training', ana, { enrolledId: 'ana' })).toBe(true)
    expect(may('keep-own-training', ana, { enrolledId: 'ben' })).toBe(false)
    expect(may('keep-own-training', ana, { enrolledId: undefined })).toBe(false)
  })

  it('the Mentee alone confirms what the Mentor can; each takes their own certificate', () => {
    const two = { pairing: { mentorId: 'ana', menteeId: 'ben' } }
    for (const personId of ['ana', 'ben']) {
      expect(may('see-pair-end', { personId }, two)).toBe(true)
      expect(may('take-certificate', { personId }, two)).toBe(true)
      expect(may('confirm-skills', { personId }, two)).toBe(personId === 'ben')
    }
    for (const act of ['see-pair-end', 'take-certificate', 'confirm-skills', 'go-on-together'] as const)
      expect(may(act, { personId: 'cy' }, two)).toBe(false)
    expect(may('confirm-skills', { personId: 'ben' }, { pairing: undefined })).toBe(false)
  })

  it('a certificate is checked by people of the organization who know its code', () => {
    const me = { personId: 'cy' }
    expect(may('check-certificate', me, { isEligible: true, knowsCode: true })).toBe(true)
    expect(may('check-certificate', me, { isEligible: true, knowsCode: false })).toBe(false)
    expect(may('check-certificate', me, { isEligible: undefined, knowsCode: true })).toBe(false)
  })

  it('a shared idea is read by an Organizer outside their line, by one inside it with names alone, and decided outside it', () => {
    const isAbove = (above: string, below: string) => above === 'boss' && below === 'ben'
    const facts = { roles: ['organizer'] as const, pairing: { mentorId: 'ana', menteeId: 'ben' }, isAbove }
    const reads = (personId: string, isWithNames: boolean, more = {}) =>
      may('read-idea', { personId }, { ...facts, isWithNames, ...more })
    expect(reads('olga', false)).toBe(true)
    expect(reads('boss', false)).toBe(false)
    expect(reads('boss', true)).toBe(true)
    expect(reads('olga', true, { isAbove: undefined })).toBe(true)
    expect(reads('olga', false, { isAbove: undefined })).toBe(false)
    expect(reads('olga', true, { pairing: undefined })).toBe(false)
    expect(reads('olga', true, { roles: ['sponsor', 'it-admin'] })).toBe(false)
    for (const personId of ['boss', 'ana', 'ben']) expect(may('decide-idea', { personId }, facts)).toBe(false)
    expect(may('decide-idea', { personId: 'olga' }, facts)).toBe(true)
    expect(may('decide-idea', { personId: 'olga' }, { ...facts, isAbove: () => undefined })).toBe(false)
  })

  it('what two agreed to do is kept by the two', () => {
    const two = { pairing: { mentorId: 'ana', menteeId: 'ben' } }
    for (const personId of ['ana', 'ben']) expect(may('keep-actions', { personId }, two)).toBe(true)
    expect(may('keep-actions', { personId: 'cy' }, two)).toBe(false)
    expect(may('keep-actions', { personId: 'ana' }, { pairing: undefined })).toBe(false)
  })

  it('an agreement is kept by the two whose it is', () => {
    const pairing = { mentorId: 'ana', menteeId: 'ben' }
    for (const personId of ['ana', 'ben']) expect(may('keep-agreement', { personId }, { pairing })).toBe(true)
    expect(may('keep-agreement', { personId: 'cy' }, { pairing })).toBe(false)
    expect(may('keep-agreement', { personId: 'ana' }, { pairing: undefined })).toBe(false)
  })

  it('a form about a pair is answered by whom it was put to, and nobody else', () => {
    expect(may('answer-ask', { personId: 'ana' }, { ownerId: 'ana' })).toBe(true)
    expect(may('answer-ask', { personId: 'ben' }, { ownerId: 'ana' })).toBe(false)
    expect(may('answer-ask', { personId: 'ana' }, { ownerId: undefined })).toBe(false)
  })

  it('a check-in is answered by the two who met, and read back by its writer alone', () => {
    const two = ['ana', 'ben']
    expect(mayAnswerCheckIn({ personId: 'ana' }, two)).toBe(true)
    expect(mayAnswerCheckIn({ personId: 'manager' }, two)).toBe(false)
    expect(mayAnswerCheckIn({ personId: '' }, ['', 'ben'])).toBe(false)
    expect(mayAnswerCheckIn({ personId: 'ana' }, [])).toBe(false)
    expect(may('read-check-in-answer', { personId: 'ana' }, { ownerId: 'ana' })).toBe(true)
    expect(may('read-check-in-answer', { personId: 'ben' }, { ownerId: 'ana' })).toBe(false)
    expect(may('read-check-in-answer', { personId: 'ana' }, { ownerId: undefined })).toBe(false)
  })

  it('another time is asked for and chosen by the two, whoever else may follow the Cohort', () => {
    expect(may('repair-session', { personId: 'ana' }, { pairing: pairing })).toBe(true)
    expect(may('repair-session', { personId: 'ben' }, { pairing: pairing })).toBe(true)
    expect(may('repair-session', { personId: 'organizer' }, { pairing: pairing })).toBe(false)
    expect(may('repair-session', { personId: '' }, { pairing: { mentorId: '', menteeId: 'ben' } })).toBe(
      false,
    )
    expect(may('repair-session', { personId: 'ana' }, { pairing: undefined })).toBe(false)
  })

  it('a Session is moved by the two, and by the assistant whom the Mentee named, nobody else', () => {
    const delegates = [{ leaderId: 'ben', assistantId: 'kim' }]
    expect(may('move-session', { personId: 'ana' }, { pairing: pairing, delegates: [] })).toBe(true)
    expect(may('move-session', { personId: 'kim' }, { pairing: pairing, delegates: delegates })).toBe(true)
    expect(may('move-session', { personId: 'kim' }, { pairing: pairing, delegates: [] })).toBe(false)
    expect(
      may(
        'move-session',
        { personId: 'kim' },
        { pairing: { mentorId: 'ben', menteeId: 'ana' }, delegates: delegates },
      ),
    ).toBe(false)
    expect(may('move-session', { personId: 'kim' }, { pairing: undefined, delegates: delegates })).toBe(false)
  })

  it('colleagues are looked up by somebody the directory calls eligible', () => {
    expect(onesOwn('see-colleagues', { personId: 'ana' }, { id: 'ana', isEligible: true })).toBe(true)
    expect(onesOwn('see-colleagues', { personId: 'ana' }, { id: 'ana', isEligible: false })).toBe(false)
    expect(onesOwn('see-colleagues', { personId: 'ana' }, undefined)).toBe(false)
  })

  it('a line manager sees nothing of a pair, not even as an Organizer with every other role', () => {
    const isAbove = (above: string, below: string) => above === 'manager' && below === 'ana'
    const see = (
      personId: string,
      roles: readonly Role[] = everyRole,
      chart: typeof isAbove | undefined = isAbove,
    ) => may('read-pair-health', { personId }, { roles, pairing, isAbove: chart })
    expect(see('manager')).toBe(false)
    expect(see('organizer')).toBe(true)
    expect(see('organizer', ['employee', 'sponsor', 'analyst'])).toBe(false)
  })

  it('nor does one of the two, who would read what the other answered', () => {
    for (const personId of ['ana', 'ben', ''])
      expect(may('read-pair-health', { personId }, { roles: everyRole, pairing, isAbove: () => false })).toBe(
        false,
      )
  })

  it('nor does anybody who may not see a pair note something about it', () => {
    const note = (personId: string, roles: readonly Role[] = everyRole) =>
      may('note-follow-up', { personId }, { roles, pairing, isAbove: (above) => above === 'manager' })
    expect(note('organizer')).toBe(true)
    for (const personId of ['ana', 'ben', 'manager']) expect(note(personId)).toBe(false)
    expect(note('somebody', ['employee', 'sponsor', 'analyst', 'communications'])).toBe(false)
  })

  it('where the chart cannot tell who is above whom, nobody sees a pair', () => {
    const see = (chart: ((above: string, below: string) => boolean | undefined) | undefined) =>
      may('read-pair-health', { personId: 'organizer' }, { roles: ['organizer'], pairing, isAbove: chart })
    expect(see(undefined)).toBe(false)
    expect(see(() => undefined)).toBe(false)
    expect(see(() => false)).toBe(true)
  })

  it('a Pairing is ended by either side or the Organizer', () => {
    expect(may('end-pairing', { personId: 'ana' }, { pairing: pairing, roles: ['employee'] })).toBe(true)
    expect(may('end-pairing', { personId: 'ben' }, { pairing: pairing, roles: ['employee'] })).toBe(true)
    expect(may('end-pairing', { personId: 'eve' }, { pairing: pairing, roles: ['organizer'] })).toBe(true)
    expect(
      may(
        'end-pairing',
        { personId: 'eve' },
        { pairing: pairing, roles: ['sponsor', 'analyst', 'it-admin'] },
      ),
    ).toBe(false)
    expect(may('end-pairing', { personId: 'eve' }, { pairing: undefined, roles: ['organizer'] })).toBe(false)
  })

  it('an enrolment of one’s own in that Cohort lets somebody look for partners, rank and ask', () => {
    for (const act of ['look-for-partners', 'rank-people', 'ask-to-pair'] as const) {
      expect(may(act, { personId: 'ana' }, { enrolledId: 'ana' })).toBe(true)
      expect(may(act, { personId: 'ana' }, { enrolledId: 'ben' })).toBe(false)
      expect(may(act, { personId: 'ana' }, { enrolledId: undefined })).toBe(false)
    }
  })

  it('what is one’s own is found by oneself, and a pair’s page by the two', () => {
    const own = ['read-own-mentoring', 'read-own-choices', 'read-own-seats', 'read-own-leaders'] as const
    const more = [
      'read-own-speed-meetings',
      'rate-speed-meeting',
      'keep-own-assistant',
      'avoid-somebody',
    ] as const
    for (const act of [...own, ...more]) {
      expect(may(act, { personId: 'ana' }, { ownerId: 'ana' })).toBe(true)
      expect(may(act, { personId: 'ben' }, { ownerId: 'ana' })).toBe(false)
    }
    expect(may('read-own-pairing', { personId: 'ben' }, { pairing })).toBe(true)
    expect(may('read-own-pairing', { personId: 'organizer' }, { pairing })).toBe(false)
  })

  it('the app role finds a Program of somebody else’s, and takes a seat; it opens nothing else there', () => {
    const role = { roles: ['employee'] as const, anywhere: ['organizer'] as const }
    expect(may('find-program', somebody, role)).toBe(true)
    expect(may('organize', somebody, role)).toBe(true)
    expect(may('read-program', somebody, role)).toBe(false)
    expect(may('find-program', somebody, { roles: ['employee'], anywhere: ['analyst'] })).toBe(false)
  })

  it('a talk is read by the contact who was asked, as long as they may be, and by whoever asked', () => {
    for (const roles of [[], everyRole]) {
      const facts = { ...unknown(roles), ownerId: 'ana', contactId: 'rita', enrolledId: 'ana' }
      for (const act of ['ask-for-talk', 'keep-own-talk', 'answer-talk'] as const)
        expect([act, may(act, somebody, facts)]).toEqual([act, false])
      expect(may('answer-talk', { personId: 'rita' }, facts)).toBe(true)
      expect(may('answer-talk', { personId: 'ana' }, facts)).toBe(false)
      expect(may('keep-own-talk', { personId: 'ana' }, facts)).toBe(true)
      expect(may('keep-own-talk', { personId: 'rita' }, facts)).toBe(false)
      expect(may('answer-talk', { personId: 'rita' }, { ...facts, contactId: undefined })).toBe(false)
    }
  })

  it('names of those who run it are seen by whoever takes part there, and by whoever runs it', () => {
    const see = (roles: readonly Role[], enrolledId?: string) =>
      may('see-who-runs-it', somebody, { roles, enrolledId })
    expect(see(['employee'], 'somebody')).toBe(true)
    for (const one of ['organizer', 'sponsor', 'it-admin'] as const) expect(see([one])).toBe(true)
    expect(see(['employee', 'analyst', 'communications', 'reviewer', 'independent-contact'], 'ana')).toBe(
      false,
    )
    expect(may('leave-part', somebody, { ownerId: 'ana' })).toBe(false)
  })

  it('Summaries are found by authors, the Sponsor, and whoever one waits for', () => {
    expect(may('find-summaries', somebody, { roles: ['sponsor'], sentTo: undefined })).toBe(true)
    expect(may('find-summaries', somebody, { roles: ['employee'], sentTo: 'somebody' })).toBe(true)
    expect(may('find-summaries', somebody, { roles: ['organizer'], sentTo: 'ana' })).toBe(false)
  })
})

describe('an application', () => {
  const chart = (above: string, below: string) => above === 'boss' && below === 'ana'
  const reads = (me: string, roles: readonly Role[], isAbove: Facts['isAbove'] = chart, ownerId = 'ana') =>
    may('read-application', { personId: me }, { roles, ownerId, isAbove })

  it('is read by reviewers and Organizers who stand in no line with the person, where the chart can tell', () => {
    for (const one of ['reviewer', 'organizer'] as const) {
      expect(reads('rita', [one])).toBe(true)
      expect(reads('boss', [one])).toBe(false)
      expect(reads('ana', [one])).toBe(false)
      expect(reads('ana', [one], chart, 'boss')).toBe(false)
      expect(reads('rita', [one], () => undefined)).toBe(false)
    }
    for (const one of everyRole.filter((name) => name !== 'reviewer' && name !== 'organizer'))
      expect(reads('rita', [one])).toBe(false)
  })

  it('is scored by reviewers alone', () => {
    const scores = (one: Role) =>
      may('review-application', { personId: 'rita' }, { roles: [one], ownerId: 'ana', isAbove: chart })
    expect(everyRole.filter(scores)).toEqual(['reviewer'])
  })

  it('is found by the Organizer of a Program that screens', () => {
    const finds = (one: Role, isScreened: boolean) =>
      may('find-applications', { personId: 'rita' }, { roles: [one], isScreened })
    expect([finds('reviewer', false), finds('organizer', true), finds('organizer', false)]).toEqual([
      ...[true, true, false],
    ])
  })
})

describe('a break that is set for somebody', () => {
  it('is for Organizers in no line with them, and for nobody where the chart cannot tell', () => {
    const sets = (isAbove: ((above: string, below: string) => boolean | undefined) | undefined, one: Role) =>
      may('set-break', { personId: 'rita' }, { roles: [one], ownerId: 'ana', isAbove })
    expect(everyRole.filter((one) => sets(() => false, one))).toEqual(['organizer'])
    for (const isAbove of [
      (above: string) => above === 'rita',
      (above: string) => above === 'ana',
      () => undefined,
      undefined,
    ])
      expect(sets(isAbove, 'organizer')).toBe(false)
  })
})

describe('a place from the waiting list', () => {
  it('is offered by Organizers in no line with whom it is for, and by nobody where the chart cannot tell', () => {
    const offers = (
      isAbove: ((above: string, below: string) => boolean | undefined) | undefined,
      one: Role,
    ) => may('offer-place', { personId: 'rita' }, { roles: [one], ownerId: 'ana', isAbove })
    const unrelated = () => false
    expect(everyRole.filter((one) => offers(unrelated, one))).toEqual(['organizer'])
    expect(offers((above) => above === 'rita', 'organizer')).toBe(false)
    expect(offers((above) => above === 'ana', 'organizer')).toBe(false)
    expect(offers(() => undefined, 'organizer')).toBe(false)
    expect(offers(undefined, 'organizer')).toBe(false)
  })

  it('is answered by the one it was offered to', () => {
    expect(may('answer-place', { personId: 'ana' }, { ownerId: 'ana' })).toBe(true)
    for (const ownerId of ['ben', undefined])
      expect(may('answer-place', { personId: 'ana' }, { ownerId })).toBe(false)
  })
})
