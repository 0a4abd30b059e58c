/**
 * The thread that pairs. Started with an input or a question it gives one result and stops early when the shared flag is
 * raised; started with neither, it answers question after question.
 */
import { createHash } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { buildOrganization, type ChartRow, type Organization } from '../domain/organization/organization.ts'
import { answer } from '../domain/pairing/matching-questions.ts'
import { Cancelled } from '../engine/optimum.ts'
import type { MatchingInput, MatchingPerson } from '../engine/person.ts'
import { proposeWithWorking, type WorkedProposal } from '../engine/propose.ts'
import { buildRoster } from '../engine/roster.ts'
import { proposeToShow } from '../engine/shown-proposal.ts'
import type { FromWorker, ToKeptWorker, ToWorker } from './run-in-worker.ts'

const work = workerData as ToWorker | undefined

function say(message: FromWorker): void {
  parentPort!.postMessage(message)
}

function run(input: MatchingInput, flag: Int32Array): void {
  try {
    // Nothing else of it leaves this thread: what was said in private stays with the engine.
    const proposal = proposeToShow(input, {
      onProgress: (phase, done, of) => say({ kind: 'progress', phase, done, of }),
      cancelled: () => Atomics.load(flag, 0) === 1,
    })
    say({ kind: 'proposal', proposal })
  } catch (error) {
    if (error instanceof Cancelled) say({ kind: 'cancelled' })
    else throw error
  }
}

/** The people of the last question that came with any. */
let people: MatchingPerson[] = []
/** The last run and what its input was, so that the next question about the same people only takes a repair. */
let lastRun: { key: string; worked: WorkedProposal } | undefined
let lastChart: { people: MatchingPerson[]; tops: string; chart: Organization } | undefined

function runOf(input: MatchingInput): WorkedProposal {
  const key = createHash('sha256').update(JSON.stringify(input)).digest('base64')
  if (lastRun?.key !== key) lastRun = { key, worked: proposeWithWorking(input) }
  return lastRun.worked
}

/** Somebody only an enrolment names makes another list, and a chart that is built for this once. */
function chartOf(rows: readonly ChartRow[], tops: readonly string[] = []): Organization {
  if (rows !== people) return buildOrganization(rows, tops)
  const named = tops.join(' ')
  if (lastChart?.people !== people || lastChart.tops !== named)
    lastChart = { people, tops: named, chart: buildOrganization(people, tops) }
  return lastChart.chart
}

const rosterOf = (input: MatchingInput) => buildRoster(input, chartOf)

function reply({ question, organization }: ToKeptWorker): void {
  try {
    if (organization) people = organization
    const whole =
      question.ask === 'effect'
        ? question
        : { ...question, input: { ...question.input, organization: people } }
    say({ kind: 'answer', answer: answer(whole, { runOf, rosterOf }) })
  } catch (error) {
    say({ kind: 'failed', error: error as Error })
  }
}

if (work === undefined) parentPort!.on('message', reply)
else if ('question' in work) say({ kind: 'answer', answer: answer(work.question) })
else run(work.input, work.flag)
