/**
 * What may be written down of an error: in the log, with a job, beside a run or a post. An error's message is often
 * somebody's words (a driver quotes the values of a query, a parser the text it could not read), so only messages that we
 * wrote ourselves, out of codes, names of settings and ids, are kept. They are those of a Fault; of every other error
 * stay its name, its code and where it happened.
 */

/** An error in our own words: its message never quotes what a person wrote, nor what another system answered. */
export class Fault extends Error {
  override readonly name: string = 'Fault'
  /** Set where something that the service needs was away, and may be back in a moment. */
  readonly isAway?: boolean
}

/** So many wait already that whoever asks now would wait in vain. */
export class Busy extends Fault {
  override readonly name = 'Busy'
  override readonly isAway = true
  readonly code = 'busy'
  constructor() {
    super('Too many wait for an answer of the engine.')
  }
}

/** Whether asking again in a moment is worth it: something was away, or too slow, and nothing is wrong with the question. */
export function isAway(error: unknown): boolean {
  return chainOf(error).some((one) => one instanceof Fault && one.isAway === true)
}

const mostCauses = 4

/** For whoever looks after the service: a Fault's words, the name and code of everything else, and the same of its causes. */
export function tellingOf(error: unknown): string {
  return chainOf(error)
    .map((one) => (one instanceof Fault ? `${one.name}: ${one.message}` : codeOf(one)))
    .join(' <- ')
}

/** Name and code alone: for whoever sees a run or a post fail and does not look after the service. */
export function codeOf(error: unknown): string {
  const { name, code, status } = (typeof error === 'object' && error !== null ? error : {}) as Fields
  const kept = [code, status].map(asCode).find((one) => one !== undefined)
  const type = typeof name === 'string' && /^\w{1,60}$/.test(name) ? name : 'Error'
  return kept === undefined ? type : `${type} ${kept}`
}

type Fields = { name?: unknown; code?: unknown; status?: unknown }

/** A line of the log: what `tellingOf` says, and the places in the code, without the words the stack begins with. */
export function loggedOf(error: unknown): { type: string; message: string; stack?: string } {
  const places = chainOf(error).flatMap(placesOf).slice(0, 40)
  return {
    type: codeOf(error).split(' ')[0]!,
    message: tellingOf(error),
    ...(places.length > 0 ? { stack: places.join('\n') } : {}),
  }
}

/** The fields of a line of the log: `err` may be anything that was thrown, and no other error goes in as it is. */
function loggedFields(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) =>
      isError(value) || (key === 'err' && value !== undefined) ? [key, loggedOf(value)] : [key, value],
    ),
  )
}

/** How the log is written, for pino: its own idea of an error would print all of its fields. */
export const logShape = { formatters: { log: loggedFields }, serializers: { err: (told: unknown) => told } }

/** Of whichever realm: a thread's and a sandbox's errors are no instances of ours. */
function isError(value: unknown): value is Error {
  return value instanceof Error || Object.prototype.toString.call(value) === '[object Error]'
}

function chainOf(error: unknown): unknown[] {
  const chain = [error]
  for (let next = causeOf(error); next !== undefined && chain.length < mostCauses; next = causeOf(next))
    chain.push(next)
  return chain
}

const causeOf = (error: unknown): unknown => (isError(error) ? error.cause : undefined)

function asCode(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && /^[\w.-]{1,60}$/.test(value) ? value : undefined
}

/** A stack that does not begin with the message as it is now may quote an older one: then none of it is kept. */
function placesOf(error: unknown): string[] {
  if (!isError(error) || !error.stack) return []
  const start = error.message === '' ? 0 : error.stack.indexOf(`: ${error.message}`)
  if (start < 0) return []
  const after = error.message === '' ? error.stack : error.stack.slice(start + 2 + error.message.length)
  return after.split('\n').filter((line) => /^ {4}at [^\n]*(:\d+:\d+|<anonymous>|native)\)?$/.test(line))
}
