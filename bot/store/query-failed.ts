import { Fault } from '../domain/fault.ts'

/**
 * The database said no, or was not there. Its own error quotes values (in the message, the detail, the position) and the
 * query builder's adds all of them, so neither goes any further than here: the statement with its placeholders, the
 * SQLSTATE and the constraint tell what failed.
 */
export class QueryFailed extends Fault {
  override readonly name = 'QueryFailed'
  /** SQLSTATE, or the system's code when no answer came. pg-boss decides by it. */
  readonly code: string
  readonly statement: string
  readonly constraint?: string
  override readonly isAway: boolean

  constructor(statement: string, error: unknown) {
    const code = codeOf(error)
    const constraint = constraintOf(error)
    const shown = withoutLiterals(statement)
    super(`The database refused with ${code}${constraint ? ` (${constraint})` : ''}: ${shown}`)
    this.code = code
    this.statement = shown
    this.isAway = awayCodes.test(code)
    if (constraint !== undefined) this.constraint = constraint
  }
}

/** Whatever a query threw, as ours. */
export function queryFailed(statement: string, error: unknown): QueryFailed {
  return error instanceof QueryFailed ? error : new QueryFailed(statement, error)
}

/** pg's own words for a connection that went away carry no code. */
const withoutCode: readonly [RegExp, string][] = [
  [/^Connection terminated/, 'connection-lost'],
  [/^(timeout exceeded when trying to connect|timeout expired)/, 'connection-timeout'],
  [/^Query read timeout/, 'query-timeout'],
  [/^(Client (was closed|has encountered)|Cannot use a pool|PGlite is closed)/, 'connection-closed'],
]

/**
 * No server, one that starts or stops, no room on it, one that became read-only, a lock or a statement that took too long
 * (https://www.postgresql.org/docs/current/errcodes-appendix.html), and the network's own.
 */
const awayCodes =
  /^(08\w{3}|53\w{3}|57P0[1235]|57014|55P03|40P01|40001|25006|(connection|query)-\w+|ECONN\w+|EPIPE|ETIMEDOUT|E(HOST|NET)(UNREACH|DOWN)|ENOTFOUND|EAI_AGAIN)$/

function codeOf(error: unknown): string {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  if (typeof code === 'string' && /^[A-Z0-9_]{3,40}$/.test(code)) return code
  return withoutCode.find(([words]) => words.test(String(message)))?.[1] ?? 'no-code'
}

/** Names of ours, as the schema gives them; a name that looks otherwise is left out. */
function constraintOf(error: unknown): string | undefined {
  const { constraint } = (error ?? {}) as { constraint?: unknown }
  return typeof constraint === 'string' && /^\w{1,63}$/.test(constraint) ? constraint : undefined
}

/** Values travel beside a statement; should one ever be written into it, it is not repeated. */
function withoutLiterals(statement: string): string {
  const shown = statement.replace(/'(?:[^']|'')*'?/g, "'...'").replace(/\$(\w*)\$[\s\S]*/g, '$$$1$$...')
  return shown.replace(/\s+/g, ' ').trim().slice(0, 600)
}
