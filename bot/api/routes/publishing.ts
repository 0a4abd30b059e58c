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
import { dueSessions, figuresOf, formulas, isKept, isSettled, threshold } from '../../domain/metrics.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import type { Summary } from '../../domain/summary.ts'
import { loadFacts } from '../../workflows/load-figures.ts'
import type { Ports } from '../../workflows/ports.ts'
import { postAgain, withdrawSummary } from '../../workflows/publish-summary.ts'
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

const weekMs = 7 * 86_400_000

async function metricsView(ports: Ports, id: string): Promise<Out<'metrics'> | Refusal> {
  const cohort = await ports.store.cohorts.get(id)
  if (!cohort) return refuse('not-found')
  const facts = await loadFacts(ports, id)
  const counts = await ports.store.participants.counts(id)
  const active = facts.pairings.filter(
    (pairing) => pairing.state === 'approved' || pairing.state === 'active',
  )
  const due = dueSessions(facts.sessions, facts.now).filter(isSettled)
  const weeks = new Map<number, { due: number; held: number }>()
  const start = Date.parse(`${cohort.startsOn}T00:00:00Z`)
  for (const session of due) {
    const week = Math.floor((session.startsAt.getTime() - start) / weekMs)
    const row = weeks.get(week) ?? { due: 0, held: 0 }
    weeks.set(week, { due: row.due + 1, held: row.held + (isKept(session) ? 1 : 0) })
  }
  return {
    threshold,
    figures: figuresOf(facts).map((figure) => ({ ...figure, formula: formulas[figure.key] })),
    heldByWeek: [...weeks]
      .filter(([, row]) => row.due >= threshold)
      .sort(([a], [b]) => a - b)
      .map(([week, row]) => ({ week: new Date(start + week * weekMs).toISOString().slice(0, 10), ...row })),
    funnel: [
      { key: 'enrolled', value: Object.values(counts).reduce((sum, n) => sum + n, 0) },
      { key: 'approved', value: counts.approved },
      { key: 'paired', value: new Set(active.flatMap((one) => [one.mentorId, one.menteeId])).size },
      {
        key: 'met',
        value: new Set(due.filter((one) => one.state === 'held').map((one) => one.pairingId)).size * 2,
      },
    ],
  }
}
