import type { PersonId } from '../../domain/organization/person.ts'
import { standsInFor } from '../../domain/program/part.ts'
import type { Cohort, CohortId, Program } from '../../domain/program/program.ts'
import type { Figure } from '../../domain/publishing/metrics.ts'
import {
  approve,
  edit,
  isSameChannel,
  lookedAt,
  postKey,
  refuseToDelete,
  type Summary,
  type SummaryEdit,
  type SummaryId,
  sendBack,
  submit,
  takeBack,
  type VisibleChannels,
} from '../../domain/publishing/summary.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import { languageOf } from '../../words/sentence.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import { tell } from '../telling/deliver-notice.ts'
import { draftText } from './summary-text.ts'
import { loadFigures } from './take-snapshot.ts'
import { tellApproved, tellSentBack } from './tell-author.ts'
import { visibleChannels } from './visible-channels.ts'

type Needs = Pick<Ports, 'store' | 'directory' | 'clock' | 'chance' | 'jobs' | 'fewestPeople'>

/**
 * A first text from the Cohort's figures; hidden ones are not in it. Begun from another one it takes that one's words, figures
 * and channels, which belong together, and its writers: none of them approves the copy either.
 */
export async function draftSummary(
  ports: Needs,
  cohortId: CohortId,
  language: string,
  by: PersonId,
  from?: SummaryId,
): Promise<Summary | Refusal> {
  const { store, clock, chance } = ports
  const cohort = await store.cohorts.get(cohortId)
  const program = cohort && (await store.programs.get(cohort.programId))
  if (!cohort || !program) return refuse('not-found')
  const earlier = from === undefined ? undefined : await store.summaries.get(from)
  if (from !== undefined && earlier?.cohortId !== cohortId) return refuse('not-found')
  const words = earlier ? wordsOf(earlier) : await firstWords(ports, program, cohort, language)
  const visible = words.channels.length > 0 ? await visibleChannels(ports, by) : []
  const summary: Summary = {
    ...words,
    ...{ id: chance.id(), cohortId, state: 'drafted', revision: 1 },
    channels: lookedAt(words.channels, visible),
    authorId: by,
    writers: [...new Set([...words.writers, by])],
    changedAt: clock.now(),
  }
  await store.transaction(async () => {
    await store.summaries.save(summary)
    await audit({ store, clock }, by, 'summary-drafted', summary.id)
  })
  return summary
}

type Words = Pick<Summary, 'title' | 'body' | 'figures' | 'language' | 'channels' | 'writers'>

async function firstWords(ports: Needs, program: Program, cohort: Cohort, language: string): Promise<Words> {
  const figures = await loadFigures(ports, cohort.id)
  const text = draftText(program, cohort, figures, language)
  return { ...text, figures: headline(figures), language: languageOf(language), channels: [], writers: [] }
}

function wordsOf({ title, body, figures, language, channels, authorId, writers }: Summary): Words {
  const all = [...new Set([...writers, authorId])]
  return { title, body, figures, ...(language ? { language } : {}), channels, writers: all }
}

/** At most four, and only those that may be shown. */
function headline(figures: Figure[]): Figure[] {
  const order = ['pairs', 'hold-kept', 'contact-hours', 'session-value', 'match-rate']
  return order
    .flatMap((key) => figures.filter((one) => one.key === key && one.value !== undefined))
    .slice(0, 4)
}

/** Loads under lock, decides, saves, logs: what every step of a Summary's life has in common. */
function change(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  id: SummaryId,
  by: PersonId,
  action: string,
  decide: (summary: Summary, program: Program) => Summary | Refusal | Promise<Summary | Refusal>,
  then: (summary: Summary, program: Program) => Promise<void> = async () => {},
): Promise<Summary | Refusal> {
  return store.transaction(async () => {
    const summary = await store.summaries.lock(id)
    const cohort = summary && (await store.cohorts.get(summary.cohortId))
    const program = cohort && (await store.programs.get(cohort.programId))
    if (!summary || !program) return refuse('not-found')
    const changed = await decide(summary, program)
    if (isRefused(changed)) return changed
    await store.summaries.save(changed)
    await audit({ store, clock }, by, action, id, { revision: changed.revision })
    await then(changed, program)
    return changed
  })
}

