/** Every card the bot can show, with data that tries to break it. */

import { formNames, type Question } from '../../bot/domain/meeting/form.ts'
import { standingTerms, usualTerms } from '../../bot/domain/pairing/agreement.ts'
import { type ThanksWords, thanked } from '../../bot/domain/program/closing.ts'
import { lateStages } from '../../bot/domain/program/cohort-timetable.ts'
import { handoverStates } from '../../bot/domain/program/handover.ts'
import { programRoles, seats } from '../../bot/domain/program/part.ts'
import { duties } from '../../bot/domain/program/sponsor-duties.ts'
import type { Notice } from '../../bot/domain/telling/notice.ts'
import type { CardMessage, Reader } from '../../bot/messages/cards/card.ts'
import { nominateCard } from '../../bot/messages/cards/enrolment/invitation.ts'
import { backCard, pauseCard, pausedCard } from '../../bot/messages/cards/enrolment/pause.ts'
import { helpCard, teamWelcomeCard, welcomeCard } from '../../bot/messages/cards/help.ts'
import { askCard, askDoneCard } from '../../bot/messages/cards/meeting/ask.ts'
import { checkInCard, checkInDoneCard } from '../../bot/messages/cards/meeting/check-in.ts'
import { myMentoringCard, nextSessionCard } from '../../bot/messages/cards/meeting/my-mentoring.ts'
import { cardForNotice } from '../../bot/messages/cards/notice.ts'
import { readAgreementCard } from '../../bot/messages/cards/pairing/agreement.ts'
import { someoneToTalkToCard } from '../../bot/messages/cards/program/talk.ts'
import { summaryPost } from '../../bot/messages/cards/publishing/summary-post.ts'
import { notedCard, whichSessionCard } from '../../bot/messages/cards/scheduling/which-session.ts'
import { speedRatedCard } from '../../bot/messages/cards/speed/speed.ts'
import { wordsFor } from '../../bot/messages/language/words.ts'
import { agreementWords } from '../../bot/words/agreement.ts'
import type { Language } from '../../bot/words/sentence.ts'
import { usualThanks } from '../../bot/words/thanks.ts'
import type { AgreementToSign } from '../../bot/workflows/pairing/agreement-to-sign.ts'
import type { RoleHere } from '../../bot/workflows/program/roles-here.ts'
import { everyNotice } from './every-notice.ts'

export const locales = ['en-GB', 'es-ES', 'ar'] as const

export const readerIn = (locale: string): Reader => ({
  words: wordsFor(locale),
  tabLink: (place) =>
    `https://teams.microsoft.com/l/entity/5d3b8a1e-0000-4000-8000-000000000001/mentoring?context=${encodeURIComponent(JSON.stringify({ subEntityId: place }))}`,
})

const ben = {
  id: 'b2f1',
  name: 'Benedikte Solberg',
  jobTitle: 'Head of Customer Operations',
  department: 'Operations',
  location: 'Oslo, Norway',
}

/** Names and words that would be links, mentions, bold, pictures or code if anybody read them as such. */
export const hostile =
  '**Bold** [click](https://evil.test) <at>Everyone</at> ![x](https://evil.test/x.png) `code` {{DATE(2026)}} <b>secret</b> # Head\n- item "quoted" \\'

export const hostileFace = {
  id: 'evil',
  name: hostile,
  jobTitle: hostile,
  department: hostile,
  location: hostile,
}

const next = {
  sessionId: '0b7c1f6e-3a7d-4b60-9d53-2f1f5a1f9c10',
  partner: ben,
  startsAt: new Date('2026-03-12T14:00:00Z'),
  endsAt: new Date('2026-03-12T14:50:00Z'),
  timeZone: 'Europe/Oslo',
  joinUrl: 'https://teams.microsoft.com/l/meetup-join/19%3ameeting',
  number: 2,
  theme: 'show-me',
}
const question = {
  sessionId: '0b7c1f6e-3a7d-4b60-9d53-2f1f5a1f9c11',
  number: 2,
  partner: ben,
  startedAt: next.startsAt,
  timeZone: 'Europe/Oslo',
}

export const pairingNotice = {
  kind: 'pairing',
  pairingId: 'p1',
  mySide: 'mentor',
  partner: ben,
  partnerSignInName: 'benedikte.solberg@contoso.example',
  firstId: 's1',
  parts: [
    { part: 'base', points: 100 },
    { part: 'topic', points: 90, detail: { topics: 'ai-tools, social-media', worth: 12 } },
    { part: 'interests', points: 40, detail: { interests: 'hiking, cooking' } },
    { part: 'different-unit', points: 30, detail: { mentor: 'Engineering', mentee: 'Operations' } },
    { part: 'rating', points: -20, detail: { byMentor: 3 } },
  ],
  firstStart: next.startsAt,
  firstEnd: next.endsAt,
  sessions: 6,
  everyWeeks: 4,
  timeZone: 'Europe/Oslo',
  joinUrl: next.joinUrl,
} satisfies Notice

