/** A worker that dies at a boundary of a test's choice; for trying every one there is. */
import type { Ports } from '../../bot/workflows/ports.ts'

/** Dies at its nth call to store or calendar, before it or after it had its effect, and never speaks again. */
export function mortal(ports: Ports, nth: number): { ports: Ports; isDead: () => boolean } {
  let calls = 0
  let dead = false
  const die = () => {
    dead = true
    throw new Error('killed')
  }
  const watched = <T extends object>(part: T): T =>
    new Proxy(part, {
      get(target, name) {
        const member = Reflect.get(target, name) as unknown
        if (typeof member === 'object' && member !== null) return watched(member)
        if (typeof member !== 'function') return member
        return async (...given: unknown[]) => {
          calls += 1
          if (dead || calls === nth) die()
          const done = await (member as (...all: unknown[]) => unknown).apply(target, given)
          calls += 1
          if (dead || calls === nth) die()
          return done
        }
      },
    })
  return {
    ports: { ...ports, store: watched(ports.store), calendar: watched(ports.calendar) },
    isDead: () => dead,
  }
}
