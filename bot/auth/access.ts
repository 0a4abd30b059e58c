/**
 * Who may do what, and who thereby sees what of somebody: one table. Each act has grants; a grant opens when every condition
 * in it holds, the first naming who it is and the others what else must be so. What no grant opens is refused, and what is
 * not known about the object makes no condition hold. No grant looks at who manages whom except to refuse: a line manager
 * learns nothing about a Pairing by being one.
 *
 * Routes and cards ask `may`; navigation asks `opensFor`; "Who can see what" (`who-sees.ts`) is read off `shows`.
 */
import { standsOutside } from '../domain/meeting/pair-health.ts'
import { isOneOf } from '../domain/pairing/pairing.ts'
import type { Caller } from './entra.ts'
import type { Role } from './role.ts'

export type Who = Pick<Caller, 'personId'>
type Two = { mentorId: string; menteeId: string }

/** What is known about the object of an act. A thing nobody knows is `undefined`, and opens nothing. */
export interface Facts {
  /** The caller's roles in the Program it is about. */
  roles: readonly Role[]
  /** The caller's roles where no Program is asked about: what the app roles alone open. */
  anywhere: readonly Role[]
  /** Whether the directory calls the caller one of its people: no guest, no account that left or was switched off. */
  isEligible: boolean | undefined
  /** Whose it is. */
  ownerId: string | undefined
  /** Who enrolled: the caller's own enrolment in the Cohort it is about. */
  enrolledId: string | undefined
  toId: string | undefined
  /** Who was asked for a talk, while they stand outside the Program and the asker's line. */
  contactId: string | undefined
  fromId: string | undefined
  /** Whom a Summary was sent to, whoever is Sponsor by now. */
  sentTo: string | undefined
  /** The Sponsor of the Program by now. */
  sponsorId: string | undefined
  pairing: Two | undefined
  delegates: readonly { leaderId: string; assistantId: string }[]
  /** The chart. */
  isAbove: ((above: string, below: string) => boolean | undefined) | undefined
  /** Whether the Organizer is in the organization no more. */
  holderLeft: boolean
  /** Whether they were given the code of the certificate, or guessed it. */
  knowsCode: boolean
  /** Both of the two agreed to share it with their names. */
  isWithNames: boolean
  /** The Program has people who read applications. */
  isScreened: boolean
}

type Condition<K extends keyof Facts> = {
  needs: readonly K[]
  holds: (facts: Pick<Facts, K>, me: string) => boolean
}
const condition = <K extends keyof Facts>(needs: readonly K[], holds: Condition<K>['holds']) => ({
  needs,
  holds,
})
const role = (wanted: Role) => condition(['roles'], ({ roles }) => roles.includes(wanted))