export const seatNotice = {
  kind: 'seat-asked',
  handoverId: 'h1',
  seat: 'sponsor',
  state: 'open',
  programName: 'Reverse mentoring 2026',
  statement: 'Our leaders decide about tools that only their teams have tried.',
  askedByName: 'Carla Ruiz',
  fromName: ben.name,
} satisfies Notice

const seatNews = {
  kind: 'seat-news' as const,
  programName: 'Reverse mentoring 2026',
  personName: 'Carla Ruiz',
}

/** Every part, state and reader. */
const seatCards = Object.fromEntries(
  [...seats, ...programRoles].flatMap((seat) =>
    handoverStates.flatMap((state) => [
      [
        `seat-${seat}-${state}`,
        (reader: Reader) => cardForNotice({ ...seatNotice, seat, state }, reader),
      ] as const,
      ...(['holder', 'asker'] as const).map(
        (who) =>
          [
            `news-${seat}-${state}-${who}`,
            (reader: Reader) => cardForNotice({ ...seatNews, seat, state, reader: who }, reader),
          ] as const,
      ),
    ]),
  ),
)

const partNews = {
  kind: 'part-news' as const,
  part: 'stand-in' as const,
  programName: 'Reverse mentoring 2026',
  personName: 'Carla Ruiz',
  isReader: false,
}

const partCards = Object.fromEntries(
  (['left', 'gone', 'takes-part', 'follows', 'taken-back', 'decides', 'decides-no-more'] as const).flatMap(
    (what) =>
      [false, true].map((isReader) => [
        `part-${what}-${isReader ? 'you' : 'other'}`,
        (reader: Reader) => cardForNotice({ ...partNews, what, isReader, until: '2026-12-24' }, reader),
      ]),
  ),
)

const assistedNotice = {
  kind: 'assisted-repair' as const,
  repairId: 'r1',
  state: 'open' as const,
  leaderName: ben.name,
  stands: { start: next.startsAt, end: next.endsAt },
  options: [1, 2, 3].map((day, option) => ({
    option,
    start: new Date(next.startsAt.getTime() + day * 86_400_000),
    end: new Date(next.endsAt.getTime() + day * 86_400_000),
  })),
  timeZone: 'Europe/Oslo',
} satisfies Notice

const speedNotice = {
  kind: 'speed-round',
  eventId: 'e1',
  eventName: 'First meeting',
  round: 2,
  of: 6,
  startsAt: next.startsAt,
  endsAt: new Date('2026-03-12T14:07:00Z'),
  timeZone: 'Europe/Oslo',
  partner: ben,
  partnerSignInName: 'benedikte.solberg@contoso.example',
  iCall: true,
  joinUrl: next.joinUrl,
} satisfies Notice

export const repairNotice = {
  kind: 'repair',
  repairId: 'r1',
  state: 'open',
  number: 2,
  partner: ben,
  partnerSignInName: 'ben@contoso.example',
  stands: { start: next.startsAt, end: next.endsAt },
  isCancelled: false,
  iAsked: true,
  mayWithdraw: true,
  options: [13, 16, 17].map((day, option) => ({
    option,
    start: new Date(Date.UTC(2026, 2, day, 9)),
    end: new Date(Date.UTC(2026, 2, day, 9, 50)),
  })),
  timeZone: 'Europe/Oslo',
  joinUrl: next.joinUrl,
} satisfies Notice

const whichNotice = {
  about: { sessionId: 's1', number: 1, start: next.startsAt, end: next.endsAt, why: 'over' as const },
  ahead: [2, 3].map((number) => ({
    sessionId: `s${number}`,
    number,
    start: next.startsAt,
    end: next.endsAt,
  })),
  timeZone: 'Europe/Oslo',
}

const afterNext = { number: 3, start: next.startsAt, end: next.endsAt }

export const requestNotice = {
  kind: 'pair-request',
  requestId: 'q1',
  state: 'open',
  partner: ben,
  why: [
    { part: 'topic', detail: { topics: 'ai-tools, social-media', worth: 12 } },
    { part: 'seniority-gap', detail: { grades: 5 } },
    { part: 'interests', detail: { interests: 'hiking' } },
  ],
  until: new Date('2026-03-19T14:00:00Z'),
  timeZone: 'Europe/Oslo',
} satisfies Notice

export const askNotice = {
  kind: 'ask',
  askKey: 'midpoint.p1.ana',
  form: 'midpoint',
  side: 'mentee',
  pairingId: 'p1',
  partner: ben,
  until: new Date('2026-03-19T14:00:00Z'),
} satisfies Notice

const outcomeNotice = { kind: 'pair-outcome' as const, pairingId: 'p1' }

