/** Every way in asks the table, and every act of the table is asked by some way in. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { type Asker, asks, asksEither } from '../../bot/api/handler.ts'
import { handlersFor } from '../../bot/api/routes/index.ts'
import { type Act, acts } from '../../bot/auth/access.ts'
import { type RouteName, routes } from '../../bot/contract/index.ts'
import { cardActs } from '../../bot/messages/cards/acts.ts'
import type { Ports } from '../../bot/workflows/ports.ts'

const sources = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))

/** A photo is asked for beside the contract, and by whoever may come in (`enter`): it is a face of the directory. */
const openRoutes: RouteName[] = ['me']

/** Words that the bot answers with what is one's own, or with help; a button may say them too. */
const commands = ['my-mentoring', 'next-session', 'pause', 'help']

describe('a way in', () => {
  const handlers = handlersFor({ store: {} } as Ports)

  it.each(Object.keys(routes) as RouteName[])('%s names the act that it is', (name) => {
    const asked = handlers[name].asks
    if (!('nothing' in asked)) {
      expect(asked.length).toBeGreaterThan(0)
      for (const act of asked) expect(acts).toContain(act)
    } else expect([name, asked.nothing.length > 20]).toEqual([openRoutes.find((one) => one === name), true])
  })

  it.each(cardActs.map((one) => [one.verb, one] as const))(
    '%s on a card names the act that it is',
    (_, one) => {
      expect(acts).toContain(one.asks)
    },
  )

  it('each button that a card carries is one of these, or a word to the bot', () => {
    const carried = sources('bot/messages/cards').flatMap((text) =>
      [...text.matchAll(/\bpress\(\s*[^']*?(?:'[^']*'[^']*?)*?,\s*'([a-z-]+)'/g)].map((match) => match[1]!),
    )
    expect(carried.length).toBeGreaterThan(10)
    const known = [...cardActs.map(({ verb }) => verb), ...commands]
    expect([...new Set(carried)].filter((verb) => !known.includes(verb))).toEqual([])
  })

  it('no act stands in the table for nothing', () => {
    const asking = [
      ...sources('bot/api'),
      ...sources('bot/messages'),
      readFileSync('bot/auth/entrance.ts', 'utf8'),
    ]
    const text = [...asking, readFileSync('bot/auth/roles.ts', 'utf8')].join('\n')
    expect(acts.filter((act) => !text.includes(`'${act}'`))).toEqual([])
  })
})

describe('the question before the work', () => {
  const ana = { personId: 'ana', appRoles: [] } as unknown as Asker
  const done: string[] = []
  const work = async (_: Asker, { id }: { id: string }) => {
    done.push(id)
    return { ok: true }
  }
  const whose = async (_: Asker, { id }: { id: string }) => ({ ownerId: id })

  it('keeps it from being done, and says no by the name the route chose', async () => {
    const guarded = asks<'change-own-enrolment', { id: string }, { ok: boolean }>(
      'change-own-enrolment',
      whose,
      work,
      'not-found',
    )
    expect(await guarded(ana, { id: 'ben' })).toEqual({ refused: 'not-found' })
    expect(done).toEqual([])
    expect(await guarded(ana, { id: 'ana' })).toEqual({ ok: true })
    expect(done).toEqual(['ana'])
  })

  it('is about one of the acts the route names, and about something that is there', async () => {
    const named = asksEither<{ id: string }, { ok: boolean }>(
      ['hand-over-sponsor'],
      async (_, { id }) => (id === 'nothing' ? undefined : { act: id as Act, isAllowed: () => true }),
      work,
    )
    expect(await named(ana, { id: 'nothing' })).toEqual({ refused: 'not-allowed' })
    expect(await named(ana, { id: 'edit-program' })).toEqual({ refused: 'not-allowed' })
    expect(await named(ana, { id: 'hand-over-sponsor' })).toEqual({ ok: true })
  })
})
