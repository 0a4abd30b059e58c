/** The key pairs of every tenant that a worker starts: making two took as long as starting a database. */
import { createKeyPair, type KeyPair } from '../../bot/demo/entra/keys.ts'

interface Pairs {
  entra: KeyPair
  channel: KeyPair
}

/** Where the files that one worker runs keep what is good for all of them (`plain-node.mjs`). */
const kept = (globalThis as unknown as Record<symbol, { kept: Map<string, unknown> } | undefined>)[
  Symbol.for('from node')
]?.kept

export async function keyPairs(): Promise<Pairs> {
  const known = kept?.get('key pairs') as Pairs | undefined
  if (known) return known
  const [entra, channel] = await Promise.all([createKeyPair(), createKeyPair()])
  kept?.set('key pairs', { entra, channel })
  return { entra, channel }
}
