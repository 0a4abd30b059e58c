import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { moveClock } from '../../../bot/demo/page/src/use-clock.ts'

const { fetch: real } = globalThis
let answer: () => Promise<Response>
beforeEach(() => {
  globalThis.fetch = () => answer()
})
afterEach(() => {
  globalThis.fetch = real
})

describe('the clock of the demo', () => {
  it('says so when it did not move: refused, unreachable, or nothing to move to', async () => {
    answer = async () => Response.json({ error: 'The tenant is busy.' }, { status: 400 })
    expect(await moveClock({ days: 1 })).toBe('clockFailed')
    answer = () => Promise.reject(new TypeError('fetch failed'))
    expect(await moveClock({ days: 7 })).toBe('clockFailed')
    answer = async () => Response.json({ moved: false })
    expect(await moveClock({ next: 'session' })).toBe('clockNone')
  })

  it('is silent when it moved', async () => {
    answer = async () => Response.json({ moved: true })
    expect(await moveClock({ days: 1 })).toBeUndefined()
  })
})
