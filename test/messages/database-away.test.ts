import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Fault } from '../../bot/domain/fault.ts'
import type { Heard } from '../../bot/messages/incoming.ts'
import { createTeamsApp } from '../../bot/messages/teams-app.ts'
import { ANA, aProduct, type TestProduct } from '../support/messages-stage.ts'

class Away extends Fault {
  override readonly isAway = true
}

const where: Heard['where'] = {
  activityId: 'activity-1',
  conversationId: 'a:1',
  serviceUrl: 'http://127.0.0.1/',
  scope: 'personal',
  personId: ANA,
  locale: 'en',
} as Heard['where']

let product: TestProduct
beforeEach(async () => {
  product = await aProduct()
})
afterEach(() => product.close())

/** The bot of a product whose database is away for the first `times` questions that follow the one whether it was heard. */
function awayFor(times: number) {
  let left = times
  let tries = 0
  const { store } = product.ports
  const { reachable, people } = store
  const away = {
    reachable: {
      ...reachable,
      async firstSeen(what: readonly string[]) {
        // Every other try does not even get as far as being remembered.
        tries += 1
        if (left > 0 && tries % 2 === 0) throw new Away('The database is away.')
        return reachable.firstSeen(what)
      },
    },
    people: {
      ...people,
      async get(personId: string) {
        if (left-- > 0) throw new Away('The database is away.')
        return people.get(personId)
      },
    },
  }
  return createTeamsApp({ ...product.ports, store: { ...store, ...away } }, product.log)
}

describe('a bot whose database goes away while it answers', () => {
  it('asks Teams to send the message again, and then answers it once', async () => {
    const handle = awayFor(3)
    const said: Heard = { kind: 'message', text: 'help', where }
    for (let time = 1; time <= 5; time++) await expect(handle(said)).rejects.toBeInstanceOf(Away)
    expect(await handle(said)).not.toMatchObject({ kind: 'silent' })
    expect(await handle(said)).toMatchObject({ kind: 'silent' })
  })

  it('tells whoever presses on a card, since Teams does not press again', async () => {
    const handle = awayFor(1)
    const pressed = {
      kind: 'card-action',
      via: 'execute',
      verb: 'pause',
      data: {},
      where,
    } as unknown as Heard
    expect(await handle(pressed)).toMatchObject({ kind: 'text' })
  })
})
