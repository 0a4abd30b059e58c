/**
 * `POST /$batch`: up to 20 requests in one, each throttled by itself inside an answer that says 200. No Microsoft SDK
 * repeats the throttled ones; here they are sent again together after the longest Retry-After among them.
 * Source: json-batching and throttling in the Graph documentation.
 */
import { codesOf } from './graph-error.ts'
import { type Failure, retryAfterOf, type Verdict } from './throttle.ts'

export const BATCH_LIMIT = 20

export interface BatchRequest {
  /** Unique in the call, compared without case. */
  id: string
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Below the version, with query. */
  url: string
  headers?: Record<string, string>
  body?: unknown
  /** As for a single request: GET, PATCH, DELETE yes, POST no. */
  repeatable?: boolean
}

export interface BatchResponse {
  id: string
  status: number
  headers: Record<string, string>
  body: unknown
}

export interface BatchDoer {
  send(
    body: { requests: Omit<BatchRequest, 'repeatable'>[] },
    repeatable: boolean,
  ): Promise<{
    responses: { id: string; status: number; headers?: Record<string, string>; body?: unknown }[]
  }>
  judge(failure: Failure, call: { attempt: number; waited: number; repeatable: boolean }): Verdict
  sleep(ms: number): Promise<void>
  now(): Date
}

/** Answers by id, in no order. A request that stays refused is answered with its last status; nothing goes missing. */
export async function sendBatch(
  requests: BatchRequest[],
  doer: BatchDoer,
): Promise<Map<string, BatchResponse>> {
  if (new Set(requests.map(({ id }) => id.toLowerCase())).size !== requests.length) {
    throw new RangeError(
      'Cannot send a batch in which two requests have the same id; ids are compared without case.',
    )
  }
  const answers = new Map<string, BatchResponse>()
  for (let from = 0; from < requests.length; from += BATCH_LIMIT) {
    await sendTwenty(requests.slice(from, from + BATCH_LIMIT), doer, answers)
  }
  return answers
}

async function sendTwenty(requests: BatchRequest[], doer: BatchDoer, answers: Map<string, BatchResponse>) {
  let open = requests
  let waited = 0
  for (let attempt = 1; open.length > 0; attempt += 1) {
    const batch = open.map(({ repeatable: _, ...request }) => request)
    const { responses } = await doer.send({ requests: batch }, open.every(isRepeatable))
    const byId = new Map(responses.map((response) => [response.id.toLowerCase(), response]))
    const again: BatchRequest[] = []
    let wait = 0
    for (const request of open) {
      const answer = answerFor(request, byId.get(request.id.toLowerCase()))
      answers.set(request.id, answer)
      const verdict = answer.status < 400 ? undefined : judge(request, answer, doer, attempt, waited)
      if (verdict?.again) {
        again.push(request)
        wait = Math.max(wait, verdict.after)
      }
    }
    open = again
    if (open.length > 0) await doer.sleep(wait)
    waited += wait
  }
}

const isRepeatable = (request: BatchRequest) => request.repeatable ?? request.method !== 'POST'

function judge(
  request: BatchRequest,
  answer: BatchResponse,
  doer: BatchDoer,
  attempt: number,
  waited: number,
) {
  const retryAfter = retryAfterOf(answer.headers['retry-after'], doer.now())
  const code = codesOf(answer.body).at(-1)
  return doer.judge(
    {
      status: answer.status,
      ...(code ? { code } : {}),
      ...(retryAfter === undefined ? {} : { retryAfter }),
    },
    { attempt, waited, repeatable: isRepeatable(request) },
  )
}

/** A request that Graph left out of its answer counts as one without an answer. */
function answerFor(
  request: BatchRequest,
  response: { status: number; headers?: Record<string, string>; body?: unknown } | undefined,
): BatchResponse {
  const headers = Object.entries(response?.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value])
  return {
    id: request.id,
    status: response?.status ?? 0,
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: response?.body,
  }
}
