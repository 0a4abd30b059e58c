/**
 * Bringing an activity to the bot: signed, with a limit on how long the bot may take, and once more when it took
 * longer. A bot that is slow therefore hears the same activity id twice, exactly as in Teams.
 */

import { type TeamsChannel, track } from './channel.ts'
import type { Activity } from './connector.ts'
import { serviceUrl } from './connector.ts'

export interface Delivery {
  /** HTTP status of the bot; 504 when it did not answer in time, 502 when nobody listens. */
  status: number
  body: unknown
}

/** A message or event: sent again once after silence or a broken gateway; twice at once on request. */
export function deliver(channel: TeamsChannel, activity: Activity): Promise<Delivery> {
  const once = async () => {
    const first = await post(channel, activity)
    return isWorthRepeating(first.status) ? post(channel, activity) : first
  }
  if (!channel.deliverTwice) return track(channel, once())
  return track(
    channel,
    Promise.all([once(), once()]).then(([first]) => first),
  )
}

/** An invoke waits for its answer on the screen of the person who pressed, so Teams never repeats it. */
export function invoke(channel: TeamsChannel, activity: Activity): Promise<Delivery> {
  if (!channel.deliverTwice) return track(channel, post(channel, activity))
  return track(
    channel,
    Promise.all([post(channel, activity), post(channel, activity)]).then(([first]) => first),
  )
}

const isWorthRepeating = (status: number) => [502, 503, 504].includes(status)

async function post(channel: TeamsChannel, activity: Activity): Promise<Delivery> {
  const endpoint = channel.botEndpoint()
  if (!endpoint) return { status: 502, body: 'No bot is listening: the product has not started yet.' }
  const token = await channel.signer.sign({
    botId: channel.state.apps.bot.id,
    serviceUrl: serviceUrl(channel),
  })
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(channel.answerWithinMs),
    })
    return { status: response.status, body: parsed(await response.text()) }
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError'
    return { status: isLate ? 504 : 502, body: String(error) }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