/** Every form, as either side reads it. */
const mineSigned = { goal: 'Ask before I tell', goalStart: 2 }
const standing = (language: Language) => standingTerms.map((term) => agreementWords[language][`term.${term}`])
const toSign: AgreementToSign = {
  ...{ pairingId: 'p1', version: 2, template: 1, state: 'open', partner: ben, timeZone: 'Europe/Oslo' },
  terms: { ...usualTerms, offLimits: 'Pay', own: 'We walk when it is dry' },
  sentences: { en: standing('en'), es: standing('es'), ar: standing('ar') },
  gaps: { mentor: 'Ana Ruiz', mentee: ben.name, count: 6, minutes: 50, weeks: 3 },
  mine: mineSigned,
}
const thirty = Array.from({ length: 30 }, () => 'اتفاق '.repeat(100))
const longSentences = { en: thirty, es: thirty, ar: thirty }

const askCards = Object.fromEntries(
  formNames.flatMap((form) =>
    (['mentor', 'mentee'] as const).map((side) => [
      `ask-${form}-${side}`,
      (reader: Reader) => cardForNotice({ ...askNotice, form, side }, reader),
    ]),
  ),
)

export const nudgeNotice = {
  kind: 'nudge',
  pairingId: 'p1',
  partner: ben,
  sessions: 2,
  next: { start: next.startsAt, end: next.endsAt },
  timeZone: 'Europe/Oslo',
} satisfies Notice

export const announcement = {
  summaryId: 's1',
  title: 'Reverse mentoring: what 60 leaders learned from their Mentors',
  body: 'In spring, 120 junior colleagues taught senior leaders how they work with AI every day.\n\nThank you to every Mentor who leads, and to every leader who listens.',
  figures: [
    { key: 'pairs', value: 118, unit: 'count' as const, n: 236 },
    { key: 'hold-kept', value: 91, unit: 'percent' as const, n: 540 },
    { key: 'contact-hours', value: 431.5, unit: 'hours' as const, n: 540 },
    { key: 'session-value', value: 4.4, unit: 'score' as const, n: 480 },
    { key: 'session-value-mentors', unit: 'score' as const },
  ],
  programName: 'Reverse mentoring 2026',
}

/** One of each kind, which the compiler keeps complete. */
const assisting = {
  kind: 'assisting',
  leaderId: 'l',
  leaderName: ben.name,
  assistantName: 'Rita Vale',
} as const

export const everyRole: RoleHere[] = [
  ...(['mentor', 'mentee', 'sponsor', 'organizer', 'reviewer', 'independent-contact'] as const),
  ...(['stand-in', 'communications', 'assistant'] as const),
]

const noticeCards = Object.fromEntries(
  Object.entries(everyNotice).map(([kind, notice]) => [
    `notice ${kind}`,
    (reader: Reader) => cardForNotice(notice, reader),
  ]),
)

