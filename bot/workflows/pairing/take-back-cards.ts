/**
 * Cards of a pair that is over: whatever on them could still be pressed is of no use any more, so they say instead what became of
 * the pair. Questions about what the two have been through stay, because they can still be answered.
 */
import type { PersonId } from '../../domain/organization/person.ts'
import type { OverPairing } from '../../domain/pairing/pairing.ts'
import type { Notice } from '../../domain/telling/notice.ts'
import type { Ports } from '../ports.ts'
import { redrawCards } from '../telling/redraw-cards.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'jobs'>

/** One of the two. Joins an open transaction. */
export async function takeBackCards(
  ports: Needs,
  pairing: OverPairing,
  personId: PersonId,
  news: Notice,
): Promise<void> {
  const { store, clock } = ports
  const repairs = await repairIdsOf(ports, pairing)
  const isIdle = (card: Notice) => {
    switch (card.kind) {
      case 'nudge':
      case 'agreement':
        return card.pairingId === pairing.id
      case 'session-ahead':
        return card.pairingId === pairing.id && card.end > clock.now()
      case 'repair':
        return repairs.has(card.repairId) && (isAtWork(card) || card.stands.end > clock.now())
      default:
        return false
    }
  }
  const shown = await shownTo(store, personId, isIdle)
  await redrawCards(ports, shown, () => news)
}

/** The Mentee's assistant, who reads nothing but times: the Session is off. Joins an open transaction. */
export async function takeBackAssistants(ports: Needs, pairing: OverPairing): Promise<void> {
  const assistantId = (await ports.store.delegates.of(pairing.menteeId))?.assistantId
  if (assistantId === undefined) return
  const repairs = await repairIdsOf(ports, pairing)
  const shown = await shownTo(
    ports.store,
    assistantId,
    (card) => card.kind === 'assisted-repair' && repairs.has(card.repairId) && isAtWork(card),
  )
  await redrawCards(ports, shown, (card) =>
    card.kind === 'assisted-repair' ? { ...card, state: 'off', options: [] } : card,
  )
}

const isAtWork = ({ state }: { state: string }) => state === 'open' || state === 'looking' || state === 'none'

const repairIdsOf = async ({ store }: Needs, { id }: OverPairing) =>
  new Set((await store.repairs.ofPairing(id)).map((repair) => repair.id))

/** What has not gone out yet is not sent any more (`notice-subject`): said anew, it would come beside the news. */
async function shownTo(
  store: Needs['store'],
  personId: PersonId,
  which: (card: Notice) => boolean,
): Promise<string[]> {
  const all = await store.notices.ofPerson(personId)
  return all.flatMap(({ key, state, notice }) =>
    (state === 'sent' || state === 'sending') && which(notice) ? [key] : [],
  )
}
