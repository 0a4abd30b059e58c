import { type FactsOf, may } from '../../../auth/access.ts'
import type { Role } from '../../../auth/role.ts'
import type { Out } from '../../../contract/index.ts'
import { formNames } from '../../../domain/meeting/form.ts'
import type { Program } from '../../../domain/program/program.ts'
import { mayMeasure, wayGone } from '../../../domain/publishing/challenge.ts'
import {
  allMeasures,
  type Measure,
  measureFormulas,
  rangeOf,
} from '../../../domain/publishing/measures/measure.ts'
import {
  coverageByPlace,
  takingFormulas,
  takingMeasures,
  topicCounts,
} from '../../../domain/publishing/measures/taking.ts'
import { formulas, stepsOf } from '../../../domain/publishing/metrics.ts'
import { type PooledFigure, pooledQuestions } from '../../../domain/publishing/pooled.ts'
import { nextMonday } from '../../../domain/publishing/snapshot.ts'
import { lookedAt, type Summary } from '../../../domain/publishing/summary.ts'
import { isRefused, type Refusal, refuse } from '../../../domain/refusal.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { enterReading } from '../../../workflows/publishing/enter-reading.ts'
import { postAgain, settlePost, withdrawSummary } from '../../../workflows/publishing/publish-summary.ts'
import { loadFigures, loadParts } from '../../../workflows/publishing/take-snapshot.ts'
import { visibleChannels } from '../../../workflows/publishing/visible-channels.ts'
import {
  approveSummary,
  deleteSummary,
  draftSummary,
  editSummary,
  sendBackSummary,
  submitSummary,
  takeSummaryBack,
} from '../../../workflows/publishing/write-summary.ts'
import { type Asker, asks, type Handlers, inCohort } from '../../handler.ts'
import { faceFrom, faceOf, iso } from '../views.ts'

type Routes = Pick<
  Handlers,
  | 'metrics'
  | 'enterReading'
  | 'summaries'
  | 'draftSummary'
  | 'editSummary'
  | 'submitSummary'
  | 'deleteSummary'
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
  const whereWritten = async (asker: Asker, { id }: { id: string }) => ({
    roles: await asker.rolesFor((await store.summaries.get(id))?.cohortId),
  })
  const sentTo = async (asker: Asker, { id }: { id: string }) =>
    decideFacts(ports, asker, await store.summaries.get(id))
  const waiting = async (asker: Asker, { id }: { id: string }) => ({
    roles: await asker.rolesFor(id),
    sentTo: (await store.summaries.waitsFor(asker.personId, id)) ? asker.personId : undefined,
  })
  /** The change, then what it looks like now. */
  const changing =
    <I>(change: (asker: Asker, input: I) => Promise<Summary | Refusal>) =>
    async (asker: Asker, input: I) =>
      shown(ports, await change(asker, input), asker)
  return {
    metrics: asks('read-metrics', inCohort, async (asker, { id }) =>
      metricsView(ports, id, may('enter-reading', asker, await inCohort(asker, { id }))),
    ),
    enterReading: asks('enter-reading', inCohort, (asker, { id, moment, value }) =>
      enterReading(ports, id, { moment, value }, asker.personId),
    ),
    summaries: asks('find-summaries', waiting, async (asker, { id }) =>
      summariesView(ports, id, asker, await asker.rolesFor(id)),
    ),
    draftSummary: asks('draft-summary', inCohort, async (asker, { id, language, from }) => {
      return shown(ports, await draftSummary(ports, id, language, asker.personId, from), asker)
    }),
    editSummary: asks(
      'draft-summary',
      whereWritten,
      changing((asker, { id, ...edited }) => editSummary(ports, id, edited, asker.personId)),
    ),
    submitSummary: asks(
      'submit-summary',
      whereWritten,
      changing((asker, { id }) => submitSummary(ports, id, asker.personId)),
    ),
    deleteSummary: asks('delete-summary', whereWritten, (asker, { id, revision }) =>
      deleteSummary(ports, id, revision, asker.personId),
    ),
    takeSummaryBack: asks(
      'submit-summary',
      whereWritten,
      changing((asker, { id }) => takeSummaryBack(ports, id, asker.personId)),
    ),
    approveSummary: asks(
      'decide-summary',
      sentTo,
      changing((asker, { id, revision }) => approveSummary(ports, id, revision, asker.personId)),
    ),
    sendBackSummary: asks(
      'decide-summary',
      sentTo,
      changing((asker, { id, note }) => sendBackSummary(ports, id, note, asker.personId)),
    ),
    postSummaryAgain: asks(
      'post-summary-again',
      whereWritten,
      changing((asker, { id }) => postAgain(ports, id, asker.personId)),
    ),
    settlePost: asks(
      'settle-post',
      whereWritten,
      changing((asker, { id, channel, isThere }) =>
        settlePost(ports, id, { channel, isThere }, asker.personId),
      ),
    ),
    withdrawSummary: asks(
      'withdraw-summary',
      whereWritten,
      changing((asker, { id }) => withdrawSummary(ports, id, asker.personId)),
    ),
  }
}

