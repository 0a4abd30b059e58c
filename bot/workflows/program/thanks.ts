/**
 * The thanks at the end of a Cohort. An Organizer or the Sponsor writes them; they go out in the Sponsor's name once the one in
 * the seat has agreed to the very words, and in the Program's name otherwise. Each reads what fits them: whoever was one of a
 * pair, whoever left, whoever was left out.
 */
import type { PersonId } from '../../domain/organization/person.ts'
import { everPaired, thankedAs } from '../../domain/pairing/after-close.ts'
import type { Thanked, Thanks, ThanksWords } from '../../domain/program/closing.ts'
import { nextOf } from '../../domain/program/next-cohort.ts'
import type { Cohort, CohortId, Program } from '../../domain/program/program.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import type { Notice } from '../../domain/telling/notice.ts'
import { saysNothing } from '../../domain/written.ts'
import { usualThanks } from '../../words/thanks.ts'
import { eachAlone } from '../each-alone.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import { tell } from '../telling/deliver-notice.ts'
import { lockProgram } from './hand-over.ts'
import { cohortsOf } from './next-cohort.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'jobs'>
type ThanksNotice = Extract<Notice, { kind: 'thanks' }>

/** Under the lock of the Program, while the Cohort is open: what the three acts below have in common. */
function whileOpen<T>(
  { store }: Pick<Ports, 'store'>,
  id: CohortId,
  act: (cohort: Cohort, program: Program, latest: Thanks | undefined) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return store.transaction(async () => {
    const known = await store.cohorts.get(id)
    if (!known) return refuse('not-found')
    await lockProgram(store, known.programId)
    const cohort = (await store.cohorts.get(id)) ?? known
    const program = await store.programs.get(cohort.programId)
    if (!program) return refuse('not-found')
    if (cohort.stage === 'closed') return refuse('cohort-closed')
    return act(cohort, program, await store.thanks.latest(id))
  })
}

/** What goes out as it stands: version 0 is the product's own. */
export async function thanksNow(
  { store }: Pick<Ports, 'store'>,
  id: CohortId,
): Promise<Pick<Thanks, 'version' | 'words'> & Partial<Thanks>> {
  return (await store.thanks.latest(id)) ?? { version: 0, words: usualThanks }
}

/** A new version, to which nobody has agreed. @param seen the one that was changed */
export function writeThanks(
  ports: Pick<Ports, 'store' | 'clock'>,
  id: CohortId,
  { words, seen }: { words: ThanksWords; seen: number },
  by: PersonId,
): Promise<{ version: number } | Refusal> {
  const { store, clock } = ports
  return whileOpen(ports, id, async (_cohort, _program, latest) => {
    const version = latest?.version ?? 0
    if (version !== seen) return refuse('changed-meanwhile')
    if (Object.values(words).some(saysNothing)) return refuse('empty-text', { field: 'words' })
    await store.thanks.add({ cohortId: id, version: version + 1, words, byId: by, at: clock.now() })
    await audit(ports, by, 'thanks-written', id, { version: version + 1 })
    return { version: version + 1 }
  })
}

/** The Sponsor is asked to read and agree, once for each version. */
export function askForThanks(
  ports: Needs,
  id: CohortId,
  by: PersonId,
): Promise<{ isNew: boolean } | Refusal> {
  const { store, clock } = ports
  return whileOpen(ports, id, async (cohort, program, latest) => {
    if (program.sponsorId === undefined) return refuse('no-sponsor')
    let thanks = latest
    if (!thanks) {
      thanks = { cohortId: id, version: 1, words: usualThanks, byId: by, at: clock.now() }
      await store.thanks.add(thanks)
    }
    const { version, words } = thanks
    const isNew = await tell(ports, `thanks-asked.${id}.${version}.${program.sponsorId}`, program.sponsorId, {
      ...{ kind: 'thanks', what: 'agree', cohortId: id, version, words },
      ...{ programName: program.name, cohortName: cohort.name },
    })
    if (isNew) await audit(ports, by, 'thanks-asked', id, { version })
    return { isNew }
  })
}

/** The Sponsor agrees to the version they have read, and to no other. */
export function agreeToThanks(
  ports: Pick<Ports, 'store' | 'clock'>,
  id: CohortId,
  version: number,
  by: PersonId,
): Promise<{ ok: true } | Refusal> {
  const { store, clock } = ports
  return whileOpen(ports, id, async (_cohort, program, latest) => {
    if (program.sponsorId !== by) return refuse('not-sponsor')
    const usual: Thanks = { cohortId: id, version: 1, words: usualThanks, byId: by, at: clock.now() }
    // Agreeing to the product's own words makes them a version of this Cohort's.
    const thanks = latest ?? (version === 0 ? usual : undefined)
    if (!thanks || (latest && latest.version !== version)) return refuse('changed-meanwhile')
    if (thanks.agreedBy === by) return { ok: true }
    if (!latest) await store.thanks.add(usual)
    // Another Sponsor of before agreed: their word is theirs, and a version of one's own says the same.
    const mine =
      thanks.agreedBy === undefined ? thanks : { ...usual, version: version + 1, words: thanks.words }
    if (mine !== thanks) await store.thanks.add(mine)
    await store.thanks.agree(mine, by, clock.now())
    await audit(ports, by, 'thanks-agreed', id, { version: mine.version })
    return { ok: true }
  })
}

/** Of everybody who enrolled, who is thanked and for what; `undefined`: nobody writes to them. */
export async function thankedIn({ store }: Pick<Ports, 'store'>, cohortId: CohortId) {
  const paired = everPaired(await store.pairings.list(cohortId))
  const participants = await store.participants.list(cohortId)
  const people = await store.people.many(participants.map(({ personId }) => personId))
  return participants.flatMap((one): { id: string; personId: PersonId; as: Thanked | undefined }[] => {
    if (!people.get(one.personId)?.isEligible) return []
    return [{ id: one.id, personId: one.personId, as: thankedAs(one, paired.has(one.personId)) }]
  })
}

/** Of a Cohort that has closed; done again it tells nobody twice. @throws SomeFailed when it has tried everybody */
export async function sendThanks(ports: Needs, cohortId: CohortId): Promise<void> {
  const { store } = ports
  const cohort = await store.cohorts.get(cohortId)
  const program = cohort && (await store.programs.get(cohort.programId))
  const closing = await store.closings.of(cohortId)
  if (!cohort || !program || !closing) return
  const written = await store.thanks.version(cohortId, closing.thanksVersion)
  const speaker = closing.thanksBy === undefined ? undefined : await store.people.get(closing.thanksBy)
  const next = nextOf(cohort, await cohortsOf(ports, program.id))
  const isOpen = next?.stage === 'enrolling' || next?.stage === 'matching'
  const notice: Omit<Extract<ThanksNotice, { what: 'told' }>, 'as'> = {
    ...{ kind: 'thanks', what: 'told', cohortId, words: written?.words ?? usualThanks },
    ...{ programName: program.name, cohortName: cohort.name },
    ...(speaker ? { speakerName: speaker.displayName } : {}),
    ...(isOpen ? { next: { cohortId: next.id, name: next.name } } : {}),
  }
  const everybody = (await thankedIn(ports, cohortId)).filter(({ as }) => as !== undefined)
  await eachAlone(everybody, async ({ id, personId, as }) => {
    await store.transaction(() => tell(ports, `thanks.${id}`, personId, { ...notice, as: as! }))
  })
}
