/** Text that was typed and not yet saved, on this device, so that a lost network or a closed tab loses nothing. */
import type { Out } from '../../../../bot/contract/index.ts'

export type SummaryView = Out<'editSummary'>

export interface DraftText {
  title: string
  body: string
  channels: SummaryView['channels']
}

export interface KeptDraft extends DraftText {
  /** Revision the text was written on. */
  revision: number
}

const keyOf = (id: string) => `summary-draft:${id}`

/** Storage may be full, switched off or partitioned away in a frame: then the text lives in the open page only. */
export function keepDraft(id: string, draft: KeptDraft): void {
  try {
    localStorage.setItem(keyOf(id), JSON.stringify(draft))
  } catch {}
}

export function dropDraft(id: string): void {
  try {
    localStorage.removeItem(keyOf(id))
  } catch {}
}

export function keptDraft(id: string): KeptDraft | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(id)) ?? 'null')
    return isKeptDraft(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

function isKeptDraft(kept: unknown): kept is KeptDraft {
  if (typeof kept !== 'object' || kept === null) return false
  const { title, body, channels, revision } = kept as Partial<KeptDraft>
  return (
    typeof title === 'string' &&
    typeof body === 'string' &&
    Array.isArray(channels) &&
    typeof revision === 'number'
  )
}

export function sameText(one: DraftText, other: DraftText): boolean {
  return one.title === other.title && one.body === other.body && sameChannels(one.channels, other.channels)
}

function sameChannels(one: DraftText['channels'], other: DraftText['channels']): boolean {
  const keys = (list: DraftText['channels']) =>
    list
      .map(({ teamId, channelId }) => `${teamId}/${channelId}`)
      .sort()
      .join(' ')
  return keys(one) === keys(other)
}
