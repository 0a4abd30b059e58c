/**
 * The company lives: while the clock moves, everybody whom the visitor cannot play does with their cards and meetings what
 * somebody like them would do. They act on the wire and nowhere else, by a press that Teams brings to the bot or a change in
 * Outlook or the directory; the product cannot tell them from anybody.
 */
import { mailboxZone, wallOf } from '../graph/time-zones.ts'
import { hourMs } from '../span.ts'
import type { DemoMessage, TenantState } from '../state.ts'
import { cardOf, press } from '../teams/acts.ts'
import { settled, type TeamsChannel } from '../teams/channel.ts'
import { type Deed, deedFor, type Situation } from './behaviors.ts'
import { readOnce } from './card.ts'
import { characterOf, type Luck, luckOf, pairCharacterOf } from './character.ts'
import { changeDirectory } from './directory.ts'
import { seriesOf } from './holds.ts'
import { lifeOf, tell } from './memory.ts'
import { momentsBetween } from './moments.ts'
import { actInOutlook, looksAhead } from './outlook.ts'
import { type Pairs, pairsFrom } from './pairs.ts'

export interface Act {
  personId: string
  verb: string
  /** Instant, by the tenant's clock. */
  at: string
  /** Who else it concerns, the actor included, as one word; and which of their sessions. */
  pair: string
  session: number
  /** The bot did what was asked. */
  isDone: boolean
}

export interface Life {
  /** Moves the clock to each moment on the way, and lets everybody act there. */
  liveUntil(to: Date, moveTo: (moment: Date) => Promise<void>): Promise<void>
  /** Where the clock is on its way to. */
  movingTo(): Date | undefined
  /** Goes no further than the moment it is at; what waits in line comes to nothing. */
  stop(): void
}

interface Needs {
  channel: TeamsChannel
  /** Resolves when the product has done what it can do now; `most`: what it does for its own peace of mind aside. */
  settle: (what: 'all' | 'most') => Promise<void>
  onAct?: (act: Act) => void
}

/** Pairs at a time; within a pair one after the other, as each sees what the other did. */
const atOnce = 8
/** A card that brings another card asks for a second press at once, and no card asks for more than a few. */
const mostPresses = 3

export function createLife({ channel, settle, onAct }: Needs): Life {
  const { state } = channel
  const luck = luckOf(state.company.tenantId)
  let last: Promise<unknown> = Promise.resolve()
  let on: { to: Date; isStopped: boolean } | undefined
  const waiting = new Set<{ isStopped: boolean }>()

  const liveUntil = async (to: Date, moveTo: (moment: Date) => Promise<void>, isStopped: () => boolean) => {
    const hasBegun = state.events.size > 0 || awaited(state, luck).length > 0
    const moments = lifeOf(state).isOn && hasBegun ? momentsBetween(state.now(), to, quietUntil(state)) : [to]
    for (const moment of moments) {
      if (isStopped()) return
      await moveTo(moment)
      if (!hasBegun || !lifeOf(state).isOn) continue
      await settle('most')
      await settled(channel)
      const happened = [changeDirectory(state, luck), actInOutlook(state, luck)].includes(true)
      await settle(happened ? 'all' : 'most')
      for (const act of await actOnCards(channel, luck)) onAct?.(act)
      await settle('most')
      await settled(channel)
    }
  }
  return {
    // Two visitors may press at once; the company has one clock.
    liveUntil(to, moveTo) {
      const move = { to, isStopped: false }
      waiting.add(move)
      const next = last.then(async () => {
        on = move
        try {
          await liveUntil(to, moveTo, () => move.isStopped)
        } finally {
          waiting.delete(move)
          on = undefined
        }
      })
      last = next.catch(() => {})
      return next
    },
    movingTo: () => on?.to,
    stop() {
      for (const move of waiting) move.isStopped = true
    },
  }
}

/** People look at their first session some days before it, and until anybody's comes there is nothing to answer. */
function quietUntil(state: TenantState): Date | undefined {
  const [first] = seriesOf(state)
    .map(({ dates }) => dates[0])
    .sort()
  return first === undefined ? undefined : new Date(Date.parse(first) - looksAhead.to)
}