const conditions = {
  employee: role('employee'),
  organizer: role('organizer'),
  sponsor: role('sponsor'),
  /** For the days that the Sponsor named; on others nobody has this role. */
  'stand-in': role('stand-in'),
  communications: role('communications'),
  analyst: role('analyst'),
  reviewer: role('reviewer'),
  'independent-contact': role('independent-contact'),
  'it-admin': role('it-admin'),

  oneself: condition(['ownerId'], ({ ownerId }, me) => ownerId === me),
  'one-of-the-organization': condition(['isEligible'], ({ isEligible }) => isEligible === true),
  'takes-part': condition(['enrolledId'], ({ enrolledId }, me) => enrolledId === me),
  'one-of-the-two': condition(
    ['pairing'],
    ({ pairing }, me) => pairing !== undefined && isOneOf(pairing, me),
  ),
  /** Whoever is taught in it. */
  'mentee-of-it': condition(['pairing'], ({ pairing }, me) => pairing?.menteeId === me),
  /** Named by the Mentee; moves times and reads nothing else. */
  'assistant-of-the-mentee': condition(['pairing', 'delegates'], ({ pairing, delegates }, me) =>
    delegates.some(({ leaderId, assistantId }) => leaderId === pairing?.menteeId && assistantId === me),
  ),
  /** The independent contact whom somebody asked for a talk, as long as they may be theirs. */
  'the-contact-they-asked': condition(['contactId'], ({ contactId }, me) => contactId === me),
  'whoever-was-asked': condition(['toId'], ({ toId }, me) => toId === me),
  'whoever-asked': condition(['fromId'], ({ fromId }, me) => fromId === me),
  'sponsor-it-was-sent-to': condition(['sentTo'], ({ sentTo }, me) => sentTo === me),
  'sponsor-of-it': condition(['sponsorId'], ({ sponsorId }, me) => sponsorId === me),
  /** Nobody stands in for somebody who is the Sponsor no more. */
  'sent-to-the-sponsor': condition(
    ['sentTo', 'sponsorId'],
    ({ sentTo, sponsorId }) => sentTo !== undefined && sentTo === sponsorId,
  ),
  /** Holds the app role, without which being named opens nothing. */
  'could-be-organizer': condition(['anywhere'], ({ anywhere }) => anywhere.includes('organizer')),

  'of-a-known-pairing': condition(['pairing'], ({ pairing }) => pairing !== undefined),
  /** Neither one of the two nor above one of them; where the chart cannot tell, nobody is. */
  'outside-the-pair': condition(
    ['pairing', 'isAbove'],
    ({ pairing, isAbove }, me) => pairing !== undefined && standsOutside(me, pairing, isAbove),
  ),
  /** Neither themself nor in one line with them, in either direction; where the chart cannot tell, nobody is. */
  'outside-the-line': condition(['ownerId', 'isAbove'], ({ ownerId, isAbove }, me) => {
    if (ownerId === undefined || ownerId === me || !isAbove) return false
    return isAbove(me, ownerId) === false && isAbove(ownerId, me) === false
  }),
  'shared-with-names': condition(['isWithNames'], ({ isWithNames }) => isWithNames),
  'with-its-code': condition(['knowsCode'], ({ knowsCode }) => knowsCode),
  'of-a-program-that-screens': condition(['isScreened'], ({ isScreened }) => isScreened),
  /** Neither oneself nor whoever stands below one; where the chart cannot tell, nobody is. */
  'not-above-them': condition(
    ['ownerId', 'isAbove'],
    ({ ownerId, isAbove }, me) =>
      ownerId !== undefined && ownerId !== me && isAbove !== undefined && isAbove(me, ownerId) === false,
  ),
  'when-the-organizer-left': condition(['holderLeft'], ({ holderLeft }) => holderLeft),
}

export type ConditionName = keyof typeof conditions
export const conditionNames = Object.keys(conditions) as ConditionName[]

/** Folders that hold the same name in every layer (CONTRIBUTING.md). */
type Shelf =
  | 'organization'
  | 'program'
  | 'enrolment'
  | 'preferences'
  | 'pairing'
  | 'scheduling'
  | 'speed'
  | 'meeting'
  | 'publishing'
  | 'telling'
  | 'records'

/** What is known about somebody, as "Who can see what" tells it to them. */
export const data = [
  'profile',
  'contact',
  'part',
  'time-zone',
  'reporting-line',
  'enrolment',
  'shared-topics',
  'goal',
  'training',
  'nomination',
  'application',
  'review',
  'ranking',
  'request',
  'mutual-wish',
  'avoided',
  'declared-conflict',
  'speed-meetings',
  'speed-ratings',
  'pairing',
  'agreement',
  'actions',
  'idea',
  'shared-idea',
  'session-notes',
  'private-notes',
  'certificate',
  'growth',
  'talk',
  'free-times',
  'session-times',
  'session-changes',
  'check-in-answers',
  'pair-health',
  'follow-up',
  'figures',
  'out-of-reach',
] as const
export type Datum = (typeof data)[number]

