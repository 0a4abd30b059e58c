import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { keysBeside } from '../../bot/store/key-file.ts'
import { lockDirectory } from '../../bot/store/lock.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'key-file-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)
// Windows has no such modes.
const onPosix = process.platform === 'win32' ? describe.skip : describe

describe('the key beside the data', () => {
  it('is made once, and found again', () => {
    const [made] = keysBeside(join(home, '.data/demo'), randomBytes)
    expect(made.key).toHaveLength(32)
    expect(keysBeside(join(home, '.data/demo'), randomBytes)).toEqual([made])
    expect(keysBeside(join(home, '.data/other'), randomBytes)).not.toEqual([made])
  })
})

onPosix('the data folder', () => {
  it('is for nobody else of this machine, nor is the key in it', () => {
    keysBeside(join(home, '.data/demo'), randomBytes)
    for (const folder of ['.data', '.data/demo']) expect(modeOf(join(home, folder))).toBe('700')
    expect(modeOf(join(home, '.data/demo/data-key'))).toBe('600')
  })

  it('that others could read is closed when it is opened', async () => {
    const folder = join(home, 'older')
    mkdirSync(folder)
    chmodSync(folder, 0o755)
    const lock = await lockDirectory(folder)
    lock.close()
    expect(modeOf(folder)).toBe('700')
  })
})
