/** When to ask Teams again, how long to wait, and when to stop (format-your-bot-messages: status codes and retries). */
import { ChannelFault } from './connector.ts'
import type { Time } from './send-rate.ts'

/** Teams says these pass. */
export const passing: readonly number[] = [412, 429, 502, 503, 504]
/** Teams says these pass and nothing was done: safe for what must not happen twice. */
export const untouched: readonly number[] = [412, 429]

const mostAttempts = 5
const firstWaitMs = 500
/** A longer Retry-After is left to the job that asked: a worker does not sleep for minutes. */
const mostWaitMs = 30_000

/**
 * @param chance between 0 and 1; spreads the waits of many workers
 * @throws the last ChannelFault
 */
export async function patiently<T>(
  act: () => Promise<T>,
  { time, chance, on }: { time: Time; chance: () => number; on: readonly number[] },
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof ChannelFault) || !on.includes(error.status) || attempt >= mostAttempts)
        throw error
      const wait = error.retryAfterMs ?? firstWaitMs * 2 ** (attempt - 1)
      if (wait > mostWaitMs) throw error
      await time.sleep(wait * (1 + chance() / 4))
    }
  }
}
