import { expect, test } from '@jest/globals'
import { phases } from '../../bot/engine/phases.ts'
import { strings } from '../../tab/src/pages/matching-board/strings.ts'

test('whatever a run is busy with is said in every language', () => {
  for (const words of Object.values(strings)) {
    for (const phase of phases) expect(words).toHaveProperty([`phase.${phase}`])
  }
})
