import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Fault } from '../../bot/domain/fault.ts'
import { TickFailed, tick } from '../../bot/workflows/tick.ts'
import {
  approveAll,
  enrolCompany,
  openCohort,
  type Product,
  proposeAll,
  startProduct,
} from '../support/product.ts'

let product: Product
beforeAll(async () => {
  product = await startProduct({ people: 200, mentors: 6, mentees: 4 })
  const cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  await proposeAll(product, cohortId)
  await approveAll(product, cohortId)
})
afterAll(() => product.close())

describe('a tick', () => {
  it('picks up what a dead worker left before anything else, and one part that fails stops no other', async () => {
    const { ports, waiting } = product
    const { store } = ports
    // Nobody does these: as if the worker had died with them.
    waiting.length = 0
    await product.advanceDays(2)
    const broken = async () => {
      throw new Fault('The table is not there.')
    }
    const spoilt = {
      ...store,
      participants: { ...store.participants, pausedUntil: broken },
      snapshots: { ...store.snapshots, behind: broken },
    }
    const ticked = tick({ ...ports, store: spoilt as unknown as typeof store })
    await expect(ticked).rejects.toBeInstanceOf(TickFailed)
    await expect(ticked).rejects.toThrow('resume who paused (Fault: The table is not there.)')
    await expect(ticked).rejects.toThrow('take snapshots (Fault: The table is not there.)')
    const asked = waiting.map(({ name }) => name)
    expect(asked[0]).toBe('book-hold')
    expect(asked).toContain('read-organization')
  })
})
