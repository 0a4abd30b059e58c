/** Chance comes from here alone; see `bot/chance.ts`. */
export const bytesOfChance = (count: number): Uint8Array<ArrayBuffer> =>
  crypto.getRandomValues(new Uint8Array(count))
