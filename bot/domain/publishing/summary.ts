/**
 * The success Summary: drafted by communications staff → submitted → approved by the Sponsor → published to channels, each
 * exactly once. A published one can be withdrawn; it is corrected by withdrawing it and writing another.
 */

import type { PersonId } from '../organization/person.ts'
import type { CohortId } from '../program/program.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { saysNothing } from '../written.ts'

export type SummaryId = string

export interface ChannelRef {
  teamId: string
  channelId: string
}

/** A channel with what Teams called it when it was chosen: shown to readers outside that team, never acted on. */
export interface NamedChannel extends ChannelRef {
  teamName?: string | undefined
  channelName?: string | undefined
  /** Its author could not see it any more when this was last looked at: nothing is posted there. */
  lost?: true | undefined
}

/** The channels that somebody can see at one moment, as Teams tells. */
export type VisibleChannels = readonly (ChannelRef & { teamName: string; channelName: string })[]

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
  /** Of the draft: what stands around the text in a channel is written in it too. Unknown of older ones. */
  language?: string
  channels: NamedChannel[]
  /** Who changed it last: it goes to channels that this person can see. */
  authorId: PersonId
  /** Everybody who wrote any of it: none of them approves it. */
  writers: PersonId[]
  changedAt: Date
}

/** It was sent to this Sponsor, and stays with them whoever is Sponsor later. */
interface Sent extends Basis {
  sponsorId: PersonId
}

export type Summary =
  | (Basis & { state: 'drafted'; note?: string })
  | (Sent & { state: 'submitted' })
  | (Sent & { state: 'approved'; approvedBy: PersonId; approvedAt: Date })
  | (Sent & { state: 'published'; approvedBy: PersonId; approvedAt: Date; publishedAt: Date })
  /** Who approved it and when stays; texts that were withdrawn earlier do not say it. */
  | (Basis & {
      state: 'withdrawn'
      withdrawnAt: Date
      sponsorId?: PersonId
      approvedBy?: PersonId
      approvedAt?: Date
      publishedAt?: Date
    })
export type SummaryState = Summary['state']

export type SummaryRefusal =
  | 'not-drafted'
  | 'not-submitted'
  | 'no-channel'
  | 'channel-not-seen'
  | 'empty-text'
  | 'changed-meanwhile'
  | 'no-sponsor'
  | 'not-sponsor'
  | 'own-text'

export interface SummaryEdit {
  title: string
  body: string
  channels: readonly ChannelRef[]
  /** Revision the editor started from: two people's edits never overwrite each other silently. */
  revision: number
}

/**
 * Whoever edits becomes the author. A channel is added only by somebody who can see it; one that was chosen before and that
 * this author cannot see stays in sight as lost, so that the text is saved all the same and cannot be sent.
 */
export function edit(
  summary: Summary,
  change: SummaryEdit,
  { by, at, visible }: { by: PersonId; at: Date; visible: VisibleChannels },
): Summary | Refusal<SummaryRefusal> {
  if (summary.state !== 'drafted') return refuse('not-drafted', { state: summary.state })
  if (change.revision !== summary.revision) return refuse('changed-meanwhile', { revision: summary.revision })
  const chosen = change.channels.map(
    (ref) =>
      visible.find((one) => isSameChannel(one, ref)) ??
      summary.channels.find((one) => isSameChannel(one, ref)),
  )
  if (chosen.includes(undefined)) return refuse('channel-not-seen', { field: 'channels' })
  const channels = chosen.filter((one) => one !== undefined)
  const { title, body } = change
  const { id, cohortId, figures, language, note } = summary
  return {
    ...{ id, cohortId, figures, state: 'drafted', title, body },
    ...(language === undefined ? {} : { language }),
    ...(note === undefined ? {} : { note }),
    channels: lookedAt(channels, visible),
    revision: summary.revision + 1,
    authorId: by,
    writers: [...new Set([...summary.writers, by])],
    changedAt: at,
  }
}

const named = ({ teamId, channelId, teamName, channelName }: VisibleChannels[number]): NamedChannel => ({
  ...{ teamId, channelId, teamName, channelName },
})

export function isSameChannel(one: ChannelRef, other: ChannelRef): boolean {
  return one.teamId === other.teamId && one.channelId === other.channelId
}

/** Named as Teams names them now; those that the author cannot see any more keep their last name and say so. */
export function lookedAt(channels: readonly NamedChannel[], visible: VisibleChannels): NamedChannel[] {
  return channels.map(({ lost: _, ...channel }) => {
    const seen = visible.find((one) => isSameChannel(one, channel))
    return seen ? named(seen) : { ...channel, lost: true }
  })
}

