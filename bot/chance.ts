/** The one place that draws lots. */
import { randomBytes, randomInt, randomUUID } from 'node:crypto'

export const systemChance = {
  /** For keys and nonces. */
  bytes: (count: number) => randomBytes(count),
  id: () => randomUUID() as string,
  /** Fits a 32-bit integer column. */
  seed: () => randomInt(0x7fffffff),
  /** 0 to 1, for spreading retries. */
  fraction: () => randomInt(2 ** 32) / 2 ** 32,
}
