import { describe, expect, it } from '@jest/globals'
import { Fault } from '../../bot/domain/fault.ts'
import type { Heard } from '../../bot/messages/incoming.ts'
import { createTeamsApp } from '../../bot/messages/teams-app.ts'
import { ANA, aProduct } from '../support/messages-stage.ts'

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

/** The bot of a product whose database is away for the first `times` questions that follow the one whether it was heard. */
function awayFor(times: number) {
  const { deps } = aProduct()
  let left = times
  let tries = 0
  return createTeamsApp({
    ...deps,
    reachable: {
      ...deps.reachable,
      async firstSeen(what) {
        // Every other try does not even get as far as being remembered.
        tries += 1
        if (left > 0 && tries % 2 === 0) throw new Away('The database is away.')
        return deps.reachable.firstSeen(what)
      },
    },
    async isStranger(personId) {
      if (left-- > 0) throw new Away('The database is away.')
      return deps.isStranger(personId)
    },
  })
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
