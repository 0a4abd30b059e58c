/** Every way in asks the table, and every act of the table is asked by some way in. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { type Asker, asks, asksEither } from '../../bot/api/handler.ts'
import { handlersFor } from '../../bot/api/routes/index.ts'
import { type Act, acts } from '../../bot/auth/access.ts'
import { type RouteName, routes } from '../../bot/contract/index.ts'
import type { Ports } from '../../bot/workflows/ports.ts'

const sources = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))

/** A photo is asked for beside the contract, and by whoever may come in (`enter`): it is a face of the directory. */
const openRoutes: RouteName[] = ['me']

/** What a button does is one of these acts, or nothing that concerns anybody else. */
const buttons: Record<string, Act | { nothing: string }> = {
  'check-in': 'answer-check-in',
  'change-check-in': 'answer-check-in',
  'answer-ask': 'answer-ask',
  'change-ask': 'answer-ask',
  'answer-request': 'answer-request',
  'answer-seat': 'answer-handover',
  'decline-pairing': 'decline-pairing',
  'cannot-make-it': 'repair-session',
  'choose-repair': 'repair-session',
  'withdraw-repair': 'repair-session',
  'choose-assisted': 'move-session',
  'rate-speed': 'rate-speed-meeting',
  'pause-until': 'change-own-enrolment',
  pause: { nothing: 'asks for a date' },
  help: { nothing: 'says what the bot can do' },
  'my-mentoring': 'read-own-mentoring',
  'next-session': 'read-own-pairing',
}

describe('a way in', () => {
  const handlers = handlersFor({ store: {} } as Ports)

  it.each(Object.keys(routes) as RouteName[])('%s names the act that it is', (name) => {
    const asked = handlers[name].asks
    if (!('nothing' in asked)) {
      expect(asked.length).toBeGreaterThan(0)
      for (const act of asked) expect(acts).toContain(act)
    } else expect([name, asked.nothing.length > 20]).toEqual([openRoutes.find((one) => one === name), true])
  })

  it('of a card: each button is one of the acts', () => {
    const carried = sources('bot/messages').flatMap((text) =>
      [...text.matchAll(/\bpress\(\s*[^']*?(?:'[^']*'[^']*?)*?,\s*'([a-z-]+)'/g)].map((match) => match[1]!),
    )
    expect(carried.length).toBeGreaterThan(10)
    expect([...new Set(carried)].filter((verb) => !(verb in buttons))).toEqual([])
    for (const act of Object.values(buttons)) if (typeof act === 'string') expect(acts).toContain(act)
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