export const cards: Record<string, (reader: Reader) => CardMessage> = {
  ...noticeCards,
  ...Object.fromEntries(
    [[], ...everyRole.map((role) => [role]), ['mentor', 'assistant'], everyRole].flatMap((roles) => [
      [`welcome ${roles.join('+')}`, (reader: Reader) => welcomeCard(reader, roles as RoleHere[])],
      [
        `help ${roles.join('+')}`,
        (reader: Reader) => helpCard(reader, { roles: roles as RoleHere[], trains: true }),
      ],
    ]),
  ),
  'team-welcome': teamWelcomeCard,
  help: (reader) => helpCard(reader),
  'assisting-over': (reader) => cardForNotice({ ...assisting, state: 'over' }, reader),
  'assisting-stopped': (reader) => cardForNotice({ ...assisting, state: 'stopped' }, reader),
  'help-with-contact': (reader) =>
    helpCard(reader, {
      contacts: [{ name: 'Rita Vale', signInName: 'rita@contoso.com' }, { name: 'Otto Berg' }],
    }),
  'pairing-mentor': (reader) => cardForNotice(pairingNotice, reader),
  'pairing-mentee': (reader) => cardForNotice({ ...pairingNotice, mySide: 'mentee', parts: [] }, reader),
  'pairing-declinable': (reader) => cardForNotice({ ...pairingNotice, mayDecline: true }, reader),
  'pairing-off': (reader) => cardForNotice({ kind: 'pairing-off', partner: ben }, reader),
  'pair-handed': (reader) =>
    cardForNotice(
      { kind: 'pair-handed', pairingId: 'p1', cohortName: 'Spring 2026', byName: 'Ruth Okafor' },
      reader,
    ),
  'break-over': (reader) => cardForNotice(breakOver(ben, false), reader),
  'break-over-mine': (reader) => cardForNotice(breakOver(ben, true), reader),
  'break-over-none': (reader) => {
    const { next: _, ...notice } = breakOver(ben, true)
    return cardForNotice(notice, reader)
  },
  'break-set': (reader) => cardForNotice(breakSet('2027-02-01'), reader),
  'break-set-over': (reader) => cardForNotice(breakSet(undefined), reader),
  'partner-pauses': (reader) =>
    cardForNotice({ kind: 'partner-pauses', pairingId: 'x', partner: ben, until: '2027-02-01' }, reader),
  'pair-pauses': (reader) =>
    cardForNotice(
      { kind: 'partner-pauses', pairingId: 'x', partner: ben, until: '2027-02-01', isOfBoth: true },
      reader,
    ),
  'pairing-completed': (reader) => cardForNotice({ kind: 'pairing-completed', partner: ben }, reader),
  'no-partner-mentor': (reader) => cardForNotice(noPartner('mentor', 'Reverse mentoring 2026'), reader),
  'no-partner-mentee': (reader) => cardForNotice(noPartner('mentee', 'Reverse mentoring 2026'), reader),
  'invitation-mentor': (reader) => cardForNotice(invitation({ side: 'mentor' }), reader),
  'invitation-mentee': (reader) => cardForNotice(invitation({ why: 'reminder' }), reader),
  'invitation-forwarded': (reader) =>
    cardForNotice(invitation({ forwardedBy: ['Ana Torres', 'Ben Okafor'] }), reader),
  'invitation-forwarded-unnamed': (reader) => cardForNotice(invitation({ forwardedBy: [] }), reader),
  'invitation-declined': (reader) => cardForNotice(invitation({ state: 'declined' }), reader),
  'invitation-enrolled': (reader) => cardForNotice(invitation({ state: 'enrolled' }), reader),
  'invitation-closed': (reader) => cardForNotice(invitation({ state: 'closed' }), reader),
  'place-open-mentor': (reader) => cardForNotice(place({ side: 'mentor' }), reader),
  'place-open-mentee': (reader) => cardForNotice(place({}), reader),
  'place-taken': (reader) => cardForNotice(place({ state: 'taken' }), reader),
  'place-declined': (reader) => cardForNotice(place({ state: 'declined' }), reader),
  'place-lapsed': (reader) => cardForNotice(place({ state: 'lapsed' }), reader),
  'place-withdrawn': (reader) => cardForNotice(place({ state: 'withdrawn' }), reader),
  'pairing-ended': (reader) => cardForNotice({ kind: 'pairing-ended', partner: ben }, reader),
  'request-open': (reader) => cardForNotice(requestNotice, reader),
  'request-set-aside': (reader) => cardForNotice({ ...requestNotice, state: 'set-aside' }, reader),
  'request-accepted': (reader) => cardForNotice({ ...requestNotice, state: 'accepted' }, reader),
  'request-left-open': (reader) => cardForNotice({ ...requestNotice, state: 'left-open' }, reader),
  'request-over': (reader) => cardForNotice({ ...requestNotice, state: 'over' }, reader),
  'answer-accepted': (reader) =>
    cardForNotice({ kind: 'pair-answer', answer: 'accepted', partner: ben }, reader),
  'answer-left-open': (reader) =>
    cardForNotice({ kind: 'pair-answer', answer: 'left-open', partner: ben }, reader),
  'answer-none': (reader) =>
    cardForNotice({ kind: 'pair-answer', answer: 'no-answer', partner: ben }, reader),
  'check-in': (reader) => checkInCard(question, reader),
  'check-in-missing': (reader) => checkInCard(question, reader, { held: true }, 'worth'),
  'check-in-done': (reader) => checkInDoneCard(question, { held: true, worth: 4, obstacle: 'time' }, reader),
  'check-in-not-held': (reader) => checkInDoneCard(question, { held: false, obstacle: 'nothing' }, reader),
  'check-in-not-held-this-week': (reader) =>
    checkInDoneCard({ ...question, mayMove: true }, { held: false, obstacle: 'nothing' }, reader),
  ...Object.fromEntries(
    (['answered', 'closed', 'moved'] as const).map((state) => [
      `check-in-${state}`,
      (reader: Reader) => cardForNotice({ ...everyNotice['check-in'], state }, reader),
    ]),
  ),
  'ask-answered': (reader) => cardForNotice({ ...askNotice, state: 'answered' }, reader),
  'ask-closed': (reader) => cardForNotice({ ...askNotice, state: 'closed' }, reader),
  'which-session': (reader) => whichSessionCard(whichNotice, reader),
  'which-session-changed': (reader) =>
    whichSessionCard({ ...whichNotice, about: { ...whichNotice.about, why: 'changed' } }, reader),
  'which-session-none': (reader) => whichSessionCard({ ahead: [], timeZone: 'Europe/Oslo' }, reader),
  'cannot-noted': (reader) => notedCard({ ...repairNotice, state: 'looking', options: [] }, reader),
  ...askCards,
  'agreement-to-sign': (reader) => readAgreementCard({ agreement: toSign }, reader),
  'agreement-not-yet': (reader) =>
    readAgreementCard(
      { agreement: toSign, not: { refusal: { refused: 'empty-text', detail: { field: 'goal' } }, goal: '' } },
      reader,
    ),
  'agreement-in-force': (reader) =>
    readAgreementCard(
      {
        agreement: {
          ...{ ...toSign, state: 'in-force', mine: { ...mineSigned, at: new Date('2026-03-02T09:00Z') } },
          theirs: { ...mineSigned, goal: 'Speak up in large meetings', at: new Date('2026-03-03T23:30Z') },
        },
      },
      reader,
    ),
  'agreement-long': (reader) =>
    readAgreementCard({ agreement: { ...toSign, sentences: longSentences } }, reader),
  'ask-missing': (reader) => askCard({ ...askNotice, form: 'fit' }, reader, { free: '2' }, 'fit'),
  'ask-written': (reader) => cardForNotice({ ...askNotice, questions: writtenBy('Is it worth it?') }, reader),
  'ask-done': (reader) => askDoneCard(askNotice, reader),
  'outcome-good': (reader) =>
    cardForNotice({ ...outcomeNotice, form: 'midpoint', result: 'good', partner: ben }, reader),
  'outcome-talk': (reader) =>
    cardForNotice({ ...outcomeNotice, form: 'midpoint', result: 'talk', partner: ben }, reader),
  'outcome-over': (reader) =>
    cardForNotice({ ...outcomeNotice, form: 'closing', result: 'over', partner: ben }, reader),
  ...Object.fromEntries(
    (['keep-in-touch', 'continue', 'swap', 'booked'] as const).map((result) => [
      `outcome-${result}`,
      (reader: Reader) => cardForNotice({ ...outcomeNotice, form: 'closing', result, partner: ben }, reader),
    ]),
  ),
  'outcome-goes-on': (reader) =>
    cardForNotice({ ...outcomeNotice, form: 'closing', result: 'goes-on', partner: ben }, reader),
  'idea-asked': (reader) =>
    cardForNotice({ kind: 'idea', ideaId: 'i1', pairingId: 'p1', state: 'asked' }, reader),
  'idea-decided': (reader) =>
    cardForNotice({ kind: 'idea', ideaId: 'i1', pairingId: 'p1', state: 'going-ahead' }, reader),
  'idea-done': (reader) =>
    cardForNotice({ kind: 'idea', ideaId: 'i1', pairingId: 'p1', state: 'done' }, reader),
  'my-mentoring-new': (reader) => myMentoringCard({ state: 'not-enrolled' }, reader),
  'my-mentoring-paired': (reader) =>
    myMentoringCard({ state: 'paired', programName: 'Reverse mentoring 2026', partner: ben, next }, reader),
  'my-mentoring-paused': (reader) => myMentoringCard({ state: 'paused', pausedUntil: '2026-04-01' }, reader),
  'next-session': (reader) => nextSessionCard(next, reader),
  'next-session-none': (reader) => nextSessionCard(undefined, reader),
  'repair-open': (reader) => cardForNotice(repairNotice, reader),
  'repair-looking': (reader) => cardForNotice({ ...repairNotice, state: 'looking', options: [] }, reader),
  'repair-booking': (reader) =>
    cardForNotice({ ...repairNotice, state: 'booking', time: repairNotice.options[1]! }, reader),
  'repair-booked': (reader) =>
    cardForNotice(
      { ...repairNotice, state: 'booked', time: repairNotice.options[1]!, mayWithdraw: false },
      reader,
    ),
  'repair-expired': (reader) =>
    cardForNotice({ ...repairNotice, state: 'expired', mayWithdraw: false }, reader),
  'repair-expired-next': (reader) =>
    cardForNotice({ ...repairNotice, state: 'expired', mayWithdraw: false, next: afterNext }, reader),
  'repair-kept': (reader) => cardForNotice({ ...repairNotice, state: 'kept', mayWithdraw: false }, reader),
  'repair-again': (reader) => cardForNotice({ ...repairNotice, iAsked: false, reminder: 'again' }, reader),
  'repair-day-before': (reader) => cardForNotice({ ...repairNotice, reminder: 'day-before' }, reader),
  'repair-day-before-none': (reader) =>
    cardForNotice({ ...repairNotice, state: 'none', options: [], reminder: 'day-before' }, reader),
  'repair-not-met': (reader) => cardForNotice({ ...repairNotice, isNotMet: true }, reader),
  'repair-none': (reader) =>
    cardForNotice({ ...repairNotice, state: 'none', options: [], isCancelled: true }, reader),
  nudge: (reader) => cardForNotice(nudgeNotice, reader),
  concerns: (reader) =>
    cardForNotice(
      { kind: 'concerns', cohortName: 'Spring 2026', counts: { stalled: 2, 'person-left': 1 } },
      reader,
    ),
  'stalled-pairs': (reader) =>
    cardForNotice({ kind: 'stalled-pairs', cohortName: 'Spring 2026', stalled: 5 }, reader),
  pause: (reader) => pauseCard('2026-03-04', reader),
  paused: (reader) => pausedCard('2026-04-01', reader),
  back: (reader) => backCard(reader),
  'decision-approve': (reader) =>
    cardForNotice({ kind: 'decision', decision: 'approve', programName: 'Reverse mentoring 2026' }, reader),
  'decision-waitlist': (reader) =>
    cardForNotice({ kind: 'decision', decision: 'waitlist', programName: 'Reverse mentoring 2026' }, reader),
  'decision-decline': (reader) =>
    cardForNotice({ kind: 'decision', decision: 'decline', programName: 'Reverse mentoring 2026' }, reader),
  'assisted-repair': (reader) => cardForNotice(assistedNotice, reader),
  'assisted-booked': (reader) =>
    cardForNotice({ ...assistedNotice, state: 'booked', time: assistedNotice.options[1]! }, reader),
  'assisted-none': (reader) => cardForNotice({ ...assistedNotice, state: 'none', options: [] }, reader),
  'speed-round': (reader) => cardForNotice(speedNotice, reader),
  'speed-round-called': (reader) => cardForNotice({ ...speedNotice, iCall: false }, reader),
  'speed-pause': (reader) => {
    const { partner: _p, partnerSignInName: _m, ...pause } = speedNotice
    return cardForNotice({ ...pause, nextAt: new Date('2026-03-12T14:09:00Z') }, reader)
  },
  'speed-rated': (reader) => speedRatedCard({ eventId: 'e1', partner: ben, rating: 8 }, reader),
  'speed-not-rated': (reader) => speedRatedCard({ eventId: 'e1', partner: ben }, reader),
  'summary-to-approve': (reader) =>
    cardForNotice(
      { kind: 'summary-to-approve', summaryId: 's1', title: announcement.title, authorName: 'Carla Ruiz' },
      reader,
    ),
  ...newsCards(announcement.title, 'Carla Ruiz', 'Shorter, please.'),
  ...seatCards,
  ...partCards,
  'session-ahead': (reader) => cardForNotice(aheadNotice, reader),
  'session-ahead-mentee': (reader) => {
    const { joinUrl: _, ...bare } = aheadNotice
    const own = Object.fromEntries(
      ['en', 'es', 'ar'].map((one) => [one, { topic: 'What we sell', bring: 'A phone' }]),
    )
    return cardForNotice({ ...bare, mySide: 'mentee', own }, reader)
  },
  ...dateCards('Reverse mentoring 2026', 'Spring'),
  ...thanksCards('Reverse mentoring 2026', usualThanks),
  'to-review': (reader) =>
    cardForNotice({ kind: 'to-review', cohortId: 'c1', programName: 'Learning upward' }, reader),
  'nominate-open': (reader) => nominateCard(['Spring 2026', 'Pilot'], reader),
  'nominate-closed': (reader) => nominateCard([], reader),
  'talk-whom': (reader) => someoneToTalkToCard(['Rita Vale', 'Omar Said'], reader),
  'talk-nobody': (reader) => someoneToTalkToCard([], reader),
  'talk-asked': (reader) => cardForNotice(talkNotice, reader),
  'talk-again': (reader) => cardForNotice({ ...talkNotice, again: true }, reader),
  'list-tried': (reader) =>
    cardForNotice({ kind: 'list-tried', source: 'legal.csv', byName: 'Carla Ruiz' }, reader),
  'summary-post': (reader) => summaryPost(announcement, reader),
}

