/** One Notice of each kind; what people wrote in it is the same unmistakable name. */
import type { Notice } from '../../bot/domain/telling/notice.ts'

export const at = new Date('2026-12-01T10:00:00Z')
const name = 'Zebulon <Q> Secretname'
const partner = { id: 'p', name, jobTitle: name, department: name }
const span = { start: at, end: at }
export const everyNotice: { [K in Notice['kind']]: Extract<Notice, { kind: K }> } = {
  pairing: {
    ...{
      kind: 'pairing',
      pairingId: 'x',
      mySide: 'mentor',
      partner,
      parts: [],
      firstStart: at,
      firstEnd: at,
    },
    ...{ sessions: 6, everyWeeks: 3, timeZone: 'UTC', joinUrl: 'https://teams.example/join' },
  },
  'check-in': { kind: 'check-in', sessionId: 's', number: 1, partner, startedAt: at, timeZone: 'UTC' },
  repair: {
    ...{
      kind: 'repair',
      repairId: 'r',
      state: 'open',
      number: 2,
      partner,
      partnerSignInName: name,
      stands: span,
      isCancelled: false,
    },
    ...{ iAsked: false, mayWithdraw: false, options: [{ option: 0, ...span }], timeZone: 'UTC' },
  },
  nudge: { kind: 'nudge', pairingId: 'x', partner, sessions: 2, timeZone: 'UTC' },
  concerns: { kind: 'concerns', cohortName: name, counts: { stalled: 1 } },
  'stalled-pairs': { kind: 'stalled-pairs', cohortName: name, stalled: 3 },
  'assisted-repair': {
    ...{ kind: 'assisted-repair', repairId: 'r', state: 'open', leaderName: name, stands: span },
    ...{ options: [{ option: 0, ...span }], timeZone: 'UTC' },
  },
  'break-set': {
    kind: 'break-set',
    participantId: 'on-break',
    programName: name,
    byName: name,
    until: '2100-01-01',
  },
  'application-received': { kind: 'application-received', participantId: 'applicant', programName: name },
  assisting: { kind: 'assisting', state: 'named', leaderId: 'l', leaderName: name, assistantName: name },
  'speed-round': {
    ...{ kind: 'speed-round', eventId: 'e', eventName: name, round: 1, of: 3, startsAt: at, endsAt: at },
    ...{ timeZone: 'UTC', partner, iCall: true },
  },
  'pair-request': {
    ...{ kind: 'pair-request', requestId: 'q', state: 'open', partner, why: [], until: at, timeZone: 'UTC' },
  },
  'pair-answer': { kind: 'pair-answer', answer: 'accepted', partner },
  ask: {
    ...{ kind: 'ask', askKey: 'a', form: 'midpoint', side: 'mentor', pairingId: 'x', partner, until: at },
  },
  idea: { kind: 'idea', ideaId: 'x', pairingId: 'x', state: 'asked' },
  'pair-outcome': { kind: 'pair-outcome', form: 'midpoint', result: 'talk', pairingId: 'x', partner },
  training: {
    ...{ kind: 'training', why: 'open', participantId: 'x', side: 'mentor', lessonId: 'patience', left: 10 },
    programName: 'Reverse mentoring',
  },
  agreement: { kind: 'agreement', pairingId: 'x', version: 2, why: 'changed', partner },
  'pairing-off': { kind: 'pairing-off', partner },
  'pairing-ended': { kind: 'pairing-ended', partner },
  'pair-handed': { kind: 'pair-handed', pairingId: 'x', cohortName: name, byName: name },
  'break-over': { kind: 'break-over', pairingId: 'x', partner, isReader: true, timeZone: 'UTC' },
  'partner-pauses': { kind: 'partner-pauses', pairingId: 'x', partner, until: '2100-01-01' },
  'no-partner': { kind: 'no-partner', cohortId: 'c', side: 'mentor', programName: name },
  'place-offered': {
    ...{ kind: 'place-offered', offerId: 'o', state: 'open', side: 'mentor', programName: name },
    ...{ until: new Date('2100-01-01T00:00:00Z'), timeZone: 'UTC' },
  },
  invitation: {
    ...{ kind: 'invitation', why: 'first', invitationId: 'i', cohortId: 'i', state: 'open', side: 'mentor' },
    ...{ byName: name, programName: name, sessions: 6, sessionMinutes: 50, cadenceWeeks: 3 },
    ...{ startsOn: '2100-01-01', endsOn: '2100-06-01' },
  },
  'pairing-completed': { kind: 'pairing-completed', partner },
  decision: { kind: 'decision', decision: 'decline', programName: name },
  'summary-to-approve': { kind: 'summary-to-approve', summaryId: 'y', title: name, authorName: name },
  'summary-news': {
    ...{ kind: 'summary-news', summaryId: 'back', title: name, what: 'sent-back', byName: name, note: name },
  },
  'seat-asked': {
    ...{ kind: 'seat-asked', handoverId: 'h', seat: 'sponsor', state: 'open', programName: name },
    ...{ statement: name, askedByName: name },
  },
  'seat-news': {
    ...{ kind: 'seat-news', seat: 'sponsor', state: 'declined', programName: name, personName: name },
    ...{ reader: 'asker' },
  },
  'part-news': {
    ...{ kind: 'part-news', part: 'reviewer', what: 'taken-back', programName: name, personName: name },
    isReader: false,
  },
  'session-ahead': {
    ...{ kind: 'session-ahead', pairingId: 'x', sessionId: 's', partner, mySide: 'mentor', number: 2 },
    ...{
      start: at,
      end: at,
      timeZone: 'UTC',
      theme: 'show-me',
      openActions: 0,
      joinUrl: 'https://teams.microsoft.com/x',
    },
  },
  'sponsor-duty': {
    ...{ kind: 'sponsor-duty', cohortId: 'c', duty: 'invite', state: 'due', on: '2026-12-01' },
    ...{ programName: name, cohortName: name },
  },
  'late-stage': {
    ...{ kind: 'late-stage', cohortId: 'c', what: 'match', on: '2026-12-01' },
    ...{ programName: name, cohortName: name, mentors: 1, mentees: 1, applied: 0 },
  },
  'to-review': { kind: 'to-review', cohortId: 'c', programName: name },
  'talk-asked': { kind: 'talk-asked', talkId: 't', programName: name, answerOn: '2026-12-04' },
  thanks: {
    ...{ kind: 'thanks', what: 'agree', cohortId: 'c', version: 1, programName: name, cohortName: name },
    words: { en: name, es: name, ar: name },
  },
  'list-tried': { kind: 'list-tried', source: name, byName: name },
}
