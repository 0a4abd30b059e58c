/** Where each sealed value stands: what it is bound to, by whoever seals and whoever opens. */
import type { Place } from './sealed-box.ts'

export const places = {
  answer: (row: { sessionId: string; personId: string }): Place => [
    ...(['check_ins', 'answer'] as const),
    ...[row.sessionId, row.personId],
  ],
  answers: (askKey: string): Place => ['asks', 'answers', askKey],
  terms: (pairingId: string, version: number): Place => ['agreements', 'terms', pairingId, String(version)],
  signed: (pairingId: string, version: number, side: string): Place => [
    ...(['agreements', `${side}_goal`] as const),
    ...[pairingId, String(version)],
  ],
  goal: (participantId: string): Place => ['participants', 'goal', participantId],
  block: (pair: string): Place => ['blocks', 'people', pair],
  choices: (cohortId: string, fromId: string): Place => ['rankings', 'choices', cohortId, fromId],
  rating: (row: { eventId: string; fromId: string; toId: string }): Place => [
    ...(['speed_ratings', 'rating'] as const),
    ...[row.eventId, row.fromId, row.toId],
  ],
  veto: (cohortId: string, person: string): Place => ['vetoes', 'pairing', cohortId, person],
  why: (pairingId: string): Place => ['pairings', 'why', pairingId],
  action: (actionId: string): Place => ['pair_actions', 'text', actionId],
  idea: (ideaId: string): Place => ['ideas', 'words', ideaId],
  ideaTold: (ideaId: string): Place => ['ideas', 'told', ideaId],
  sessionNotes: (sessionId: string): Place => ['session_notes', 'text', sessionId],
  skills: (pairingId: string): Place => ['confirmed_skills', 'skills', pairingId],
  pairChoice: (pairingId: string): Place => ['pair_endings', 'choice', pairingId],
  talk: (talkId: string): Place => ['talks', 'said', talkId],
  nominated: (voiceId: string): Place => ['nominations', 'line', voiceId],
  note: (followUpId: string): Place => ['follow_ups', 'note', followUpId],
  application: (participantId: string): Place => ['applications', 'answers', participantId],
  review: (participantId: string, reviewerId: string): Place => [
    ...(['reviews', 'review'] as const),
    ...[participantId, reviewerId],
  ],
  reason: (decisionId: string): Place => ['decisions', 'reason', decisionId],
  notice: (key: string): Place => ['notices', 'notice', key],
}
