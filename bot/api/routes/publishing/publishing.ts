import {
  mayDecideSummary,
  mayDraftSummary,
  mayPostSummaryAgain,
  mayReadMetrics,
  mayReadSummaries,
  maySettlePost,
  maySubmitSummary,
  mayWithdrawSummary,
} from '../../../auth/policies.ts'
import type { Role } from '../../../auth/roles.ts'
import type { Out } from '../../../contract/index.ts'
import { formulas, stepsOf } from '../../../domain/publishing/metrics.ts'
import { nextMonday } from '../../../domain/publishing/snapshot.ts'
import { lookedAt, type Summary } from '../../../domain/publishing/summary.ts'
import { isRefused, type Refusal, refuse } from '../../../domain/refusal.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { postAgain, settlePost, withdrawSummary } from '../../../workflows/publishing/publish-summary.ts'
import { loadFigures, loadParts } from '../../../workflows/publishing/take-snapshot.ts'
import { visibleChannels } from '../../../workflows/publishing/visible-channels.ts'
import {
  approveSummary,
  draftSummary,
  editSummary,
  sendBackSummary,
  submitSummary,
  takeSummaryBack,
} from '../../../workflows/publishing/write-summary.ts'
import type { Asker, Handlers } from '../../handler.ts'
import { faceFrom, faceOf, iso } from '../views.ts'

type Routes = Pick<
  Handlers,
  | 'metrics'
  | 'summaries'
  | 'draftSummary'
  | 'editSummary'
  | 'submitSummary'
  | 'takeSummaryBack'
  | 'approveSummary'
  | 'sendBackSummary'
  | 'postSummaryAgain'
  | 'settlePost'
  | 'withdrawSummary'
>
type SummaryView = Out<'draftSummary'>

export function publishingRoutes(ports: Ports): Routes {
  const { store } = ports
  /** Roles for the Cohort of a Summary, then the change, then what it looks like now. */
  const act = async (
    asker: Asker,
    id: string,
    may: (roles: readonly Role[]) => boolean,
    change: () => Promise<Summary | Refusal>,
  ) => {
    const summary = await store.summaries.get(id)
    if (!may(await asker.rolesFor(summary?.cohortId))) return refuse('not-allowed')
    return shown(ports, await change(), asker)
  }
  const decide = async (asker: Asker, id: string, change: () => Promise<Summary | Refusal>) => {
    if (!mayDecideSummary(asker, sentOf(await store.summaries.get(id)))) return refuse('not-allowed')
    return shown(ports, await change(), asker)
  }
  return {
    async metrics(asker, { id }) {
      if (!mayReadMetrics(await asker.rolesFor(id))) return refuse('not-allowed')
      return metricsView(ports, id)
    },
    async summaries(asker, { id }) {
      const roles = await asker.rolesFor(id)
      const decides = await store.summaries.waitsFor(asker.personId, id)
      if (!mayReadSummaries(roles) && !decides) return refuse('not-allowed')
      return summariesView(ports, id, asker, roles)
    },
    async draftSummary(asker, { id, language }) {
      if (!mayDraftSummary(await asker.rolesFor(id))) return refuse('not-allowed')
      return shown(ports, await draftSummary(ports, id, language, asker.personId), asker)
    },
    editSummary: (asker, { id, ...edited }) =>
      act(asker, id, mayDraftSummary, () => editSummary(ports, id, edited, asker.personId)),
    submitSummary: (asker, { id }) =>
      act(asker, id, maySubmitSummary, () => submitSummary(ports, id, asker.personId)),
    takeSummaryBack: (asker, { id }) =>
      act(asker, id, maySubmitSummary, () => takeSummaryBack(ports, id, asker.personId)),
    approveSummary: (asker, { id, revision }) =>
      decide(asker, id, () => approveSummary(ports, id, revision, asker.personId)),
    sendBackSummary: (asker, { id, note }) =>
      decide(asker, id, () => sendBackSummary(ports, id, note, asker.personId)),
    postSummaryAgain: (asker, { id }) =>
      act(asker, id, mayPostSummaryAgain, () => postAgain(ports, id, asker.personId)),
    settlePost: (asker, { id, channel, isThere }) =>
      act(asker, id, maySettlePost, () => settlePost(ports, id, { channel, isThere }, asker.personId)),
    withdrawSummary: (asker, { id }) =>
      act(asker, id, mayWithdrawSummary, () => withdrawSummary(ports, id, asker.personId)),
  }
}

async function shown(ports: Ports, answer: Summary | Refusal, asker: Asker): Promise<SummaryView | Refusal> {
  return isRefused(answer) ? answer : summaryView(ports, answer, asker)
}