async function actOnCards(channel: TeamsChannel, luck: Luck): Promise<Act[]> {
  const { state } = channel
  const due = awaited(state, luck).filter(({ dueAt }) => dueAt <= state.now().getTime())
  const byPair = new Map<string, Waiting[]>()
  for (const one of due.sort((a, b) => a.dueAt - b.dueAt || a.personId.localeCompare(b.personId)))
    byPair.set(one.situation.pair, [...(byPair.get(one.situation.pair) ?? []), one])
  const acts: Act[] = []
  const pairs = [...byPair.values()]
  const work = async () => {
    for (let next = pairs.shift(); next; next = pairs.shift())
      for (const one of next) acts.push(...(await turnTo(channel, one)))
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return acts
}

interface Waiting {
  personId: string
  message: DemoMessage
  situation: Situation
  dueAt: number
}

/** Cards that somebody will turn to, and when. */
function awaited(state: TenantState, luck: Luck): Waiting[] {
  const played = new Set(Object.values(state.company.personas))
  const chats = [...state.conversations.values()].flatMap(({ personId, messages }) =>
    personId
      ? [{ personId, messages: messages.filter(({ from, deleted }) => from === 'bot' && !deleted) }]
      : [],
  )
  const pairs = pairsFrom(chats, cardsOf)
  const { done } = lifeOf(state)
  return chats.flatMap(({ personId, messages }) => {
    const person = state.company.byId.get(personId)
    if (!person?.accountEnabled || played.has(personId) || !isAtWork(state, personId)) return []
    return messages.flatMap((message): Waiting[] => {
      const situation = situationOf(message, personId, { luck, pairs, played })
      const deed = situation && deedFor(situation)
      if (!deed || done.has(nameOf(message, situation, deed))) return []
      return [{ personId, message, situation, dueAt: dueAtOf(message, deed) }]
    })
  })
}

function situationOf(
  message: DemoMessage,
  personId: string,
  { luck, pairs, played }: { luck: Luck; pairs: Pairs; played: Set<string> },
): Situation | undefined {
  const current = cardOf(message, personId)
  if (typeof current !== 'object' || current === null) return undefined
  const card = readOnce(current)
  if (card.buttons.length === 0) return undefined
  // What the card says of itself stands on each of its buttons, the session on the first that names one.
  const data = Object.assign({}, ...card.buttons.map((button) => button.data)) as Record<string, unknown>
  const pair = pairs.pairOf(data, personId)
  return {
    ...{ luck, personId, pair, card },
    character: characterOf(luck, personId),
    pairCharacter: pairCharacterOf(luck, pair),
    session: pairs.sessionOf(data, personId),
    isWithVisitor: pairs.peopleOf(pair).some((id) => played.has(id)),
  }
}

/** Who cannot come says so of a session once, whatever card they say it on. */
const nameOf = (message: DemoMessage, { personId, pair, session }: Situation, { press }: Deed): string =>
  press?.verb === 'cannot-make-it'
    ? `${personId} cannot ${pair} ${session}`
    : `${personId} ${message.id} ${press?.verb ?? 'looks away'} ${press?.data['seen'] ?? ''}`

/** Reads the card once more, since the other of the two may have been there, and does what it asks. */
async function turnTo(channel: TeamsChannel, { personId, message, situation }: Waiting): Promise<Act[]> {
  const { state } = channel
  const { pair, session } = situation
  const acts: Act[] = []
  while (acts.length < mostPresses) {
    const current = cardOf(message, personId)
    if (message.deleted || typeof current !== 'object' || current === null) break
    const now = { ...situation, card: readOnce(current) }
    const deed = deedFor(now)
    if (!deed || dueAtOf(message, deed) > state.now().getTime()) break
    const name = nameOf(message, now, deed)
    if (lifeOf(state).done.has(name)) break
    lifeOf(state).done.add(name)
    const isDone = !deed.press || (await isPressed(channel, personId, message, deed.press))
    if (deed.tells && isDone) tell(state, deed.tells, aboutOf(deed, now))
    if (!deed.press) break
    acts.push({ personId, verb: deed.press.verb, at: state.now().toISOString(), pair, session, isDone })
    if (!isDone) break
  }
  return acts
}

const dueAtOf = ({ at }: DemoMessage, { afterHours }: Deed): number => Date.parse(at) + afterHours * hourMs

async function isPressed(
  channel: TeamsChannel,
  personId: string,
  { id }: DemoMessage,
  { verb, data }: NonNullable<Deed['press']>,
): Promise<boolean> {
  const { httpStatus, statusCode } = await press(channel, personId, id, verb, data)
  return httpStatus === 200 && statusCode === 200
}

/** What is told once: of a session, a repair, a person or a pair. */
function aboutOf({ tells, press }: Deed, { personId, pair, session }: Situation): string {
  if (tells === 'stopped') return personId
  return tells === 'moved' ? String(press?.data['repairId']) : `${pair} ${session}`
}

/** As it was sent, and as it stands now. */
function cardsOf(message: DemoMessage, personId: string): object[] {
  const attachments = (message.activity['attachments'] ?? []) as { content?: unknown }[]
  const cards = [...attachments.map(({ content }) => content), cardOf(message, personId)]
  return cards.filter((card) => typeof card === 'object' && card !== null)
}

const firstHour = 7
const lastHour = 20

/** Cards are answered in the hours in which people look at their chats, by their own clock. */
function isAtWork({ company, now }: TenantState, personId: string): boolean {
  const person = company.byId.get(personId)
  if (!person) return false
  const wall = wallOf(now().getTime(), mailboxZone(person))
  const hour = Number(wall.slice(11, 13))
  const weekday = new Date(`${wall.slice(0, 10)}T12:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && hour >= firstHour && hour < lastHour
}
