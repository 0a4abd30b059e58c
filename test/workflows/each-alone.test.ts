import { expect, it } from '@jest/globals'
import { Fault } from '../../bot/domain/fault.ts'
import { eachAlone } from '../../bot/workflows/each-alone.ts'

it('tries every piece, whichever of them fail, and says how many without what they hold', async () => {
  const done: string[] = []
  const failing = eachAlone(['a', 'poisoned', 'b', 'poisoned too', 'c'], async (piece) => {
    if (piece.startsWith('poisoned')) throw new Error(`row of Zebulon: ${piece}`)
    done.push(piece)
  })
  const failure = await failing.catch((error: unknown) => error as Error)
  expect(done).toEqual(['a', 'b', 'c'])
  expect(failure).toBeInstanceOf(Fault)
  expect((failure as Error).message).toMatch(/^2 of them failed/)
  expect((failure as Error).message).not.toContain('Zebulon')
})

it('says nothing when all went well, or when there was nothing to do', async () => {
  await expect(eachAlone([1, 2], async () => {})).resolves.toBeUndefined()
  await expect(eachAlone([], async () => {})).resolves.toBeUndefined()
})
