import type { DataKeys } from './data-keys.ts'
import type { Database } from './database.ts'
import { invitationStore } from './enrolment/invitations.ts'
import { nominationStore } from './enrolment/nominations.ts'
import { participantStore } from './enrolment/participants.ts'
import { peopleSearch } from './enrolment/people-search.ts'
import { placeOfferStore } from './enrolment/place-offers.ts'
import { screeningStore } from './enrolment/screening.ts'
import { trainingStore } from './enrolment/training.ts'
import { actionStore } from './meeting/actions.ts'
import { askStore } from './meeting/asks.ts'
import { certificateStore } from './meeting/certificates.ts'
import { checkInStore } from './meeting/check-ins.ts'
import { concernStore } from './meeting/concerns.ts'
import { followUpStore } from './meeting/follow-ups.ts'
import { ideaStore } from './meeting/ideas.ts'
import { privateNoteStore, sessionNotesStore } from './meeting/notes.ts'
import { pairEndingStore } from './meeting/pair-endings.ts'
import { organizationStore } from './organization/organization.ts'
import { peopleStore } from './organization/people.ts'
import { agreementStore } from './pairing/agreements.ts'
import { pairingStore, runStore, wishStore } from './pairing/pairings.ts'
import { scenarioStore } from './pairing/scenarios.ts'
import { personalStore } from './personal-store.ts'
import { rankingStore, requestStore, vetoStore } from './preferences/preferences.ts'
import { closingStore, thanksStore } from './program/closings.ts'
import { contentStore } from './program/contents.ts'
import { delegateStore } from './program/delegates.ts'
import { dutyStore } from './program/duties.ts'
import { exclusionStore } from './program/exclusions.ts'
import { handoverStore } from './program/handovers.ts'
import { momentStore } from './program/moments.ts'
import { programRoleStore } from './program/program-roles.ts'
import { cohortStore, programStore } from './program/programs.ts'
import { talkStore } from './program/talks.ts'
import { challengeReadingStore } from './publishing/challenge-readings.ts'
import { snapshotStore } from './publishing/snapshots.ts'
import { postStore, summaryStore } from './publishing/summaries.ts'
import { auditStore } from './records/audit.ts'
import { erasureStore } from './records/erasures.ts'
import { holdStore, sessionStore } from './scheduling/holds.ts'
import { repairStore } from './scheduling/repairs.ts'
import { watchStore } from './scheduling/watches.ts'
import { speedStore } from './speed/speed.ts'
import { noticeStore, reachableStore } from './telling/notices.ts'

/** Every aggregate over one database. */
export function createStore(database: Database, keys: DataKeys) {
  return {
    dataKeys: keys,
    transaction: database.transaction,
    async lock(name: string): Promise<void> {
      await database.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [name])
    },
    people: { ...peopleStore(database), ...peopleSearch(database, keys) },
    organization: organizationStore(database),
    programs: programStore(database),
    contents: contentStore(database),
    handovers: handoverStore(database),
    programRoles: programRoleStore(database),
    cohorts: cohortStore(database, keys),
    participants: participantStore(database, keys),
    placeOffers: placeOfferStore(database),
    invitations: invitationStore(database),
    nominations: nominationStore(database, keys),
    screening: screeningStore(database, keys),
    training: trainingStore(database),
    pairings: pairingStore(database, keys),
    agreements: agreementStore(database, keys),
    wishes: wishStore(database),
    rankings: rankingStore(database, keys),
    requests: requestStore(database),
    vetoes: vetoStore(database, keys),
    exclusions: exclusionStore(database),
    scenarios: scenarioStore(database),
    runs: runStore(database),
    holds: holdStore(database),
    sessions: sessionStore(database),
    repairs: repairStore(database),
    concerns: concernStore(database),
    actions: actionStore(database, keys),
    ideas: ideaStore(database, keys),
    sessionNotes: sessionNotesStore(database, keys),
    privateNotes: privateNoteStore(database),
    followUps: followUpStore(database, keys),
    watches: watchStore(database),
    checkIns: checkInStore(database, keys),
    asks: askStore(database, keys),
    certificates: certificateStore(database, keys),
    pairEndings: pairEndingStore(database, keys),
    moments: momentStore(database),
    snapshots: snapshotStore(database),
    challengeReadings: challengeReadingStore(database),
    speed: speedStore(database, keys),
    delegates: delegateStore(database),
    duties: dutyStore(database),
    closings: closingStore(database),
    thanks: thanksStore(database),
    talks: talkStore(database, keys),
    summaries: summaryStore(database),
    posts: postStore(database),
    notices: noticeStore(database, keys),
    reachable: reachableStore(database),
    audit: auditStore(database),
    personal: personalStore(database, keys),
    erasures: erasureStore(database),
  }
}
