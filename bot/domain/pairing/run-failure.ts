/**
 * Why a run of the engine failed, for whoever reads it in their own language: a code, for unreadable exclusions their source,
 * and the error's own words as detail, of an unknown error its name and code. One text column keeps all three: `[exclusions-unreadable blocks] The source ...`.
 */
import { codeOf, Fault } from '../fault.ts'

export const runFailureCodes = [
  'exclusions-unreadable',
  'chart-not-read',
  'certificate-failed',
  'other',
] as const
export type RunFailureCode = (typeof runFailureCodes)[number]

export interface RunFailureFacts {
  failureCode: RunFailureCode
  /** Which list of people who must not be paired could not be read. */
  failureSource?: string
  /** The error's words, or its name and code: English, for whoever looks after the service. */
  failure: string
}

/** A run that cannot go on for a reason that somebody can put right. */
export class RunFailure extends Fault {
  override readonly name = 'RunFailure'
  readonly code: RunFailureCode
  constructor(code: RunFailureCode, message: string) {
    super(message)
    this.code = code
  }
}

/** What is kept of an error: one of ours keeps its words; the board is no place for those of any other. */
export function failureOf(error: unknown): string {
  if (!(error instanceof Fault)) return codeOf(error)
  const { code, source } = error as Fault & { code?: unknown; source?: unknown }
  if (!isCode(code)) return codeOf(error)
  return `[${typeof source === 'string' ? `${code} ${source}` : code}] ${error.message}`
}

export function readFailure(kept: string): RunFailureFacts {
  const [, code, source, failure] = /^\[([a-z-]+)(?: ([\w-]+))?\] (.*)$/s.exec(kept) ?? []
  if (!isCode(code) || failure === undefined) return { failureCode: 'other', failure: kept }
  return { failureCode: code, ...(source ? { failureSource: source } : {}), failure }
}

function isCode(code: unknown): code is RunFailureCode {
  return runFailureCodes.some((known) => known === code)
}
