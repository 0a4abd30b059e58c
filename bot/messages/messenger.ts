/**
 * What the product says by itself: cards to people, posts to channels. Fits `Messenger` of `workflows/ports.ts`.
 *
 * A card to a person may arrive twice when Teams loses its answer; it acts on the same record either way. A post to a
 * company channel must not: after anything but a clear "not done" this module throws instead of trying again, and a
 * person looks in the channel.
 */
import { Fault } from '../domain/fault.ts'
import type { PersonId } from '../domain/organization/person.ts'
import type { ChannelRef } from '../domain/publishing/summary.ts'
import type { Announcement, Notice } from '../domain/telling/notice.ts'
import type { Reachable } from '../domain/telling/outgoing.ts'
import type { Delivery } from '../workflows/telling/ports.ts'
import type { BotAdapter } from './adapter.ts'
import type { CardMessage, TabLink } from './cards/card.ts'
import { cardForNotice } from './cards/notice.ts'
import { summaryPost } from './cards/publishing/summary-post.ts'
import { ChannelFault, type Sent } from './connector.ts'
import { wordsFor } from './language/words.ts'
import { createSendRate, type Time } from './send-rate.ts'
import { passing, patiently, untouched } from './when-to-retry.ts'

export interface MessengerOptions {
  adapter: Pick<BotAdapter, 'connector'>
  /** Where Teams listens for bots when nobody has been heard from yet, e.g. `https://smba.trafficmanager.net/teams/`. */
  serviceUrl: string
  reachable: {
    get(id: string): Promise<Reachable | undefined>
    save(reachable: Reachable): Promise<void>
    remove(id: string): Promise<void>
  }
  tabLink: TabLink
  /** Of posts in channels, which many people of one company read. */
  channelLocale: string
  time: Time
  /** Between 0 and 1. */
  chance: () => number
}

/** The time to send in ran out before anything was sent; somebody else may be about to. */
export class TooLate extends Fault {
  override readonly name = 'TooLate'
  constructor() {
    super('Teams kept us waiting for too long; the post is tried again later.')
  }
}

export function createMessenger(options: MessengerOptions) {
  const { adapter, reachable, tabLink, time, chance } = options
  const { connector } = adapter
  const rate = createSendRate(time)

  /** Each attempt takes its own turn. */
  const paced = <T>(conversation: string, on: readonly number[], act: () => Promise<T>) =>
    patiently(
      async () => {
        await rate.turn(conversation)
        return act()
      },
      { time, chance, on },
    )
  const reader = (locale: string) => ({ words: wordsFor(locale), tabLink })

  async function openChat(id: PersonId, known: Reachable | undefined): Promise<Reachable> {
    const serviceUrl = known?.serviceUrl ?? options.serviceUrl
    const conversationId = await paced(id, passing, () => connector.openChat(serviceUrl, id))
    const opened = { id, conversationId, serviceUrl }
    await reachable.save(opened)
    return opened
  }

  /** A chat that Teams forgot (404) is opened anew, once. */
  async function sendToPerson(id: PersonId, message: CardMessage): Promise<Sent> {
    const known = await reachable.get(id)
    const send = ({ serviceUrl, conversationId }: Reachable) =>
      paced(conversationId, passing, () => connector.send(serviceUrl, conversationId, message))
    if (!known) return send(await openChat(id, undefined))
    try {
      return await send(known)
    } catch (error) {
      if (!(error instanceof ChannelFault) || error.status !== 404) throw error
      return send(await openChat(id, known))
    }
  }

  /** Where a message already sent lives; a thread belongs to no Reachable of its own. */
  const change = (at: Sent, act: (serviceUrl: string) => Promise<void>) =>
    paced(at.conversationId, passing, () => act(options.serviceUrl))

  return {
    async toPerson(id: PersonId, notice: Notice, locale: string): Promise<Delivery> {
      try {
        return { sent: true, ...(await sendToPerson(id, cardForNotice(notice, reader(locale)))) }
      } catch (error) {
        const why = whyUnreachable(error)
        if (!why) throw error
        if (why !== 'blocked') await reachable.remove(id)
        return { sent: false, why }
      }
    },

    /** A chat that is gone, or closed to us, has no card to put right. */
    async replace(at: Sent, notice: Notice, locale: string): Promise<void> {
      const message = cardForNotice(notice, reader(locale))
      try {
        await change(at, (serviceUrl) => connector.update(serviceUrl, at, message))
      } catch (error) {
        if (!whyUnreachable(error)) throw error
      }
    },

    async toChannel(
      channel: ChannelRef,
      announcement: Announcement,
      withinMs = Number.POSITIVE_INFINITY,
    ): Promise<Delivery> {
      const latest = time.now() + withinMs
      const team = await reachable.get(`team:${channel.teamId}`)
      const serviceUrl = team?.serviceUrl ?? options.serviceUrl
      const message = summaryPost(announcement, reader(announcement.language ?? options.channelLocale))
      try {
        const sent = await paced(channel.channelId, untouched, async () => {
          if (time.now() > latest) throw new TooLate()
          return connector.startThread(serviceUrl, channel.channelId, message)
        })
        return { sent: true, ...sent }
      } catch (error) {
        const why = whyUnreachable(error)
        if (!why) throw error
        return { sent: false, why }
      }
    },

    /** Gone already is what was wanted. */
    async removeFromChannel(at: Sent): Promise<void> {
      try {
        await change(at, (serviceUrl) => connector.remove(serviceUrl, at))
      } catch (error) {
        if (!(error instanceof ChannelFault) || error.status !== 404) throw error
      }
    },
  }
}

const notInstalled: readonly string[] = ['BotNotInConversationRoster', 'ForbiddenOperationException']
/** Our own settings are wrong, not the person's: mended, the card can go out. */
const ours: readonly string[] = ['InvalidBotApiHost']

/**
 * What waiting does not cure. A 403 is documented as "do not try again", so one that we do not know counts as a block
 * (`ConversationBlockedByUser`, `MessageWritesBlocked`, `BotDisabledByAdmin`, `NotEnoughPermissions`, …).
 */
function whyUnreachable(error: unknown): 'not-installed' | 'blocked' | 'gone' | undefined {
  if (!(error instanceof ChannelFault)) return undefined
  if (error.status === 404) return 'gone'
  if (error.status !== 403 || ours.includes(error.code)) return undefined
  return notInstalled.includes(error.code) ? 'not-installed' : 'blocked'
}