/** The refusal that a channel out of its author's sight asks for. */
export function refuseLost(channels: readonly NamedChannel[]): Refusal<SummaryRefusal> | undefined {
  const [lost] = channels.filter((one) => one.lost)
  if (!lost) return undefined
  const { teamName = '', channelName = '' } = lost
  return refuse('channel-not-seen', { team: teamName, channel: channelName })
}

/** Sent to the Sponsor of this moment; a text they wrote themselves would wait for somebody who may not approve it. */
export function submit(
  summary: Summary,
  { sponsorId }: { sponsorId: PersonId | undefined },
): Summary | Refusal<SummaryRefusal> {
  if (summary.state !== 'drafted') return refuse('not-drafted', { state: summary.state })
  if (saysNothing(summary.title) || saysNothing(summary.body)) return refuse('empty-text')
  if (summary.channels.length === 0) return refuse('no-channel')
  const lost = refuseLost(summary.channels)
  if (lost) return lost
  if (!sponsorId) return refuse('no-sponsor')
  if (hasWritten(summary, sponsorId)) return refuse('own-text')
  const { note: _, ...rest } = summary
  return { ...rest, state: 'submitted', sponsorId }
}

/** Back to a draft, by whoever writes: the Sponsor it was sent to may be gone. */
export function takeBack(summary: Summary): Summary | Refusal<SummaryRefusal> {
  if (summary.state !== 'submitted') return refuse('not-submitted', { state: summary.state })
  const { sponsorId: _, ...rest } = summary
  return { ...rest, state: 'drafted', revision: summary.revision + 1 }
}

function hasWritten({ authorId, writers }: Basis, personId: PersonId): boolean {
  return authorId === personId || writers.includes(personId)
}

/** The Sponsor for whom whoever does it decides today, by that Sponsor's own word (`domain/program/part.ts`). */
interface StandIn {
  standsInFor?: PersonId | undefined
}

/**
 * Two people stand behind a Summary: the Sponsor it was sent to, or who stands in for them, approves, exactly the revision that was read, and never
 * words of their own, whatever else they may do.
 */
export function approve(
  summary: Summary,
  { by, at, revision, standsInFor }: { by: PersonId; at: Date; revision: number } & StandIn,
): Summary | Refusal<SummaryRefusal> {
  if (summary.state !== 'submitted') return refuse('not-submitted', { state: summary.state })
  if (by !== summary.sponsorId && standsInFor !== summary.sponsorId) return refuse('not-sponsor')
  if (hasWritten(summary, by)) return refuse('own-text')
  if (revision !== summary.revision) return refuse('changed-meanwhile', { revision: summary.revision })
  const lost = refuseLost(summary.channels)
  if (lost) return lost
  return { ...summary, state: 'approved', approvedBy: by, approvedAt: at }
}

/** Sent back with a note: a draft again. */
export function sendBack(
  summary: Summary,
  { by, note, standsInFor }: { by: PersonId; note: string } & StandIn,
): Summary | Refusal<SummaryRefusal> {
  if (summary.state !== 'submitted') return refuse('not-submitted', { state: summary.state })
  if (by !== summary.sponsorId && standsInFor !== summary.sponsorId) return refuse('not-sponsor')
  const { sponsorId: _, ...rest } = summary
  return { ...rest, state: 'drafted', note, revision: summary.revision + 1 }
}

export function publish(summary: Summary, at: Date): Summary | Refusal<SummaryRefusal> {
  if (summary.state !== 'approved') return refuse('not-submitted', { state: summary.state })
  return { ...summary, state: 'published', publishedAt: at }
}

export function withdraw(summary: Summary, at: Date): Summary | Refusal<'not-published'> {
  if (summary.state !== 'published') return refuse('not-published', { state: summary.state })
  return { ...summary, state: 'withdrawn', withdrawnAt: at }
}

/** Only a draft goes for good, and only as it was read: what anybody else was shown stays. */
export function refuseToDelete(summary: Summary, revision: number): Refusal<SummaryRefusal> | undefined {
  if (summary.state !== 'drafted') return refuse('not-drafted', { state: summary.state })
  if (revision !== summary.revision) return refuse('changed-meanwhile', { revision: summary.revision })
  return undefined
}

/** Key of one post: the channel gets this Summary once, whatever revision is shown there. */
export function postKey(summaryId: SummaryId, channel: ChannelRef): string {
  return `summary.${summaryId}.${channel.channelId}`
}