async function shown(ports: Ports, answer: Summary | Refusal, asker: Asker): Promise<SummaryView | Refusal> {
  return isRefused(answer) ? answer : summaryView(ports, answer, asker)
}

/** Only what was sent has a Sponsor of its own. */
const sentOf = (summary: Summary | undefined) => (summary && 'sponsorId' in summary ? summary : undefined)

/** What decides whether somebody may decide about it. */
async function decideFacts(
  { store }: Ports,
  asker: Asker,
  summary: Summary | undefined,
): Promise<FactsOf<'decide-summary'>> {
  const cohort = summary && (await store.cohorts.get(summary.cohortId))
  return {
    sentTo: sentOf(summary)?.sponsorId,
    roles: cohort ? await asker.rolesFor(cohort.id) : [],
    sponsorId: cohort && (await store.programs.get(cohort.programId))?.sponsorId,
  }
}

async function summaryView(ports: Ports, summary: Summary, asker: Asker): Promise<SummaryView> {
  const { store } = ports
  const sponsorId = sentOf(summary)?.sponsorId
  const { id, state, revision, title, body, figures, channels } = summary
  const posts = await store.posts.of(id)
  const approvedBy = 'approvedBy' in summary ? summary.approvedBy : undefined
  const withdrawal = state === 'withdrawn' ? await store.audit.lastOn(id, ['summary-withdrawn']) : undefined
  const people = await store.people.many(
    [summary.authorId, sponsorId, approvedBy, withdrawal?.actorId].filter((one) => one !== undefined),
  )
  return {
    ...{ id, state, revision, title, body, figures, channels },
    author: faceFrom(people, summary.authorId),
    ...(sponsorId ? { sponsor: faceFrom(people, sponsorId) } : {}),
    ...(state === 'submitted'
      ? { mayDecide: may('decide-summary', asker, await decideFacts(ports, asker, summary)) }
      : {}),
    changedAt: iso(summary.changedAt),
    ...('note' in summary && summary.note ? { note: summary.note } : {}),
    ...('approvedAt' in summary && approvedBy && summary.approvedAt
      ? { approvedBy: faceFrom(people, approvedBy), approvedAt: iso(summary.approvedAt) }
      : {}),
    ...('publishedAt' in summary && summary.publishedAt ? { publishedAt: iso(summary.publishedAt) } : {}),
    ...('withdrawnAt' in summary ? { withdrawnAt: iso(summary.withdrawnAt) } : {}),
    ...(withdrawal ? { withdrawnBy: faceFrom(people, withdrawal.actorId) } : {}),
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
  const channels = may('draft-summary', asker, { roles }) ? await visibleChannels(ports, asker.personId) : []
  const views: SummaryView[] = []
  const sentBack: Out<'summaries'>['sentBack'] = []
  for (const summary of await store.summaries.list(id)) {
    sentBack.push(...(await sentBackBy(ports, asker, summary)))
    if (!(await mayRead(ports, summary, asker, roles))) continue
    const isMine = summary.state === 'drafted' && summary.authorId === asker.personId
    // What its author cannot see any more is said as soon as they look.
    const now = isMine ? { ...summary, channels: lookedAt(summary.channels, channels) } : summary
    views.push(await summaryView(ports, now, asker))
  }
  return {
    programName: program.name,
    sponsor: sponsor ? faceOf(sponsor) : null,
    may: {
      draft: may('draft-summary', asker, { roles }),
      approve: asker.personId === program.sponsorId || roles.includes('stand-in'),
    },
    channels: channels.map((channel) => ({ ...channel, reachable: withBot.has(channel.teamId) })),
    summaries: views,
    sentBack,
  }
}

/** The asker's own words about a text that is with its author again: nothing of what it says by now. */
async function sentBackBy(
  { store }: Ports,
  asker: Asker,
  summary: Summary,
): Promise<Out<'summaries'>['sentBack']> {
  if (summary.state !== 'drafted' || summary.note === undefined) return []
  const last = await store.audit.lastOn(summary.id, ['summary-sent-back'])
  if (last?.actorId !== asker.personId) return []
  const people = await store.people.many([summary.authorId])
  return [{ author: faceFrom(people, summary.authorId), at: iso(last.at), note: summary.note }]
}

/** A draft is the authors' business; the Sponsor sees what was sent, and a former one what still waits for them. */
async function mayRead(
  ports: Ports,
  summary: Summary,
  asker: Asker,
  roles: readonly Role[],
): Promise<boolean> {
  if (may('draft-summary', asker, { roles })) return true
  if (may('read-summaries', asker, { roles })) return summary.state !== 'drafted'
  return (
    summary.state === 'submitted' && may('decide-summary', asker, await decideFacts(ports, asker, summary))
  )
}

async function metricsView(ports: Ports, id: string, mayEnter: boolean): Promise<Out<'metrics'> | Refusal> {
  const { store, clock, fewestPeople } = ports
  const cohort = await store.cohorts.get(id)
  const program = cohort && (await store.programs.get(cohort.programId))
  if (!program) return refuse('not-found')
  const snapshot = await store.snapshots.get(id)
  const facts = await loadParts(ports, id)
  const figures = await loadFigures(ports, id, facts)
  const steps = stepsOf(facts, fewestPeople)
  const met = figures.find(({ key }) => key === 'have-met')
  const achieved = allMeasures(snapshot?.measures ?? [], snapshot?.pooled ?? [])
  const finished = achieved.find(({ key }) => key === 'finished')
  const leaders = facts.participants.flatMap(({ side, personId }) => (side === 'mentee' ? [personId] : []))
  const taking = { ...facts, people: await store.people.many(leaders) }
  return {
    threshold: fewestPeople,
    ...(snapshot?.takenAt ? { takenAt: iso(snapshot.takenAt) } : {}),
    nextAt: iso(nextMonday(clock.now())),
    figures: figures.map((figure) => ({ ...figure, formula: formulas[figure.key] })),
    keptByWeek: snapshot?.weeks ?? [],
    answers: pooledView(snapshot?.pooled ?? []),
    measures: [
      ...takingMeasures(taking, fewestPeople).map((one) => ({ ...one, formula: takingFormulas[one.key] })),
      ...achieved.map(measureView),
    ],
    coverage: coverageByPlace(taking, fewestPeople),
    topics: topicCounts(facts, fewestPeople),
    challenge: await challengeView(ports, program, id, mayEnter && mayMeasure(cohort)),
    funnel: [
      ...(['enrolled', 'approved', 'paired'] as const).map((key) => counted(key, steps[key])),
      { ...counted('met', met?.value), ...(met?.bound ? { bound: met.bound } : {}) },
      { ...counted('finished', finished?.value), ...(finished?.bound ? { bound: finished.bound } : {}) },
    ],
  }
}

function measureView(measure: Measure): Out<'metrics'>['measures'][number] {
  const { takenAt: _, ...said } = measure
  const range = rangeOf(measure)
  return { ...said, ...(range ? { range } : {}), formula: measureFormulas[measure.key] }
}

async function challengeView(
  { store }: Ports,
  { challenge }: Program,
  id: string,
  mayEnter: boolean,
): Promise<Out<'metrics'>['challenge']> {
  const readings = await store.challengeReadings.of(id)
  const people = await store.people.many(readings.map(({ byId }) => byId))
  return {
    ...challenge,
    mayEnter,
    readings: readings.map(({ moment, value, byId, at }) => {
      const way = wayGone(challenge, value)
      return {
        ...{ moment, value, by: faceFrom(people, byId), at: iso(at) },
        ...(way === undefined ? {} : { wayGone: way }),
      }
    }),
  }
}

/** Every pooled question, whoever was asked by now; what is not known, or not to be said, without a value. */
function pooledView(known: readonly PooledFigure[]): Out<'metrics'>['answers'] {
  return formNames.flatMap((form) =>
    pooledQuestions(form).map((question) => {
      const found = known.find((one) => one.form === form && one.question === question.key)
      const unit = question.kind === 'choice' ? ('percent' as const) : ('score' as const)
      if (!found) return { form, question: question.key, unit }
      const { takenAt: _, ...figure } = found
      return figure
    }),
  )
}

const counted = (key: string, value: number | undefined) => ({
  key,
  ...(value === undefined ? {} : { value }),
})