/** Teams is asked only when there is something to ask: a text that is saved at every pause of typing keeps its channels. */
export async function editSummary(ports: Needs, id: SummaryId, edited: SummaryEdit, by: PersonId) {
  const at = ports.clock.now()
  const known = await ports.store.summaries.get(id)
  const visible =
    known?.authorId === by && isChosen(known.channels, edited.channels)
      ? (known.channels.filter((one) => !one.lost) as VisibleChannels)
      : edited.channels.length > 0
        ? await visibleChannels(ports, by)
        : []
  return change(ports, id, by, 'summary-edited', (summary) => edit(summary, edited, { by, at, visible }))
}

const isChosen = (known: Summary['channels'], wanted: SummaryEdit['channels']) =>
  wanted.every((ref) =>
    known.some((one) => !one.lost && one.teamName !== undefined && isSameChannel(one, ref)),
  )

/**
 * What its author can see now is written down before anything is decided, outside the decision: when a channel is gone,
 * the refusal names it and both author and Sponsor go on seeing which one.
 */
async function lookAtChannels(ports: Needs, id: SummaryId): Promise<void> {
  const { store } = ports
  const before = await store.summaries.get(id)
  if (!before || (before.state !== 'drafted' && before.state !== 'submitted')) return
  const visible = await visibleChannels(ports, before.authorId)
  await store.transaction(async () => {
    const summary = await store.summaries.lock(id)
    if (!summary || summary.revision !== before.revision || summary.state !== before.state) return
    await store.summaries.save({ ...summary, channels: lookedAt(summary.channels, visible) })
  })
}

/** The Sponsor gets a card that says a text is waiting. */
export async function submitSummary(ports: Needs, id: SummaryId, by: PersonId) {
  await lookAtChannels(ports, id)
  return change(
    ports,
    id,
    by,
    'summary-submitted',
    (summary, program) => submit(summary, { sponsorId: program.sponsorId }),
    async (summary) => {
      if (summary.state !== 'submitted') return
      const author = await ports.store.people.get(summary.authorId)
      await tell(ports, `summary.${id}.${summary.revision}.to-approve`, summary.sponsorId, {
        kind: 'summary-to-approve',
        summaryId: id,
        title: summary.title,
        authorName: author?.displayName ?? '',
      })
    },
  )
}

/** For good, with nothing left but that it was done. */
export function deleteSummary(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  id: SummaryId,
  revision: number,
  by: PersonId,
): Promise<{ id: SummaryId } | Refusal> {
  return store.transaction(async () => {
    const summary = await store.summaries.lock(id)
    if (!summary) return refuse('not-found')
    const refused = refuseToDelete(summary, revision)
    if (refused) return refused
    await store.summaries.remove(id)
    await audit({ store, clock }, by, 'summary-deleted', id, { revision })
    return { id }
  })
}

/** A draft again, by whoever writes; sent anew it goes to the Sponsor of then. */
export function takeSummaryBack(ports: Needs, id: SummaryId, by: PersonId) {
  return change(ports, id, by, 'summary-taken-back', (summary) => takeBack(summary))
}

export function sendBackSummary(ports: Needs, id: SummaryId, text: string, by: PersonId) {
  return change(
    ports,
    id,
    by,
    'summary-sent-back',
    async (summary, program) =>
      sendBack(summary, { by, note: text, standsInFor: await sponsorOf(ports, program, by) }),
    (summary) => tellSentBack(ports, summary, by),
  )
}

/** The Sponsor for whom somebody decides today. */
async function sponsorOf({ store, clock }: Needs, program: Program, by: PersonId) {
  const held = await store.programRoles.ofPerson(by, program.id)
  return standsInFor(program, held, by, clock.now().toISOString().slice(0, 10))
}

/** The Sponsor's yes to exactly this revision: one post a channel is intended in the same transaction. */
export async function approveSummary(ports: Needs, id: SummaryId, revision: number, by: PersonId) {
  const at = ports.clock.now()
  await lookAtChannels(ports, id)
  return change(
    ports,
    id,
    by,
    'summary-approved',
    async (summary, program) =>
      approve(summary, { by, at, revision, standsInFor: await sponsorOf(ports, program, by) }),
    async (summary) => {
      for (const { teamId, channelId } of summary.channels) {
        const channel = { teamId, channelId }
        const post = {
          key: postKey(id, channel),
          summaryId: id,
          channel,
          state: 'waiting',
          attempts: 0,
        } as const
        await ports.store.posts.save(post)
      }
      await ports.jobs.add('post-summary', { summaryId: id })
      await tellApproved(ports, summary, by)
    },
  )
}
