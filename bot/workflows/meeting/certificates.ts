/**
 * Certificates for both of a pair that is behind them: taken by its person alone, as often as they like, under one code. What the
 * Mentor has shown is the Mentee's to confirm; what is not confirmed is not mentioned.
 */
import { topics as bank, type Side } from '../../domain/enrolment/participant.ts'
import { endRatings } from '../../domain/meeting/ask.ts'
import {
  type Certificate,
  codeFrom,
  confirmedOf,
  type Deed,
  deedOf,
  isAtEnd,
  readCode,
} from '../../domain/meeting/certificate.ts'
import type { PairChoice } from '../../domain/meeting/pair-choice.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import { isOneOf, type Pairing, type PairingId } from '../../domain/pairing/pairing.ts'
import { shownScore } from '../../domain/pairing/shown-score.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import type { Language } from '../../words/sentence.ts'
import type { Ports } from '../ports.ts'
import { ownTopics } from '../program/own-topics.ts'
import { audit } from '../records/audit.ts'
import { certificatePaper, type ShownCertificate, topicsInWords } from './certificate-paper.ts'

type Needs = Pick<Ports, 'store' | 'clock'>

/** What one of the two sees of the end of their pair. */
export interface PairEnd {
  isAtEnd: boolean
  /** Sessions that they reported as held. */
  sessions: number
  code?: string
  confirmed: string[]
  /** For the Mentee: what they may confirm. */
  options?: string[]
  /** What each set out to learn, as both agreed, and how far they came, as both said. */
  growth?: Record<'mine' | 'theirs', Growth>
  choice?: PairChoice
  mayGoOn: boolean
  more?: { months: number; sessions: number }
}

export interface Growth {
  goal: string
  start: number
  end: number
}

export async function pairEnd(ports: Needs, id: PairingId, me: PersonId): Promise<PairEnd | Refusal> {
  const { store } = ports
  const pairing = await store.pairings.get(id)
  if (!pairing || !isOneOf(pairing, me)) return refuse('not-found')
  const issued = await store.certificates.of(id, me)
  const deed = await deedNow(ports, pairing, me, issued)
  return {
    isAtEnd: issued !== undefined || (await isOver(ports, pairing)),
    sessions: isRefused(deed) ? 0 : deed.sessions,
    ...(issued ? { code: issued.code } : {}),
    confirmed: (await store.certificates.skills(id)) ?? [],
    ...(pairing.menteeId === me ? { options: await skillsToConfirm(ports, pairing) } : {}),
    ...(await growthOf(ports, pairing, me)),
    ...(await choiceNow(ports, pairing)),
  }
}

async function choiceNow(
  { store }: Pick<Ports, 'store'>,
  { id, state }: Pairing,
): Promise<Pick<PairEnd, 'choice' | 'mayGoOn' | 'more'>> {
  const ending = await store.pairEndings.of(id)
  // Whatever the two chose, one of them ended it.
  if (!ending || state === 'ended') return { mayGoOn: false }
  const { choice, more } = ending
  return {
    choice,
    mayGoOn: choice === 'continue' && state === 'active' && !more,
    ...(more ? { more: { months: more.months, sessions: more.sessions } } : {}),
  }
}

/** Nothing of either before both have answered, nor where no agreement of both made the start known to both. */
async function growthOf(
  { store }: Pick<Ports, 'store'>,
  { id, mentorId }: Pairing,
  me: PersonId,
): Promise<Pick<PairEnd, 'growth'>> {
  const ends = endRatings(await store.asks.ofPairing(id))
  const starts = ends && (await inForce(store, id))
  if (!starts) return {}
  const of = (side: Side): Growth => {
    const { goal, goalStart } = starts[side]
    return { goal, start: goalStart, end: ends[side] }
  }
  const [mine, theirs] = mentorId === me ? (['mentor', 'mentee'] as const) : (['mentee', 'mentor'] as const)
  return { growth: { mine: of(mine), theirs: of(theirs) } }
}

/** The last version that both signed. */
async function inForce({ agreements }: Ports['store'], id: PairingId) {
  const latest = await agreements.latest(id)
  for (let version = latest?.version ?? 0; version > 0; version--) {
    const { mentor, mentee } = (await agreements.at(id, version))?.signatures ?? {}
    if (mentor && mentee) return { mentor, mentee }
  }
  return undefined
}

async function isOver({ store }: Pick<Ports, 'store'>, pairing: Pairing): Promise<boolean> {
  const asks = await store.asks.ofPairing(pairing.id)
  return isAtEnd(
    pairing,
    asks.some(({ form }) => form === 'closing'),
  )
}

/** What speaks for the two first, then the bank, then what the Program has beside it: no list of what the Mentor said of themselves. */
async function skillsToConfirm({ store }: Needs, pairing: Pairing): Promise<string[]> {
  const cohort = await store.cohorts.get(pairing.cohortId)
  const own = cohort ? await ownTopics({ store }, cohort.programId) : []
  const all = [...bank, ...own.filter(({ retired }) => !retired).map(({ key }) => key)]
  const shared = sharedTopics(pairing)
  return [...shared, ...all.filter((topic) => !shared.includes(topic))]
}

