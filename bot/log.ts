/** Nothing that people wrote goes into the log: of an error stays what `domain/fault.ts` keeps. */
import pino from 'pino'
import type { Config } from './config.ts'
import { currentId } from './correlation.ts'
import { logShape } from './domain/fault.ts'

export type Log = pino.Logger

/** Where lines go; standard output without it. */
export interface LogTarget {
  write(line: string): void
}

export function logFor({ logLevel }: Pick<Config, 'logLevel'>, to?: LogTarget): Log {
  const options: pino.LoggerOptions = {
    level: logLevel,
    redact: ['req.headers.authorization'],
    mixin: () => (currentId() ? { id: currentId() } : {}),
    ...logShape,
  }
  return to ? pino(options, to) : pino(options)
}
