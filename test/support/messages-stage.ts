/**
 * The bot on a stage: the demo tenant's Teams and Entra at the wire, the real adapter, routes and handlers in between, and a
 * product of a few records behind them. Nothing counts calls; what people see in Teams is what a test looks at.
 */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { steadyMs } from '../../bot/clock.ts'
import { startTenant, type Tenant } from '../../bot/demo/tenant.ts'
import type { CheckInAnswer } from '../../bot/domain/meeting/check-in.ts'
import type { Refusal } from '../../bot/domain/refusal.ts'
import type { Face } from '../../bot/domain/telling/notice.ts'
import type { Reachable } from '../../bot/domain/telling/outgoing.ts'
import { type BotAdapter, createBotAdapter } from '../../bot/messages/adapter.ts'
import type { AdaptiveCard } from '../../bot/messages/cards/card.ts'
import type { CheckInView, MessagesDeps, MyMentoring, RepairNotice } from '../../bot/messages/deps.ts'
import { botRoutes } from '../../bot/messages/routes.ts'
import { createTeamsApp } from '../../bot/messages/teams-app.ts'
import { aCompany } from '../demo/teams-support.ts'

export { ANA, BEN, GENERAL, NEWS, TEAM } from '../demo/teams-support.ts'

export const NOW = new Date('2026-03-03T10:00:00Z')

/** What the product remembers, small enough to read in a test. */
export interface Records {
  reachable: Map<string, Reachable>
  seen: Set<string>
  mentoring: Map<string, MyMentoring>
  checkIns: Map<string, Omit<CheckInView, 'answer'>>
  answers: Map<string, CheckInAnswer>
  /** By event, who asks and whom they met. */
  speedPartners: Map<string, Face>
  speedRatings: Map<string, number>
  pauses: Map<string, string>
  repairs: Map<string, { people: string[]; notice: RepairNotice }>
  /** Who said they cannot come, and to what. */
  said: Map<string, object>
  locales: Map<string, string>
  strangers: Set<string>
  /** To whom what they missed without the app was sent. */
  caughtUp: Set<string>
  /** The next calls fail as a database that is down. */
  isDown: boolean
}

export function aProduct(): {
  records: Records
  deps: MessagesDeps
  logged: { message: string; fields: object }[]
} {
  const records: Records = {
    reachable: new Map(),
    seen: new Set(),
    mentoring: new Map(),
    checkIns: new Map(),
    answers: new Map(),
    speedPartners: new Map(),
    speedRatings: new Map(),
    pauses: new Map(),
    repairs: new Map(),
    said: new Map(),
    locales: new Map(),
    strangers: new Set(),
    caughtUp: new Set(),
    isDown: false,
  }
  const logged: { message: string; fields: object }[] = []
  const log = (fields: object, message: string) => void logged.push({ message, fields })
  const up = () => {
    if (records.isDown) throw new Error('connect ECONNREFUSED postgres')
  }
  const deps: MessagesDeps = {
    clock: { now: () => NOW },
    reachable: {
      async save(one) {
        records.reachable.set(one.id, one)
      },
      async remove(id) {
        records.reachable.delete(id)
      },
      async firstSeen(what) {
        const name = JSON.stringify(what)
        const isFirst = !records.seen.has(name)
        records.seen.add(name)
        return isFirst
      },
    },
    async deliverMissed(personId) {
      records.caughtUp.add(personId)
    },
    isStranger: async (personId) => records.strangers.has(personId),
    async myMentoring(personId) {
      up()
      return records.mentoring.get(personId) ?? { state: 'not-enrolled' }
    },
    async checkIn(personId, sessionId): Promise<CheckInView | Refusal> {
      up()
      const view = records.checkIns.get(sessionId)
      if (!view) return { refused: 'not-found' }
      const answer = records.answers.get(`${sessionId} ${personId}`)
      return answer ? { ...view, answer } : view
    },
    async answerCheckIn(personId, sessionId, answer) {
      up()
      const view = records.checkIns.get(sessionId)
      if (!view || view.startedAt > NOW) return { refused: 'session-not-over' }
      records.answers.set(`${sessionId} ${personId}`, answer)
      return { ok: true }
    },
    answerRequest: async () => ({ refused: 'not-yours' }),
    ask: async () => ({ refused: 'not-yours' }),
    answerAsk: async () => ({ refused: 'not-yours' }),
    answerSeat: async () => ({ refused: 'not-yours' }),
    seatAsked: async () => ({ refused: 'not-yours' }),
    pairRequest: async () => ({ refused: 'not-yours' }),
    declinePairing: async () => ({ refused: 'not-yours' }),
    chooseAssisted: async () => ({ refused: 'not-yours' }),
    async rateSpeedMeeting(personId, eventId, toId, rating) {
      up()
      const partner = records.speedPartners.get(`${eventId} ${personId} ${toId}`)
      if (!partner) return { refused: 'not-yours' }
      if (rating !== undefined) records.speedRatings.set(`${eventId} ${personId} ${toId}`, rating)
      return { ok: true, partner }
    },
    async cannotMakeIt(personId, which) {
      up()
      const found = [...records.repairs.values()].find(({ people }) => people.includes(personId))
      if (!found) return { refused: 'not-found' }
      records.said.set(personId, which)
      return { ...found.notice, state: 'looking', options: [], iAsked: true }
    },
    async repair(personId, repairId) {
      up()
      const found = records.repairs.get(repairId)
      if (!found) return { refused: 'not-found' }
      return found.people.includes(personId) ? found.notice : { refused: 'not-yours' }
    },
    async chooseRepair(personId, repairId, option) {
      up()
      const found = records.repairs.get(repairId)
      if (!found?.people.includes(personId)) return { refused: found ? 'not-yours' : 'not-found' }
      const { notice } = found
      if (notice.chosen !== undefined && notice.chosen !== option) return { refused: 'already-chosen' }
      found.notice = { ...notice, state: 'booking', chosen: option, mayWithdraw: false }
      return found.notice
    },
    async withdrawRepair(personId, repairId) {
      up()
      const found = records.repairs.get(repairId)
      if (!found?.people.includes(personId)) return { refused: 'not-yours' }
      if (found.notice.chosen !== undefined) return { refused: 'no-longer-open' }
      found.notice = { ...found.notice, state: 'expired', mayWithdraw: false }
      return found.notice
    },
    async pause(personId, until) {
      up()
      if (!records.mentoring.has(personId)) return { refused: 'not-found' }
      records.pauses.set(personId, until)
      return { ok: true }
    },
    localeOf: async (personId) => records.locales.get(personId),
    tabLink: (place) => `https://teams.microsoft.com/l/entity/app/${place}`,
    log: { info: log, warn: log, error: log },
  }
  return { records, deps, logged }
}