/** One question of each kind, in the words of a Program. */
function writtenBy(text: string): Question[] {
  const words = { en: { text, low: text, high: text, options: [{ key: 'yes', text }] } }
  return [
    { key: 'goal', kind: 'scale', from: 1, to: 5, reader: 'pooled', words },
    { key: 'own-1', kind: 'choice', options: ['yes'], reader: 'pooled', words },
    { key: 'own-2', kind: 'line', most: 300, reader: 'own', words },
  ]
}

/** The cards that hold what people wrote, with the worst they could write. */
export const hostileCards: Record<string, (reader: Reader) => CardMessage> = {
  'agreement-to-sign': (reader) =>
    readAgreementCard(
      {
        agreement: {
          ...{ ...toSign, partner: hostileFace, sentences: { en: [hostile], es: [hostile], ar: [hostile] } },
          terms: { ...usualTerms, offLimits: hostile, own: hostile },
          theirs: { goal: hostile, goalStart: 1, at: new Date('2026-03-03T23:30Z') },
        },
      },
      reader,
    ),
  pairing: (reader) =>
    cardForNotice(
      {
        ...pairingNotice,
        partner: hostileFace,
        parts: [
          { part: 'goals', points: 5, detail: { goals: hostile } },
          { part: 'different-unit', points: 4, detail: { mentor: hostile, mentee: hostile } },
          { part: '__proto__', points: 3, detail: {} },
        ],
      },
      reader,
    ),
  'pairing-own-topic': (reader) =>
    cardForNotice(
      {
        ...pairingNotice,
        parts: [{ part: 'topic', points: 5, detail: { topics: 'own-1, ai-tools' } }],
        topicNames: { 'own-1': { en: hostile, es: hostile, ar: hostile } },
      },
      reader,
    ),
  'pairing-off': (reader) => cardForNotice({ kind: 'pairing-off', partner: hostileFace }, reader),
  'pairing-ended': (reader) => cardForNotice({ kind: 'pairing-ended', partner: hostileFace }, reader),
  request: (reader) =>
    cardForNotice(
      { ...requestNotice, partner: hostileFace, why: [{ part: 'goals', detail: { goals: hostile } }] },
      reader,
    ),
  'answer-accepted': (reader) =>
    cardForNotice({ kind: 'pair-answer', answer: 'accepted', partner: hostileFace }, reader),
  'answer-none': (reader) =>
    cardForNotice({ kind: 'pair-answer', answer: 'no-answer', partner: hostileFace }, reader),
  'check-in': (reader) => checkInCard({ ...question, partner: hostileFace }, reader),
  ask: (reader) => askCard({ ...askNotice, partner: hostileFace }, reader, { change: hostile }),
  'ask-written': (reader) => cardForNotice({ ...askNotice, questions: writtenBy(hostile) }, reader),
  outcome: (reader) =>
    cardForNotice({ ...outcomeNotice, form: 'midpoint', result: 'talk', partner: hostileFace }, reader),
  'break-set': (reader) =>
    cardForNotice({ ...breakSet('2027-02-01'), programName: hostile, byName: hostile }, reader),
  'partner-pauses': (reader) =>
    cardForNotice(
      { kind: 'partner-pauses', pairingId: 'x', partner: hostileFace, until: '2027-02-01' },
      reader,
    ),
  'pairing-completed': (reader) => cardForNotice({ kind: 'pairing-completed', partner: hostileFace }, reader),
  'no-partner': (reader) => cardForNotice(noPartner('mentor', hostile), reader),
  'break-over': (reader) => cardForNotice(breakOver(hostileFace, false), reader),
  'pair-handed': (reader) =>
    cardForNotice({ kind: 'pair-handed', pairingId: 'p1', cohortName: hostile, byName: hostile }, reader),
  'place-offered': (reader) => cardForNotice(place({ programName: hostile }), reader),
  invitation: (reader) =>
    cardForNotice(
      invitation({ programName: hostile, byName: hostile, forwardedBy: [hostile, hostile] }),
      reader,
    ),
  'my-mentoring': (reader) =>
    myMentoringCard({ state: 'paired', programName: hostile, partner: hostileFace }, reader),
  repair: (reader) => cardForNotice({ ...repairNotice, partner: hostileFace }, reader),
  nudge: (reader) => cardForNotice({ ...nudgeNotice, partner: hostileFace }, reader),
  concerns: (reader) =>
    cardForNotice({ kind: 'concerns', cohortName: hostile, counts: { stalled: 1 } }, reader),
  'next-session': (reader) => nextSessionCard({ ...next, partner: hostileFace, theme: hostile }, reader),
  'assisted-repair': (reader) => cardForNotice({ ...assistedNotice, leaderName: hostile }, reader),
  'speed-round': (reader) =>
    cardForNotice({ ...speedNotice, eventName: hostile, partner: hostileFace }, reader),
  'speed-rated': (reader) => speedRatedCard({ eventId: 'e1', partner: hostileFace, rating: 3 }, reader),
  decision: (reader) =>
    cardForNotice({ kind: 'decision', decision: 'approve', programName: hostile }, reader),
  'summary-to-approve': (reader) =>
    cardForNotice(
      { kind: 'summary-to-approve', summaryId: 's', title: hostile, authorName: hostile },
      reader,
    ),
  ...newsCards(hostile, hostile, hostile),
  'seat-asked': (reader) =>
    cardForNotice(
      {
        ...seatNotice,
        ...{ programName: hostile, statement: hostile, askedByName: hostile, fromName: hostile },
      },
      reader,
    ),
  'seat-news': (reader) =>
    cardForNotice(
      {
        ...{ ...seatNews, programName: hostile, personName: hostile },
        ...{ seat: 'sponsor', state: 'open', reader: 'holder' },
      },
      reader,
    ),
  help: (reader) => helpCard(reader, { contacts: [{ name: hostile, signInName: 'rita@contoso.com' }] }),
  'part-news': (reader) =>
    cardForNotice(
      { ...partNews, ...{ programName: hostile, personName: hostile, what: 'decides', until: '2026-12-24' } },
      reader,
    ),
  'role-asked': (reader) =>
    cardForNotice(
      {
        ...{ ...seatNotice, seat: 'independent-contact' },
        ...{ programName: hostile, statement: hostile, askedByName: hostile, fromName: hostile },
      },
      reader,
    ),
  'session-ahead': (reader) =>
    cardForNotice(
      {
        ...aheadNotice,
        partner: hostileFace,
        own: Object.fromEntries(['en', 'es', 'ar'].map((one) => [one, { topic: hostile, bring: hostile }])),
      },
      reader,
    ),
  ...dateCards(hostile, hostile),
  ...thanksCards(hostile, { en: hostile, es: hostile, ar: hostile }),
  'to-review': (reader) => cardForNotice({ kind: 'to-review', cohortId: 'c1', programName: hostile }, reader),
  'nominate-open': (reader) => nominateCard([hostile], reader),
  'talk-whom': (reader) => someoneToTalkToCard([hostile], reader),
  'talk-asked': (reader) => cardForNotice({ ...talkNotice, programName: hostile }, reader),
  'list-tried': (reader) => cardForNotice({ kind: 'list-tried', source: hostile, byName: hostile }, reader),
  'summary-post': (reader) =>
    summaryPost({ ...announcement, title: hostile, body: hostile, programName: hostile }, reader),
}

