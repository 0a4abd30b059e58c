/** The one place that draws lots. */
import { randomInt, randomUUID } from 'node:crypto'

export const systemChance = {
  id: () => randomUUID() as string,
  /** Fits a 32-bit integer column. */
  seed: () => randomInt(0x7fffffff),
  /** 0 to 1, for spreading retries. */
  fraction: () => randomInt(2 ** 32) / 2 ** 32,
}
