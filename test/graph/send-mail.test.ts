/** A mail from the mailbox of the settings: what Graph is asked for, and what its answers mean. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { createSeededCompany } from '../../bot/demo/company.ts'
import { memoryOf } from '../../bot/demo/graph/memory.ts'
import { createMailSender, type Mail } from '../../bot/graph/send-mail.ts'
import { type LocalGraph, type Reply, refusal, startLocalGraph } from './local-graph.ts'
import { type StandIn, startStandIn } from './stand-in.ts'

let at = 0
function senderFor(graph: ReturnType<StandIn['graph']>, mailbox: string) {
  const said: string[] = []
  const log = { warn: (_fields: object, message: string) => void said.push(message) }
  return { said, ...createMailSender({ graph, mailbox, now: () => new Date(at), log }) }
}
const sendMail = (graph: ReturnType<StandIn['graph']>, mailbox: string, mail: Mail) =>
  senderFor(graph, mailbox).send(mail)

const mail = {
  to: { address: 'ana@company.example', name: 'Ana' },
  subject: 'Meet your Mentor',
  text: 'Open it',
}

describe('in a tenant', () => {
  let standIn: StandIn
  let mailbox: string
  beforeAll(async () => {
    standIn = await startStandIn(createSeededCompany({ people: 60 }))
    mailbox = standIn.state.company.people.find(({ accountEnabled }) => accountEnabled)!.userPrincipalName
  })
  beforeEach(() => {
    standIn.state.faults = []
  })
  afterAll(() => standIn.close())
  const allow = (...names: string[]) => {
    standIn.state.apps.tab.applicationPermissions = ['User.Read.All', ...names]
    return standIn.graph()
  }
  const sent = () => memoryOf(standIn.state).sentMails

  test('it goes out from the mailbox, to one, and leaves no copy there', async () => {
    expect(await sendMail(allow('Mail.Send'), mailbox, mail)).toBe('sent')
    expect(sent().at(-1)).toMatchObject({
      ...{ to: ['ana@company.example'], subject: 'Meet your Mentor', content: 'Open it', isKept: false },
    })
  })

  test('to no address it is refused', async () => {
    const before = sent().length
    const nowhere = { ...mail, to: { address: 'no address', name: '' } }
    expect(await sendMail(allow('Mail.Send'), mailbox, nowhere)).toBe('refused')
    expect(sent()).toHaveLength(before)
  })

  test('without the permission, or from a mailbox that is none, it waits an hour, and that is said once', async () => {
    const before = sent().length
    for (const [granted, from] of [
      [[], mailbox],
      [['Mail.Send'], 'nobody@company.example'],
    ] as const) {
      const sender = senderFor(allow(...granted), from)
      const asked = () => standIn.state.log.filter(({ path }) => path.endsWith('/sendMail')).length
      const already = asked()
      expect([await sender.send(mail), await sender.send(mail)]).toEqual(['busy', 'busy'])
      expect(asked()).toBe(already + 1)
      at += 3_600_001
      expect(await sender.send(mail)).toBe('busy')
      expect(asked()).toBe(already + 2)
      expect(sender.said).toEqual([expect.stringContaining('no mail can be sent')])
    }
    expect(sent()).toHaveLength(before)
  })

  test('turned away with a time to wait, it goes out once that has passed, and nobody asks before', async () => {
    const before = sent().length
    const sender = senderFor(allow('Mail.Send'), mailbox)
    standIn.state.faults = [
      {
        service: 'graph',
        path: /sendMail$/,
        kind: 'error-before',
        status: 503,
        retryAfterSeconds: 90,
        times: 1,
      },
    ]
    expect(await sender.send(mail)).toBe('busy')
    at += 89_000
    expect(await sender.send(mail)).toBe('busy')
    expect(sent()).toHaveLength(before)
    at += 2000
    expect(await sender.send(mail)).toBe('sent')
    expect(sent()).toHaveLength(before + 1)
    expect(sender.said).toEqual([])
  })

  test('turned away without one, nobody knows who said so', async () => {
    standIn.state.faults = [
      { service: 'graph', path: /sendMail$/, kind: 'error-before', status: 503, times: 1 },
    ]
    await expect(sendMail(allow('Mail.Send'), mailbox, mail)).rejects.toMatchObject({ status: 503 })
  })

  test('after an answer that was lost nobody knows, and it is not sent again', async () => {
    const before = sent().length
    standIn.state.faults = [
      { service: 'graph', path: /POST .*sendMail$/, kind: 'error-after', status: 504, times: 1 },
    ]
    await expect(sendMail(allow('Mail.Send'), mailbox, mail)).rejects.toMatchObject({ status: 504 })
    expect(sent()).toHaveLength(before + 1)
  })
})

describe('while nobody can sign in', () => {
  const mailbox = 'mentoring@company.example'
  test.each([
    ['Entra says so', 503],
    ['Entra is out of reach', 'drop'],
  ] as const)('it was not sent, and may be: %s', async (_what, entra) => {
    const isAway = { value: true }
    const local = await startLocalGraph(
      () => ({ status: 202 }),
      () => {
        if (!isAway.value) return { json: { token_type: 'Bearer', expires_in: 3600, access_token: 'token' } }
        return entra === 'drop' ? 'drop' : { status: entra }
      },
    )
    const sender = senderFor(local.graph(), mailbox)
    expect(await sender.send(mail)).toBe('busy')
    expect(local.asked).toHaveLength(0)
    isAway.value = false
    at += 61_000
    expect(await sender.send(mail)).toBe('sent')
    await local.close()
  })
})

describe('when Graph asks to wait', () => {
  let local: LocalGraph
  let answer: () => Reply
  beforeAll(async () => {
    local = await startLocalGraph(() => answer())
  })
  afterAll(() => local.close())

  test('it was not sent, and may be', async () => {
    answer = () => refusal(429, 'TooManyRequests')
    const graph = local.graph({ limits: { attempts: 2 } })
    expect(await sendMail(graph, 'mentoring@company.example', mail)).toBe('busy')
    expect(local.asked).toHaveLength(2)
    expect(local.asked[0]).toMatchObject({ path: '/users/mentoring%40company.example/sendMail' })
  })
})
