import { expect, test } from '@jest/globals'
import { phases } from '../../bot/engine/phases.ts'
import { strings } from '../../tab/src/pages/matching-board/strings.ts'

test('whatever a run is busy with is said in every language, and is kept as a key that no rewording breaks', () => {
  for (const phase of phases) expect(phase).toMatch(/^[a-z-]+$/)
  for (const words of Object.values(strings)) {
    const said = Object.keys(words).flatMap((key) => (key.startsWith('phase.') ? [key.slice(6)] : []))
    expect(said.sort()).toEqual([...phases].sort())
  }
})