function sharedTopics(pairing: Pairing): string[] {
  const said = shownScore(pairing).parts.map(({ detail }) => String(detail?.['topics'] ?? ''))
  return [...new Set(said.flatMap((one) => one.split(/,\s*/)).filter((topic) => topic !== ''))]
}

/** What was erased since it was issued stays on it as it was. */
async function deedNow(
  { store }: Needs,
  pairing: Pairing,
  personId: PersonId,
  issued: Certificate | undefined,
): Promise<Deed | Refusal> {
  const sessions = await store.sessions.ofPairing(pairing.id)
  const mine = []
  for (const { id } of sessions)
    mine.push(...(await store.checkIns.of(id)).filter((one) => one.personId === personId))
  const shared = sharedTopics(pairing)
  const confirmed = pairing.mentorId === personId ? await store.certificates.skills(pairing.id) : []
  const deed = deedOf(sessions, mine, {
    topics: shared.length > 0 ? shared : (issued?.topics ?? []),
    skills: confirmed ?? issued?.skills ?? [],
  })
  return isRefused(deed) && issued ? issued : deed
}

/** All of them at once: what is not among them is not confirmed any more. */
export async function confirmSkills(
  ports: Needs,
  id: PairingId,
  by: PersonId,
  ticked: readonly string[],
): Promise<{ ok: true } | Refusal> {
  const { store, clock } = ports
  return store.transaction(async () => {
    const pairing = await store.pairings.lock(id)
    if (pairing?.menteeId !== by) return refuse('not-found')
    // What was said in it is gone, and nothing is said in it any more.
    if (await store.cohorts.isForgotten(pairing.cohortId)) return refuse('no-longer-open')
    if (!(await isOver(ports, pairing))) return refuse('pair-goes-on')
    const skills = confirmedOf(await skillsToConfirm(ports, pairing), ticked)
    if (isRefused(skills)) return skills
    const { cohortId } = pairing
    await store.certificates.confirm({ pairingId: id, cohortId, byId: by, at: clock.now() }, skills)
    await audit(ports, by, 'skills-confirmed', id)
    return { ok: true as const }
  })
}

export interface Taken {
  code: string
  /** A PDF. */
  bytes: Uint8Array
}

export async function takeCertificate(
  ports: Pick<Ports, 'store' | 'clock' | 'chance' | 'tabLink'>,
  id: PairingId,
  by: PersonId,
  language: Language,
): Promise<Taken | Refusal> {
  const certificate = await issue(ports, id, by)
  if (isRefused(certificate)) return certificate
  const shown = await shownOf(ports, certificate, language)
  if (isRefused(shown)) return shown
  const link = ports.tabLink(`my-mentoring/certificate/${certificate.code}`)
  const bytes = await certificatePaper({ ...shown, link }, language)
  return isRefused(bytes) ? bytes : { code: certificate.code, bytes }
}

/** The same code however often; what is on it is of the moment. */
async function issue(
  ports: Pick<Ports, 'store' | 'clock' | 'chance'>,
  id: PairingId,
  by: PersonId,
): Promise<Certificate | Refusal> {
  const { store, clock, chance } = ports
  return store.transaction(async () => {
    const pairing = await store.pairings.lock(id)
    if (!pairing || !isOneOf(pairing, by)) return refuse('not-found')
    const known = await store.certificates.of(id, by)
    if (!known && !(await isOver(ports, pairing))) return refuse('pair-goes-on')
    const deed = await deedNow(ports, pairing, by, known)
    if (isRefused(deed)) return deed
    const side: Side = pairing.mentorId === by ? 'mentor' : 'mentee'
    const basis = known ?? { code: codeFrom(chance.id()), issuedAt: clock.now() }
    const certificate: Certificate = {
      ...deed,
      ...{ code: basis.code, issuedAt: basis.issuedAt },
      ...{ cohortId: pairing.cohortId, pairingId: id, personId: by, side },
    }
    await store.certificates.save(certificate)
    if (!known) await audit(ports, by, 'certificate-issued', id)
    return certificate
  })
}

async function shownOf(
  { store }: Pick<Ports, 'store'>,
  { code, side, issuedAt, personId, cohortId, topics, skills, ...deed }: Certificate,
  language: Language,
): Promise<ShownCertificate | Refusal<'not-found'>> {
  const person = await store.people.get(personId)
  const cohort = await store.cohorts.get(cohortId)
  const program = cohort && (await store.programs.get(cohort.programId))
  if (!person || !program) return refuse('not-found')
  const sponsor = program.sponsorId && (await store.people.get(program.sponsorId))
  const said = (keys: string[]) => topicsInWords({ store }, program.id, keys, language)
  return {
    ...{ code, side, issuedAt, name: person.displayName, programName: program.name },
    ...(sponsor ? { sponsor: sponsor.displayName } : {}),
    deed: { sessions: deed.sessions, minutes: deed.minutes, from: deed.from, to: deed.to },
    ...{ topics: await said(topics), skills: await said(skills) },
  }
}

/** For whoever holds the code. Whatever is no code, unknown or of somebody erased looks the same. */
export async function checkCertificate(
  { store }: Pick<Ports, 'store'>,
  written: string,
  language: Language,
): Promise<ShownCertificate | Refusal<'not-found'>> {
  const code = readCode(written)
  const certificate = code && (await store.certificates.get(code))
  return certificate ? shownOf({ store }, certificate, language) : refuse('not-found')
}
