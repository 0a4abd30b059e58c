// Values for the placeholders ${{NAME}} of the manifest: an environment file, then what was given by hand.
import { existsSync, readFileSync } from 'node:fs'

export type Values = Readonly<Record<string, string>>

const placeholder = /\$\{\{\s*([A-Z0-9_]+)\s*\}\}/g

/** Reads NAME=VALUE lines; empty values count as absent, so that a half-filled file is noticed. */
export function readEnvFile(path: URL): Values {
  if (!existsSync(path)) return {}
  const lines = readFileSync(path, 'utf8').split(/\r?\n/)
  const pairs = lines
    .filter((line) => /^[A-Z0-9_]+=/.test(line))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1).trim()])
  return Object.fromEntries(pairs.filter(([, value]) => value !== ''))
}

/** The text with every known placeholder replaced (as inside a JSON string), and the names that have no value. */
export function fill(text: string, values: Values): { text: string; missing: string[] } {
  const missing = new Set<string>()
  const filled = text.replace(placeholder, (whole, name: string) => {
    const value = values[name]
    if (value !== undefined) return JSON.stringify(value).slice(1, -1)
    missing.add(name)
    return whole
  })
  return { text: filled, missing: [...missing] }
}