/** Only what was sent has a Sponsor of its own. */
const sentOf = (summary: Summary | undefined) => (summary && 'sponsorId' in summary ? summary : undefined)

async function summaryView({ store }: Ports, summary: Summary, asker: Asker): Promise<SummaryView> {
  const sponsorId = sentOf(summary)?.sponsorId
  const { id, state, revision, title, body, figures, channels } = summary
  const posts = await store.posts.of(id)
  const people = await store.people.many([
    summary.authorId,
    ...(sponsorId ? [sponsorId] : []),
    ...('approvedBy' in summary ? [summary.approvedBy] : []),
  ])
  return {
    ...{ id, state, revision, title, body, figures, channels },
    author: faceFrom(people, summary.authorId),
    ...(sponsorId ? { sponsor: faceFrom(people, sponsorId) } : {}),
    ...(state === 'submitted' ? { mayDecide: mayDecideSummary(asker, summary) } : {}),
    changedAt: iso(summary.changedAt),
    ...('note' in summary && summary.note ? { note: summary.note } : {}),
    ...('approvedBy' in summary
      ? { approvedBy: faceFrom(people, summary.approvedBy), approvedAt: iso(summary.approvedAt) }
      : {}),
    ...('publishedAt' in summary ? { publishedAt: iso(summary.publishedAt) } : {}),
    posts: posts.map(({ channel, state: postState, why }) => ({
      ...(channels.find(({ channelId }) => channelId === channel.channelId) ?? channel),
      state: postState,
      ...(why ? { why } : {}),
    })),
  }
}

/** Channels of the teams the asker belongs to; those whose team has the bot can be posted to. */
async function summariesView(
  ports: Ports,
  id: string,
  asker: Asker,
  roles: readonly Role[],
): Promise<Out<'summaries'> | Refusal> {
  const { store } = ports
  const cohort = await store.cohorts.get(id)
  const program = cohort && (await store.programs.get(cohort.programId))
  if (!program) return refuse('not-found')
  const withBot = new Set(await store.reachable.teams())
  const sponsor = program.sponsorId ? await store.people.get(program.sponsorId) : undefined
  const channels = mayDraftSummary(roles) ? await visibleChannels(ports, asker.personId) : []
  const views: SummaryView[] = []
  for (const summary of await store.summaries.list(id)) {
    if (!mayRead(summary, asker, roles)) continue
    const isMine = summary.state === 'drafted' && summary.authorId === asker.personId
    // What its author cannot see any more is said as soon as they look.
    const now = isMine ? { ...summary, channels: lookedAt(summary.channels, channels) } : summary
    views.push(await summaryView(ports, now, asker))
  }
  return {
    programName: program.name,
    sponsor: sponsor ? faceOf(sponsor) : null,
    may: { draft: mayDraftSummary(roles), approve: asker.personId === program.sponsorId },
    channels: channels.map((channel) => ({ ...channel, reachable: withBot.has(channel.teamId) })),
    summaries: views,
  }
}

/** A draft is the authors' business; the Sponsor sees what was sent, and a former one what still waits for them. */
function mayRead(summary: Summary, asker: Asker, roles: readonly Role[]): boolean {
  if (mayDraftSummary(roles)) return true
  if (mayReadSummaries(roles)) return summary.state !== 'drafted'
  return summary.state === 'submitted' && mayDecideSummary(asker, summary)
}

async function metricsView(ports: Ports, id: string): Promise<Out<'metrics'> | Refusal> {
  const { store, clock, fewestPeople } = ports
  if (!(await store.cohorts.get(id))) return refuse('not-found')
  const snapshot = await store.snapshots.get(id)
  const facts = await loadParts(ports, id)
  const figures = await loadFigures(ports, id, facts)
  const steps = stepsOf(facts, fewestPeople)
  const met = figures.find(({ key }) => key === 'have-met')
  return {
    threshold: fewestPeople,
    ...(snapshot?.takenAt ? { takenAt: iso(snapshot.takenAt) } : {}),
    nextAt: iso(nextMonday(clock.now())),
    figures: figures.map((figure) => ({ ...figure, formula: formulas[figure.key] })),
    keptByWeek: snapshot?.weeks ?? [],
    funnel: [
      ...(['enrolled', 'approved', 'paired'] as const).map((key) => counted(key, steps[key])),
      { ...counted('met', met?.value), ...(met?.bound ? { bound: met.bound } : {}) },
    ],
  }
}

const counted = (key: string, value: number | undefined) => ({
  key,
  ...(value === undefined ? {} : { value }),
})
