/** The start without authentication must never be reachable from another machine. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from '@jest/globals'

const root = fileURLToPath(new URL('../', import.meta.url))

function startWith(settings: Record<string, string>) {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['node_modules/tsx/dist/cli.mjs', 'bot/playground.ts'],
    {
      cwd: root,
      env: { PATH: process.env['PATH'], ...settings },
      encoding: 'utf8',
      timeout: 50_000,
    },
  )
  return { status, stderr }
}

describe('the playground start', () => {
  it.each(['0.0.0.0', '127.0.0.1.evil.test'])('refuses to listen on %s', (HOST) => {
    const { status, stderr } = startWith({ HOST })
    expect(status).toBe(1)
    expect(stderr).toContain('only 127.0.0.1 or ::1 may be listened on')
  })
})
