import type { MatchingInput } from '../domain/matching/person.ts'
import { propose } from '../domain/matching/propose.ts'

/** Runs the engine in this thread. */
export function createMatcher(_log: unknown) {
  return {
    propose: async (input: MatchingInput, onProgress: (phase: string, done: number, of: number) => void) =>
      propose(input, { onProgress }),
    close: async () => {},
  }
}