const talkNotice: Extract<Notice, { kind: 'talk-asked' }> = {
  ...{ kind: 'talk-asked', talkId: 't1', programName: 'Reverse mentoring 2026', answerOn: '2026-12-04' },
}

const aheadNotice: Extract<Notice, { kind: 'session-ahead' }> = {
  ...{ kind: 'session-ahead', pairingId: 'p1', sessionId: 's1', partner: ben, mySide: 'mentor', number: 2 },
  ...{ start: new Date('2026-03-12T13:00:00Z'), end: new Date('2026-03-12T13:50:00Z') },
  openActions: 2,
  ...{ timeZone: 'Europe/Oslo', theme: 'show-me', joinUrl: 'https://teams.microsoft.com/l/meetup-join/x' },
}

/** Every duty of a Sponsor, due and done, and every stage that is late. */
function thanksCards(name: string, words: ThanksWords): Record<string, (reader: Reader) => CardMessage> {
  const about = { kind: 'thanks', cohortId: 'c1', programName: name, cohortName: name, words } as const
  return {
    'thanks-agree': (reader) => cardForNotice({ ...about, what: 'agree', version: 1 }, reader),
    ...Object.fromEntries(
      thanked.map((as) => [
        `thanks-${as}`,
        (reader: Reader) => cardForNotice({ ...about, what: 'told', as }, reader),
      ]),
    ),
    'thanks-signed': (reader) =>
      cardForNotice(
        {
          ...{ ...about, what: 'told', as: 'took-part', speakerName: name },
          next: { cohortId: 'c2', name },
        },
        reader,
      ),
  }
}

