import {
  mayApproveSummary,
  mayDraftSummary,
  mayPostSummaryAgain,
  mayReadMetrics,
  mayReadSummaries,
  mayWithdrawSummary,
} from '../../auth/policies.ts'
import type { Role } from '../../auth/roles.ts'
import type { Out } from '../../contract/index.ts'
import { formulas, stepsOf } from '../../domain/metrics.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import { nextMonday } from '../../domain/snapshot.ts'
import type { Summary } from '../../domain/summary.ts'
import type { Ports } from '../../workflows/ports.ts'
import { postAgain, withdrawSummary } from '../../workflows/publish-summary.ts'
import { loadFigures, loadParts } from '../../workflows/take-snapshot.ts'
import {
  approveSummary,
  draftSummary,
  editSummary,
  sendBackSummary,
  submitSummary,
} from '../../workflows/write-summary.ts'
import type { Asker, Handlers } from '../handler.ts'
import { faceFrom, faceOf, iso } from './views.ts'

type Routes = Pick<
  Handlers,
  | 'metrics'
  | 'summaries'
  | 'draftSummary'
  | 'editSummary'
  | 'submitSummary'
  | 'approveSummary'
  | 'sendBackSummary'
  | 'postSummaryAgain'
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
    return shown(ports, await change())
  }
  return {
    async metrics(asker, { id }) {
      if (!mayReadMetrics(await asker.rolesFor(id))) return refuse('not-allowed')
      return metricsView(ports, id)
    },
    async summaries(asker, { id }) {
      const roles = await asker.rolesFor(id)
      if (!mayReadSummaries(roles)) return refuse('not-allowed')
      return summariesView(ports, id, asker, roles)
    },
    async draftSummary(asker, { id, language }) {
      if (!mayDraftSummary(await asker.rolesFor(id))) return refuse('not-allowed')
      return shown(ports, await draftSummary(ports, id, language, asker.personId))
    },
    editSummary: (asker, { id, ...edited }) =>
      act(asker, id, mayDraftSummary, () => editSummary(ports, id, edited, asker.personId)),
    submitSummary: (asker, { id }) =>
      act(asker, id, mayDraftSummary, () => submitSummary(ports, id, asker.personId)),
    approveSummary: (asker, { id, revision }) =>
      act(asker, id, mayApproveSummary, () => approveSummary(ports, id, revision, asker.personId)),
    sendBackSummary: (asker, { id, note }) =>
      act(asker, id, mayApproveSummary, () => sendBackSummary(ports, id, note, asker.personId)),
    postSummaryAgain: (asker, { id }) =>
      act(asker, id, mayPostSummaryAgain, () => postAgain(ports, id, asker.personId)),
    withdrawSummary: (asker, { id }) =>
      act(asker, id, mayWithdrawSummary, () => withdrawSummary(ports, id, asker.personId)),
  }
}

async function shown(ports: Ports, answer: Summary | Refusal): Promise<SummaryView | Refusal> {
  return isRefused(answer) ? answer : summaryView(ports, answer)
}

async function summaryView({ store }: Ports, summary: Summary): Promise<SummaryView> {
  const { id, state, revision, title, body, figures, channels } = summary
  const posts = await store.posts.of(id)
  const people = await store.people.many([
    summary.authorId,
    ...('approvedBy' in summary ? [summary.approvedBy] : []),
  ])
  return {
    ...{ id, state, revision, title, body, figures, channels },
    author: faceFrom(people, summary.authorId),
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
  const { store, directory } = ports
  const cohort = await store.cohorts.get(id)
  const program = cohort && (await store.programs.get(cohort.programId))
  if (!program) return refuse('not-found')
  const withBot = new Set(await store.reachable.teams())
  const sponsor = await store.people.get(program.sponsorId)
  const teams = mayDraftSummary(roles) ? await directory.channelsOf(asker.personId) : []
  const summaries = await store.summaries.list(id)
  // A draft is the authors' business; the Sponsor sees what was sent for approval, and everything after.
  const visible = mayDraftSummary(roles) ? summaries : summaries.filter((one) => one.state !== 'drafted')
  const views: SummaryView[] = []
  for (const summary of visible) views.push(await summaryView(ports, summary))
  return {
    programName: program.name,
    sponsor: sponsor ? faceOf(sponsor) : null,
    may: { draft: mayDraftSummary(roles), approve: asker.personId === program.sponsorId },
    channels: teams.flatMap(({ teamId, teamName, channels }) =>
      channels.map((channel) => ({
        teamId,
        channelId: channel.id,
        teamName,
        channelName: channel.name,
        reachable: withBot.has(teamId),
      })),
    ),
    summaries: views,
  }
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
