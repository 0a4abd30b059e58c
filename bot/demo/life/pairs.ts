/**
 * Who belongs together, and which of their sessions a card speaks of. The product's ids are new in every run; what is the
 * same in two companies of one seed is who got a card about the same thing, and which of several it was.
 */
import type { DemoMessage } from '../state.ts'
import { readOnce } from './card.ts'

const named = ['pairingId', 'sessionId', 'repairId'] as const

export interface Pairs {
  /** The people who have cards about this, as one word; a person's own id where it names nothing shared. */
  pairOf(data: Record<string, unknown>, personId: string): string
  peopleOf(pair: string): string[]
  /** 1 for the first session this pair has cards about; 0 where the card names none. */
  sessionOf(data: Record<string, unknown>, personId: string): number
}

interface Seen {
  people: Set<string>
  firstAt: string
}

interface Chat {
  personId: string
  messages: readonly DemoMessage[]
}

/** @param cardsOf every card of a message: as it was sent, and as it stands for its reader now. */
export function pairsFrom(
  chats: readonly Chat[],
  cardsOf: (message: DemoMessage, personId: string) => object[],
): Pairs {
  const seen = new Map<string, Seen>()
  for (const { personId, messages } of chats)
    for (const message of messages)
      for (const card of cardsOf(message, personId))
        for (const { data } of readOnce(card).buttons)
          for (const name of named) {
            const id = data[name]
            if (typeof id === 'string') note(seen, `${name} ${id}`, personId, message.at)
          }
  const pairings = [...seen.keys()].flatMap((key) => (key.startsWith('pairingId ') ? [key.slice(10)] : []))
  const sessions = new Map<string, { key: string; firstAt: string }[]>()
  for (const [key, { people, firstAt }] of seen) {
    if (!key.startsWith('sessionId ')) continue
    const pair = wordOf(people)
    sessions.set(pair, [...(sessions.get(pair) ?? []), { key, firstAt }])
  }
  for (const list of sessions.values()) list.sort((a, b) => a.firstAt.localeCompare(b.firstAt))

  const peopleIn = (data: Record<string, unknown>): Set<string> | undefined => {
    for (const name of named) {
      const found = typeof data[name] === 'string' && seen.get(`${name} ${data[name]}`)
      if (found) return found.people
    }
    const askKey = data['askKey']
    const pairing = typeof askKey === 'string' ? pairings.find((id) => askKey.includes(id)) : undefined
    return pairing === undefined ? undefined : seen.get(`pairingId ${pairing}`)?.people
  }
  const pairOf: Pairs['pairOf'] = (data, personId) => wordOf(peopleIn(data) ?? new Set([personId]))
  return {
    pairOf,
    peopleOf: (pair) => pair.split(' '),
    sessionOf(data, personId) {
      const list = sessions.get(pairOf(data, personId)) ?? []
      return list.findIndex(({ key }) => key === `sessionId ${data['sessionId']}`) + 1
    },
  }
}

function note(seen: Map<string, Seen>, key: string, personId: string, at: string): void {
  const known = seen.get(key)
  if (!known) {
    seen.set(key, { people: new Set([personId]), firstAt: at })
    return
  }
  known.people.add(personId)
  if (at < known.firstAt) known.firstAt = at
}

const wordOf = (people: Set<string>) => [...people].sort().join(' ')
