/**
 * The success Summary: drafted by communications staff → submitted → approved by the Sponsor → published to channels, each
 * exactly once. A published one can be corrected (a new revision updates the posts) or withdrawn.
 */

import type { PersonId } from './person.ts'
import type { CohortId } from './program.ts'
import { type Refusal, refuse } from './refusal.ts'

export type SummaryId = string

export interface ChannelRef {
  teamId: string
  channelId: string
}

/** A channel with what it was called when it was chosen: shown to readers outside that team, never acted on. */
export interface NamedChannel extends ChannelRef {
  teamName?: string | undefined
  channelName?: string | undefined
}

/** A figure as it may be shown: hidden ones carry no value at all, so that nothing can leak it. */
export interface ShownFigure {
  key: string
  /** Absent when hidden because too few people stand behind it. */
  value?: number
  unit: 'count' | 'percent' | 'hours' | 'score'
  /** The figure is this or more, or this or less. */
  bound?: 'at-least' | 'at-most'
  /** So many people, or more, are behind it; in bands, and absent when hidden. */
  n?: number
}

interface Basis {
  id: SummaryId
  cohortId: CohortId
  /** Rises with every change of text: what the Sponsor approved is exactly this revision. */
  revision: number
  title: string
  /** Plain text, blank line between paragraphs. Escaped when it becomes a card. */
  body: string
  figures: ShownFigure[]
  channels: NamedChannel[]
  authorId: PersonId
  changedAt: Date
}

export type Summary =
  | (Basis & { state: 'drafted'; note?: string })
  | (Basis & { state: 'submitted' })
  | (Basis & { state: 'approved'; approvedBy: PersonId; approvedAt: Date })
  | (Basis & { state: 'published'; approvedBy: PersonId; approvedAt: Date; publishedAt: Date })
  | (Basis & { state: 'withdrawn'; withdrawnAt: Date })
export type SummaryState = Summary['state']

export type SummaryRefusal =
  | 'not-drafted'
  | 'not-submitted'
  | 'no-channel'
  | 'empty-text'
  | 'changed-meanwhile'
  | 'not-sponsor'

export interface SummaryEdit {
  title: string
  body: string
  channels: NamedChannel[]
  /** Revision the editor started from: two people's edits never overwrite each other silently. */
  revision: number
}

export function edit(
  summary: Summary,
  change: SummaryEdit,
  { by, at }: { by: PersonId; at: Date },
): Summary | Refusal<SummaryRefusal> {
  if (summary.state !== 'drafted') return refuse('not-drafted', { state: summary.state })
  if (change.revision !== summary.revision) return refuse('changed-meanwhile', { revision: summary.revision })
  const { title, body, channels } = change
  return { ...summary, title, body, channels, revision: summary.revision + 1, authorId: by, changedAt: at }
}

export function submit(summary: Summary): Summary | Refusal<SummaryRefusal> {
  if (summary.state !== 'drafted') return refuse('not-drafted', { state: summary.state })
  if (summary.title.trim() === '' || summary.body.trim() === '') return refuse('empty-text')
  if (summary.channels.length === 0) return refuse('no-channel')
  const { note: _, ...rest } = summary
  return { ...rest, state: 'submitted' }
}

/** The Sponsor answers for the Program: only the Sponsor approves, and exactly the revision that was read. */
export function approve(
  summary: Summary,
  { by, at, sponsorId, revision }: { by: PersonId; at: Date; sponsorId: PersonId; revision: number },
): Summary | Refusal<SummaryRefusal> {
  if (by !== sponsorId) return refuse('not-sponsor')
  if (summary.state !== 'submitted') return refuse('not-submitted', { state: summary.state })
  if (revision !== summary.revision) return refuse('changed-meanwhile', { revision: summary.revision })
  return { ...summary, state: 'approved', approvedBy: by, approvedAt: at }
}

/** Sent back with a note: a draft again. */
export function sendBack(
  summary: Summary,
  { by, sponsorId, note }: { by: PersonId; sponsorId: PersonId; note: string },
): Summary | Refusal<SummaryRefusal> {
  if (by !== sponsorId) return refuse('not-sponsor')
  if (summary.state !== 'submitted') return refuse('not-submitted', { state: summary.state })
  return { ...summary, state: 'drafted', note, revision: summary.revision + 1 }
}

export function publish(summary: Summary, at: Date): Summary | Refusal<SummaryRefusal> {
  if (summary.state !== 'approved') return refuse('not-submitted', { state: summary.state })
  return { ...summary, state: 'published', publishedAt: at }
}

/** Key of one post: the channel gets this Summary once, whatever revision is shown there. */
export function postKey(summaryId: SummaryId, channel: ChannelRef): string {
  return `summary.${summaryId}.${channel.channelId}`
}