export interface Stage {
  tenant: Tenant
  adapter: BotAdapter
  records: Records
  deps: MessagesDeps
  logged: { message: string; fields: object }[]
  /** Where the bot listens. */
  url: string
  /** A new day: nobody has the app, nothing was said, nothing is remembered. */
  clear(): void
  close(): Promise<void>
}

export async function setStage(options: { tick?: () => number } = {}): Promise<Stage> {
  const { records, deps, logged } = aProduct()
  const tenant = await startTenant({ company: aCompany(), now: () => NOW, ...options })
  const settings = tenant.settings()
  const adapter = createBotAdapter({
    botId: settings['BOT_ID']!,
    botType: 'SingleTenant',
    tenantId: settings['TENANT_ID']!,
    openIdMetadata: settings['BOT_OPENID_METADATA']!,
    tokenIssuer: settings['BOT_TOKEN_ISSUER']!,
    serviceHosts: settings['BOT_SERVICE_HOSTS']!.split(','),
    channelToken: (scope) => clientToken(settings, scope),
    nowMs: steadyMs,
    log: deps.log,
  })
  const app = express().use(botRoutes({ adapter, handle: createTeamsApp(deps), log: deps.log }))
  const server = await listening(createServer(app))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  tenant.setProductUrl(url)
  const clear = () => {
    const { state, channel } = tenant
    for (const kept of Object.values(records)) if (typeof kept === 'object') kept.clear()
    records.isDown = false
    logged.length = 0
    state.conversations.clear()
    // `clear` alone is not told to the bot.
    state.installedFor.clear()
    state.installedInTeams.clear()
    state.faults.length = 0
    state.log.length = 0
    channel.deliverTwice = false
    channel.namesGroups = true
  }
  const close = async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
    await tenant.close()
  }
  return { tenant, adapter, records, deps, logged, url, clear, close }
}

async function clientToken(settings: Record<string, string>, scope: string): Promise<string> {
  const response = await fetch(
    `${settings['AUTHORITY_ADDRESS']}/${settings['TENANT_ID']}/oauth2/v2.0/token`,
    {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: settings['BOT_ID']!,
        client_secret: settings['BOT_SECRET']!,
        scope,
      }),
    },
  )
  const { access_token: token } = (await response.json()) as { access_token?: string }
  if (!token) throw new Error(`The tenant gave no token: ${response.status}`)
  return token
}

export async function listening(server: Server): Promise<Server> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return server
}

/** All words on a card, in reading order. */
export function wordsOn(card: unknown): string {
  if (Array.isArray(card)) return card.map(wordsOn).filter(Boolean).join('\n')
  if (typeof card !== 'object' || card === null) return ''
  const { text, title, label, body, items, columns, inlines, actions, choices } =
    card as Partial<AdaptiveCard>
  const own = [text, title, label].filter((word) => typeof word === 'string')
  const below = [body, items, columns, inlines, choices, actions].map(wordsOn)
  return [...own, ...below].filter(Boolean).join('\n')
}