function dateCards(programName: string, cohortName: string): Record<string, (reader: Reader) => CardMessage> {
  const about = { cohortId: 'c1', programName, cohortName, on: '2026-03-12' }
  const counts = { mentors: 24, mentees: 21, applied: 3 }
  return Object.fromEntries([
    ...duties.map((duty) => [
      `duty-${duty}`,
      (reader: Reader) => cardForNotice({ kind: 'sponsor-duty', duty, state: 'due', ...about }, reader),
    ]),
    [
      'duty-done',
      (reader: Reader) =>
        cardForNotice({ kind: 'sponsor-duty', duty: 'kickoff', state: 'done', ...about }, reader),
    ],
    ...lateStages.map((what) => [
      `late-${what}`,
      (reader: Reader) => cardForNotice({ kind: 'late-stage', what, ...about, ...counts }, reader),
    ]),
  ])
}

function invitation(changes: Partial<Extract<Notice, { kind: 'invitation' }>>): Notice {
  return {
    ...{
      kind: 'invitation',
      why: 'first',
      invitationId: 'i1',
      cohortId: 'c1',
      state: 'open',
      side: 'mentee',
    },
    ...{ byName: 'Rita Moss', programName: 'Reverse mentoring 2026', sessions: 6, sessionMinutes: 50 },
    ...{ cadenceWeeks: 3, startsOn: '2026-03-02', endsOn: '2026-08-31' },
    ...changes,
  }
}