interface Rule {
  shelf: Shelf
  who: readonly (readonly [ConditionName, ...ConditionName[]])[]
  /** What whoever does it sees of the person or the pair it is about. */
  shows?: readonly Datum[]
}

export const access = {
  /** Coming in at all. */
  enter: { shelf: 'organization', who: [['one-of-the-organization']] },
  /** Looking a colleague up by name, and seeing faces. */
  'see-colleagues': {
    shelf: 'organization',
    who: [['one-of-the-organization', 'oneself']],
    shows: ['profile'],
  },
  'read-people': {
    shelf: 'organization',
    who: [['organizer']],
    shows: ['profile', 'enrolment', 'time-zone', 'reporting-line'],
  },
  /** Reads and corrects what the directory says wrongly about reporting lines. */
  'read-organization-faults': {
    shelf: 'organization',
    who: [['organizer'], ['it-admin']],
    shows: ['reporting-line'],
  },
  /** Says that nobody is above somebody: people are paired across the chart on that word. */
  'confirm-tops': { shelf: 'organization', who: [['organizer']] },

  /** Timeline, challenge, sponsor's duties. Everyone reads the purpose itself under My mentoring. */
  'read-program': { shelf: 'program', who: [['organizer'], ['sponsor'], ['it-admin']] },
  /** Finding it: also whoever could be its Organizer, to take over from one who has left. */
  'find-program': {
    shelf: 'program',
    who: [['organizer'], ['sponsor'], ['it-admin'], ['could-be-organizer']],
  },
  'edit-program': { shelf: 'program', who: [['organizer']] },
  /** The texts a Program says in its own words, with their versions and who wrote them. */
  'read-content': { shelf: 'program', who: [['organizer']] },
  'write-content': { shelf: 'program', who: [['organizer']] },
  /** Taking the Organizer's seat when asked to. */
  organize: { shelf: 'program', who: [['could-be-organizer']] },
  /** Asking somebody else to be the Sponsor. */
  'hand-over-sponsor': { shelf: 'program', who: [['organizer']] },
  /** Asking somebody else to be the Organizer. */
  'hand-over-organizer': {
    shelf: 'program',
    who: [['organizer'], ['it-admin'], ['could-be-organizer', 'when-the-organizer-left']],
  },
  /** Names of those who run it; whoever takes part sees Organizers, Sponsor and whom to turn to instead. */
  'see-who-runs-it': {
    shelf: 'program',
    who: [['organizer'], ['sponsor'], ['it-admin'], ['takes-part']],
    shows: ['part'],
  },
  /** Asking somebody to take a role, and taking it back. */
  'give-roles': { shelf: 'program', who: [['organizer']] },
  'leave-part': { shelf: 'program', who: [['oneself']] },
  /** Saying that a word of the Sponsor's was said, and taking that back. */
  'tick-duty': { shelf: 'program', who: [['sponsor-of-it'], ['organizer']] },
  /** Closing a Cohort, after reading what is open in it. */
  'close-cohort': { shelf: 'program', who: [['organizer']] },
  /** The thanks at its end, with how many are thanked, and how many answers are missing: never whose. */
  'write-thanks': { shelf: 'program', who: [['organizer'], ['sponsor-of-it']] },
  /** In whose name they go out is nobody else's to say. */
  'agree-to-thanks': { shelf: 'program', who: [['sponsor-of-it']] },
  /** "I would like someone to talk to", to one contact, whom nobody else is told of. */
  'ask-for-talk': { shelf: 'program', who: [['takes-part']] },
  /** What one asked, and taking it back. */
  'keep-own-talk': { shelf: 'program', who: [['oneself']], shows: ['talk'] },
  /** The place; each of them shown only as `answer-talk` allows. */
  'find-own-talks': { shelf: 'program', who: [['oneself']] },
  'answer-talk': {
    shelf: 'program',
    who: [['the-contact-they-asked']],
    shows: ['profile', 'contact', 'talk'],
  },
  /** Naming the days on which the stand-in decides: nobody does that for the Sponsor. */
  'lend-sponsor-seat': { shelf: 'program', who: [['sponsor']] },
  'read-own-seats': { shelf: 'program', who: [['oneself']] },
  'answer-handover': { shelf: 'program', who: [['whoever-was-asked']] },
  /**
   * Declared conflicts, panels and second lines; each list by its owner (`domain/program/exclusion-owner.ts`). What somebody
   * asked for privately is nobody's to read.
   */
  'keep-exclusions': { shelf: 'program', who: [['organizer']], shows: ['declared-conflict'] },
  'keep-own-assistant': { shelf: 'program', who: [['oneself']] },
  /** By whoever was named. */
  'stop-assisting': { shelf: 'program', who: [['oneself']] },
  /** Whose assistant one is; each of their Sessions is shown as `move-session` allows. */
  'read-own-leaders': { shelf: 'program', who: [['oneself']] },

  /** Somebody the directory calls eligible enrols themselves; nobody enrols another. */
  enrol: { shelf: 'enrolment', who: [['oneself', 'one-of-the-organization']] },
  /** Pausing, leaving, changing. */
  'change-own-enrolment': { shelf: 'enrolment', who: [['oneself']] },
  /** The lessons of both sides: everybody who takes part, and whoever asks them to. */
  'read-lessons': { shelf: 'enrolment', who: [['takes-part'], ['organizer']] },
  /** Starting a lesson and answering its check. A wrong answer is kept nowhere. */
  'keep-own-training': { shelf: 'enrolment', who: [['takes-part']] },
  /** How many lessons somebody has finished: neither which, nor when, nor how they answered. */
  'see-who-is-trained': { shelf: 'enrolment', who: [['organizer']], shows: ['training'] },
  /** Whether the lessons come before the pair. */
  'choose-training': { shelf: 'enrolment', who: [['organizer']] },
  'decide-participants': { shelf: 'enrolment', who: [['organizer']] },
  /** To whoever has waited longest. Never to somebody in one line with whoever offers: a colleague does that. */
  'offer-place': { shelf: 'enrolment', who: [['organizer', 'outside-the-line']] },
  /** "Take it" or "no thanks". */
  'answer-place': { shelf: 'enrolment', who: [['oneself']] },
  /**
   * Asking people to enroll, and how many were asked, looked, enrolled or said "not now": never who of them, but for who takes
   * part (`read-people`). Nobody takes part by being invited.
   */
  invite: { shelf: 'enrolment', who: [['organizer']], shows: ['profile'] },
  /** "Not now", and that one has looked. */
  'answer-invitation': { shelf: 'enrolment', who: [['oneself']] },
  /** Putting a colleague forward, whoever one is: also a manager, who learns nothing by it. */
  nominate: { shelf: 'enrolment', who: [['one-of-the-organization']] },
  /** What one said oneself, read back and taken back. Never what became of it. */
  'keep-own-nominations': { shelf: 'enrolment', who: [['oneself']] },
  /** Who is put forward, by whom and why, and whether they were invited or enrolled: never "not now", nor one's own. */
  'read-nominations': { shelf: 'enrolment', who: [['organizer']], shows: ['profile', 'nomination'] },
  /** What whoever wants to teach answers, and what they read back of it. */
  'keep-own-application': { shelf: 'enrolment', who: [['oneself']], shows: ['application'] },
  /** The place, and the list; each of them shown only as `read-application` allows. */
  'find-applications': {
    shelf: 'enrolment',
    who: [['reviewer'], ['organizer', 'of-a-program-that-screens']],
  },
  /** Never by anybody in one line with them. What others thought is shown once one has said what one thinks oneself. */
  'read-application': {
    shelf: 'enrolment',
    who: [
      ['reviewer', 'outside-the-line'],
      ['organizer', 'outside-the-line'],
    ],
    shows: ['profile', 'application', 'review'],
  },
  'review-application': { shelf: 'enrolment', who: [['reviewer', 'outside-the-line']] },
  /**
   * What somebody enrolled with, their pairs (each as `read-pair-health` allows), and what was done and decided. Never their
   * goal, ranking, requests, whom they avoid, what they answered, or who of two ended a pair.
   */
  'open-participant': {
    shelf: 'enrolment',
    who: [['organizer', 'not-above-them']],
    shows: ['profile', 'enrolment', 'time-zone', 'reporting-line', 'pairing', 'mutual-wish'],
  },
  /** On their word, for somebody who cannot press it themselves. */
  'set-break': { shelf: 'enrolment', who: [['organizer', 'outside-the-line']] },
  /** "Not with this person." Written and taken back; its author reads it again in the file of their own data alone. */
  'avoid-somebody': { shelf: 'enrolment', who: [['oneself']] },

  /** Whether people rank and request. Never whom: that is nobody's to read, and each request is between two. */
  'choose-ways': { shelf: 'preferences', who: [['organizer']] },
  'read-own-choices': {
    shelf: 'preferences',
    who: [['oneself']],
    shows: ['ranking', 'request', 'mutual-wish'],
  },
  'look-for-partners': {
    shelf: 'preferences',
    who: [['takes-part']],
    shows: ['profile', 'shared-topics'],
  },
  'rank-people': { shelf: 'preferences', who: [['takes-part']] },
  'ask-to-pair': { shelf: 'preferences', who: [['takes-part']] },
  /** "Accept" or "not now". */
  'answer-request': {
    shelf: 'preferences',
    who: [['whoever-was-asked']],
    shows: ['request', 'shared-topics', 'mutual-wish'],
  },
  'withdraw-request': { shelf: 'preferences', who: [['whoever-asked']] },

  /** The board and everything on it: proposals, weights, what would follow. */
  propose: {
    shelf: 'pairing',
    who: [['organizer']],
    shows: ['pairing', 'reporting-line', 'mutual-wish'],
  },
  /** With what there is to know before: who has nobody, and who has accepted only older ground rules. */
  'approve-pairings': { shelf: 'pairing', who: [['organizer']], shows: ['pairing', 'enrolment'] },
  /** Partner, what speaks for the two, times, link, and who moved what. */
  'read-own-pairing': {
    shelf: 'pairing',
    who: [['one-of-the-two']],
    shows: ['profile', 'contact', 'time-zone', 'pairing', 'session-times', 'session-changes'],
  },
  /** Either side by one action and without a reason (capability E5), or the Organizer. */
  'end-pairing': { shelf: 'pairing', who: [['one-of-the-two'], ['organizer', 'of-a-known-pairing']] },
  /** Once, before the first Session: the two, and nobody for them. */
  'decline-pairing': { shelf: 'pairing', who: [['one-of-the-two']] },

  'read-schedule': { shelf: 'scheduling', who: [['organizer']], shows: ['pairing', 'session-times'] },
  'book-holds': { shelf: 'scheduling', who: [['organizer']], shows: ['free-times', 'session-times'] },
  /** Another time, for the two and for the assistant, who sees when and nothing else. */
  'move-session': {
    shelf: 'scheduling',
    who: [['one-of-the-two'], ['assistant-of-the-mentee']],
    shows: ['session-times'],
  },
  /** "I can't make it", the choice of another time and taking that back, with who said what. */
  'repair-session': { shelf: 'scheduling', who: [['one-of-the-two']], shows: ['session-changes'] },

  /** Plans, publishes and calls off speed meetings. Who rated whom how is not part of it: nobody else may read that. */
  'plan-speed-events': { shelf: 'speed', who: [['organizer']], shows: ['speed-meetings'] },
  'read-own-speed-meetings': {
    shelf: 'speed',
    who: [['oneself']],
    shows: ['speed-meetings', 'speed-ratings'],
  },
  'rate-speed-meeting': { shelf: 'speed', who: [['oneself']] },

  /** The place of the navigation. */
  'find-own-mentoring': { shelf: 'meeting', who: [['employee']] },
  'read-own-mentoring': { shelf: 'meeting', who: [['oneself']], shows: ['enrolment', 'time-zone', 'goal'] },
  /** The two who met, nobody else: not the Organizer, not a manager, not an assistant. */
  'answer-check-in': { shelf: 'meeting', who: [['one-of-the-two']] },
  /** What somebody answered is theirs alone to read back; the partner does not even learn that there is an answer. */
  'read-check-in-answer': { shelf: 'meeting', who: [['oneself']], shows: ['check-in-answers'] },
  /** A form about the pair: put to one person, answered and changed by them alone. */
  'answer-ask': { shelf: 'meeting', who: [['oneself']], shows: ['check-in-answers'] },
  /** What two agree on is between the two; others learn whether there is an agreement (`read-pair-health`). */
  'keep-agreement': { shelf: 'pairing', who: [['one-of-the-two']], shows: ['agreement'] },
  /** What two agreed to do is between the two. */
  'keep-actions': { shelf: 'meeting', who: [['one-of-the-two']], shows: ['actions'] },
  /** The page that the two write about a Session. */
  'keep-session-notes': { shelf: 'meeting', who: [['one-of-the-two']], shows: ['session-notes'] },
  /** What one locked for oneself: others are not given it, and could not read it. */
  'keep-private-notes': { shelf: 'meeting', who: [['oneself']], shows: ['private-notes'] },
  /** An idea that came up between two is theirs, until both agree to share it. */
  'keep-ideas': { shelf: 'meeting', who: [['one-of-the-two']], shows: ['idea'] },
  /** The place; each of them shown only as `read-idea` allows. Nothing tells of those that are not shared. */
  'find-ideas': { shelf: 'meeting', who: [['organizer']] },
  /** What both agreed to share. Whoever stands above one of them reads it only with their names, which they agreed to as well. */
  'read-idea': {
    shelf: 'meeting',
    who: [
      ['organizer', 'outside-the-pair'],
      ['organizer', 'of-a-known-pairing', 'shared-with-names'],
    ],
    shows: ['shared-idea'],
  },
  /** Who takes it on, what becomes of it and why: never by one of the two, nor by whoever stands above one of them. */
  'decide-idea': { shelf: 'meeting', who: [['organizer', 'outside-the-pair']] },
  /** What there is at the end of a pair: one's own certificate, and the skills that the Mentee confirmed. */
  'see-pair-end': { shelf: 'meeting', who: [['one-of-the-two']], shows: ['growth', 'certificate'] },
  /** Both have said before that they want to go on; either says for how long. */
  'go-on-together': { shelf: 'meeting', who: [['one-of-the-two']] },
  'confirm-skills': { shelf: 'meeting', who: [['mentee-of-it']] },
  /** One's own alone. */
  'take-certificate': { shelf: 'meeting', who: [['one-of-the-two']] },
  /** Whether it is genuine, and what stands on it. */
  'check-certificate': {
    shelf: 'meeting',
    who: [['one-of-the-organization', 'with-its-code']],
    shows: ['certificate'],
  },
  /** The list of pairs, each of them shown only as `read-pair-health` allows. Never an answer's wording. */
  'read-check-ins': { shelf: 'meeting', who: [['organizer']] },
  /** What one did for a pair, or until when it is left alone. */
  'note-follow-up': { shelf: 'meeting', who: [['organizer', 'outside-the-pair']] },
  /** What a Pairing's Sessions came to, who declined or moved one, what is being repaired, and that it stalls. */
  'read-pair-health': {
    shelf: 'meeting',
    who: [['organizer', 'outside-the-pair']],
    shows: ['pair-health', 'follow-up', 'session-changes', 'contact'],
  },

  'read-metrics': {
    shelf: 'publishing',
    who: [['organizer'], ['sponsor'], ['analyst']],
    shows: ['figures'],
  },
  /** Saying what the challenge was measured at, in the middle and at the end. */
  'enter-reading': { shelf: 'publishing', who: [['organizer'], ['sponsor']] },
  'draft-summary': { shelf: 'publishing', who: [['communications']] },
  'delete-summary': { shelf: 'publishing', who: [['communications']] },
  'submit-summary': { shelf: 'publishing', who: [['communications']] },
  'withdraw-summary': { shelf: 'publishing', who: [['communications'], ['sponsor']] },
  'post-summary-again': { shelf: 'publishing', who: [['communications'], ['sponsor']] },
  'settle-post': { shelf: 'publishing', who: [['communications'], ['sponsor']] },
  'read-summaries': {
    shelf: 'publishing',
    who: [['communications'], ['sponsor'], ['stand-in']],
    shows: ['figures'],
  },
  /** Where Summaries are, for whom one of them waits. */
  'find-summaries': {
    shelf: 'publishing',
    who: [['communications'], ['sponsor'], ['stand-in'], ['sponsor-it-was-sent-to']],
  },
  /**
   * Nobody else, whatever they may do, but the one who stands in on the days the Sponsor named. That it is not their own text
   * is for `domain/publishing/summary.ts` to say.
   */
  'decide-summary': {
    shelf: 'publishing',
    who: [['sponsor-it-was-sent-to'], ['stand-in', 'sent-to-the-sponsor']],
    shows: ['figures'],
  },

  /** Whom Teams does not reach, and why: never by which card, nor what it said. */
  'read-unreached': { shelf: 'telling', who: [['organizer']], shows: ['out-of-reach'] },
  /** Pairs that need a look: that something is the matter, never what was said. */
  'read-concerns': { shelf: 'telling', who: [['organizer']], shows: ['pairing'] },
  'close-concerns': { shelf: 'telling', who: [['organizer']] },

  /** Everything that is known of oneself, as a file. */
  'erase-oneself': { shelf: 'records', who: [['oneself']] },
  /** Of whom the directory holds no longer; the Organizer of every Cohort they took part in, or IT. */
  'erase-leaver': { shelf: 'records', who: [['organizer'], ['it-admin']] },
  'take-own-data': {
    shelf: 'records',
    who: [['oneself']],
    shows: [
      ...([
        'profile',
        'reporting-line',
        'enrolment',
        'time-zone',
        'goal',
        'training',
        'nomination',
        'application',
      ] as const),
      ...(['review', 'ranking'] as const),
      ...(['request'] as const),
      ...(['avoided', 'speed-meetings', 'speed-ratings', 'pairing', 'session-times'] as const),
      'check-in-answers',
      'certificate',
    ],
  },
  /** This table, as it concerns what is known of oneself. */
  'read-who-sees': { shelf: 'records', who: [['oneself']] },
} as const satisfies Record<string, Rule>

export type Act = keyof typeof access
export const acts = Object.keys(access) as Act[]

type NamedBy<A extends Act> = (typeof access)[A]['who'][number][number]
type NeededBy<N extends ConditionName> = N extends ConditionName
  ? (typeof conditions)[N]['needs'][number]
  : never
/** What has to be known before an act can be judged; leaving one out does not compile. */
export type FactsOf<A extends Act> = Pick<Facts, NeededBy<NamedBy<A>>>

/** The one answer. A caller who is nobody may nothing. */
export function may<A extends Act>(act: A, caller: Who, facts: FactsOf<A>): boolean {
  const me = caller.personId
  if (!me) return false
  const rule: Rule = access[act]
  return rule.who.some((grant) => grant.every((name) => conditions[name].holds(facts as never, me)))
}

/** Whether a role opens it by itself, whatever it is about. */
export function opensFor(act: Act, roles: readonly Role[]): boolean {
  const rule: Rule = access[act]
  return rule.who.some((grant) => grant.every((name) => (roles as readonly string[]).includes(name)))
}
