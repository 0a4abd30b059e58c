/** What was answered, or has closed, is said on the card that asked, wherever the answer came from. */
import type { Notice } from '../../domain/telling/notice.ts'
import type { Ports } from '../ports.ts'

/** `card`: pressed on the card itself, which shows what came of it by that very press. */
export type AnsweredOn = 'card' | 'page'

/** The cards under these keys, as many as there are. Joins an open transaction. */
export async function redrawCards(
  { store, jobs }: Pick<Ports, 'store' | 'jobs'>,
  keys: readonly string[],
  change: (notice: Notice) => Notice,
  answeredOn: AnsweredOn = 'page',
): Promise<void> {
  const known: string[] = []
  for (const key of keys) {
    const outgoing = await store.notices.get(key)
    if (!outgoing) continue
    await store.notices.rewrite(key, change(outgoing.notice))
    known.push(key)
  }
  // Which of two was pressed, nobody says: both are written anew.
  if (answeredOn === 'card' && known.length < 2) return
  for (const noticeKey of known) await jobs.add('replace-notice', { noticeKey })
}