function place(changes: Partial<Extract<Notice, { kind: 'place-offered' }>>): Notice {
  return {
    ...{ kind: 'place-offered', offerId: 'o1', state: 'open', side: 'mentee' },
    ...{ programName: 'Reverse mentoring 2026', until: new Date('2026-12-04T00:00:00Z'), timeZone: 'UTC' },
    ...changes,
  }
}

const breakSet = (until: string | undefined): Extract<Notice, { kind: 'break-set' }> => ({
  ...{ kind: 'break-set', participantId: 'x', programName: 'Reverse mentoring', byName: 'Olga Organizer' },
  ...(until ? { until } : {}),
})

function breakOver(
  partner: typeof hostileFace | typeof ben,
  isReader: boolean,
): Extract<Notice, { kind: 'break-over' }> {
  const next = { start: new Date('2026-12-07T14:00:00Z'), end: new Date('2026-12-07T14:50:00Z') }
  return {
    ...{ kind: 'break-over', pairingId: 'p1', partner, isReader, timeZone: 'UTC' },
    next: { ...next, sessionId: 's1' },
  }
}

function newsCards(
  title: string,
  byName: string,
  note: string,
): Record<string, (reader: Reader) => CardMessage> {
  const about = { kind: 'summary-news', summaryId: 's1', title } as const
  const all: Extract<Notice, { kind: 'summary-news' }>[] = [
    { ...about, what: 'sent-back', byName, note },
    { ...about, what: 'approved', byName },
    { ...about, what: 'withdrawn', byName },
    { ...about, what: 'published', posted: 3 },
    { ...about, what: 'failed', posted: 1, of: 3 },
  ]
  return Object.fromEntries(
    all.map((news) => [`summary-news-${news.what}`, (reader: Reader) => cardForNotice(news, reader)]),
  )
}

function noPartner(side: 'mentor' | 'mentee', programName: string): Notice {
  return { kind: 'no-partner', cohortId: 'c1', side, programName }
}
