/** What Teams did not take for a day is mailed once, where a mailbox is set, and nowhere else. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { memoryOf } from '../../../bot/demo/graph/memory.ts'
import type { Notice } from '../../../bot/domain/telling/notice.ts'
import { readOrganization } from '../../../bot/workflows/organization/read-organization.ts'
import type { Ports } from '../../../bot/workflows/ports.ts'
import { deliverNotice, tell } from '../../../bot/workflows/telling/deliver-notice.ts'
import { askForMails, mailNotice } from '../../../bot/workflows/telling/mail-missed.ts'
import type { Delivery } from '../../../bot/workflows/telling/ports.ts'
import { mortal } from '../../support/mortal.ts'
import { startProduct } from '../../support/product.ts'

const program = 'mentoring@company.example'
let product: Awaited<ReturnType<typeof startProduct>>
let people: string[]
beforeAll(async () => {
  product = await startProduct({ settings: { NOTICE_MAILBOX: program } })
  const { state } = product.tenant
  state.apps.tab.applicationPermissions.push('Mail.Send')
  // The program's own account, as an administrator makes it.
  const holder = product.company.people.find(
    ({ id, accountEnabled, userType }) =>
      accountEnabled && userType === 'Member' && !Object.values(product.company.personas).includes(id),
  )!
  holder.userPrincipalName = program
  memoryOf(state).bySignIn.set(program, holder.id)
  await readOrganization(product.ports)
  people = product.company.people
    .filter((one) => one !== holder && one.accountEnabled && one.userType === 'Member' && one.mail)
    .map(({ id }) => id)
})
afterEach(() => {
  product.waiting.length = 0
  product.tenant.state.faults = []
})
afterAll(() => product.close())

const card: Notice = { kind: 'decision', decision: 'approve', programName: 'Secretname' }
const mails = () => memoryOf(product.tenant.state).sentMails
const someone = () => people.pop()!
let cards = 0

/** A card that Teams did not take so many hours ago. */
async function missed(
  hours: number,
  { person = someone(), notice = card }: { person?: string; notice?: Notice } = {},
  why: 'not-installed' | 'blocked' | 'gone' | 'away' | 'sent' = 'not-installed',
): Promise<{ key: string; person: string }> {
  cards += 1
  const key = `mail.${cards}`
  const toPerson = async (): Promise<Delivery> => {
    if (why === 'away') throw new Error('503')
    return why === 'sent' ? { sent: true, conversationId: 'c', activityId: 'a' } : { sent: false, why }
  }
  const ports: Ports = { ...product.ports, messenger: { ...product.ports.messenger, toPerson } }
  // The app was asked for already, in vain.
  await ports.store.reachable.firstToInstall(person, ports.clock.now())
  await tell(ports, key, person, notice)
  await deliverNotice(ports, key).catch(() => {})
  await product.database.query(
    `update notices set intended_at = now() - interval '${hours} hours' where key = '${key}'`,
  )
  product.waiting.length = 0
  return { key, person }
}
async function asked(ports: Ports = product.ports): Promise<string[]> {
  await askForMails(ports)
  return product.waiting
    .filter(({ name }) => name === 'mail-notice')
    .map(({ payload }) => (payload as { noticeKey: string }).noticeKey)
}

describe('a card that Teams did not take', () => {
  it('is mailed once after a day, in the reader’s language and naming nobody', async () => {
    const { key, person } = await missed(25)
    const before = mails().length
    expect(await asked()).toEqual([key])
    expect(await product.runJobs()).toEqual([])
    await mailNotice(product.ports, key)
    expect(await asked()).toEqual([])
    expect(mails()).toHaveLength(before + 1)
    const mail = mails().at(-1)!
    expect(mail).toMatchObject({ to: [product.company.byId.get(person)!.mail], isKept: false })
    expect(mail.content).toContain('https://teams.microsoft.com/l/entity/')
    expect(mail.subject + mail.content).not.toContain('Secretname')
  })

  it('is left to Teams on the first day, when it arrived, when it is too old, and when it is over', async () => {
    await missed(23)
    await missed(25, {}, 'sent')
    await missed(15 * 24)
    const guest = product.company.people.find(({ userType }) => userType === 'Guest')!.id
    await missed(25, { person: guest })
    expect(await asked()).toEqual([])
    const before = mails().length
    const endsAt = new Date(product.ports.clock.now().getTime() + 1000)
    const { key } = await missed(25, {
      notice: {
        ...{ kind: 'speed-round', eventId: 'e', eventName: 'Meet', round: 1, of: 3, startsAt: endsAt },
        ...{ endsAt, timeZone: 'UTC', iCall: false },
      },
    })
    await product.advanceDays(1)
    expect(await asked()).toEqual([key])
    await product.runJobs()
    expect(mails()).toHaveLength(before)
  })

  it('is mailed whatever kept Teams from it', async () => {
    const before = mails().length
    for (const why of ['blocked', 'gone', 'away'] as const) await missed(30, {}, why)
    expect(await asked()).toHaveLength(3)
    await product.runJobs()
    expect(mails()).toHaveLength(before + 3)
  })

  it('that Exchange did not take for the moment is mailed later, and one of which nobody heard is not', async () => {
    const before = mails().length
    const { key } = await missed(25)
    product.tenant.state.faults = [
      {
        service: 'graph',
        path: /sendMail$/,
        kind: 'error-before',
        status: 503,
        retryAfterSeconds: 60,
        times: 1,
      },
    ]
    await mailNotice(product.ports, key)
    expect(await asked()).toEqual([key])
    product.waiting.length = 0
    // Nobody is asked before the time that Exchange named.
    await mailNotice(product.ports, key)
    expect(mails()).toHaveLength(before)
    await product.tenant.advanceTo(new Date(product.ports.clock.now().getTime() + 61_000))
    expect(await asked()).toEqual([key])
    product.tenant.state.faults = [
      { service: 'graph', path: /POST .*sendMail$/, kind: 'error-after', status: 504, times: 1 },
    ]
    expect(await product.runJobs()).toHaveLength(1)
    expect(await asked()).toEqual([])
    expect(mails()).toHaveLength(before + 1)
  })

  it('is mailed at most once, wherever a worker dies', async () => {
    for (let nth = 1; ; nth += 1) {
      const { key } = await missed(25)
      const before = mails().length
      const dying = mortal(product.ports, nth)
      await mailNotice(dying.ports, key).catch(() => {})
      if (await asked()) await product.runJobs()
      expect([nth, mails().length - before <= 1]).toEqual([nth, true])
      if (!dying.isDead()) {
        expect(mails()).toHaveLength(before + 1)
        break
      }
    }
  })

  it('is nothing to mail where no mailbox is set', async () => {
    await missed(25)
    const { mailer: _off, ...without } = product.ports
    expect(await asked(without)).toEqual([])
  })
})
