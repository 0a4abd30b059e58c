import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Kek } from './data-keys.ts'
import type { RandomBytes } from './sealed-box.ts'

/**
 * For trying out: a key beside the data it protects, made with the folder and readable by its owner alone. It keeps a copied
 * database from being read, not a copied folder; production takes its keys from the settings.
 */
export function keysBeside(dir: string, random: RandomBytes): [Kek] {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  chmodSync(dir, 0o700)
  const file = join(dir, 'data-key')
  if (!existsSync(file)) writeFileSync(file, random(32).toString('base64'), { mode: 0o600, flag: 'wx' })
  return [{ id: 'beside', key: Buffer.from(readFileSync(file, 'utf8'), 'base64') }]
}
