/**
 * An approved Summary goes to each of its channels, and nothing is doubled by itself. Teams knows no key for posts, and
 * reading a channel would take a permission that delivers every message of it. So a post whose outcome nobody heard is
 * never sent again until a person has looked in the channel and said what is there. That look is only worth something
 * when nothing can still arrive, so nobody is asked before the lease of the worker is over, an attempt whose end nobody
 * heard keeps its lease, and no worker sends in the second half of its own.
 */
import { codeOf, Fault } from '../../domain/fault.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import {
  type ChannelRef,
  isSameChannel,
  publish,
  type Summary,
  type SummaryId,
  withdraw,
} from '../../domain/publishing/summary.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import type { Post } from '../../domain/telling/outgoing.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import { tellOutcome, tellWithdrawn } from './tell-author.ts'
import { visibleChannels } from './visible-channels.ts'

type Needs = Pick<Ports, 'store' | 'directory' | 'messenger' | 'clock' | 'leaseMs' | 'jobs'>

export async function publishSummary(ports: Needs, id: SummaryId): Promise<void> {
  const { store, clock } = ports
  const summary = await store.summaries.get(id)
  // A published one may still have a channel that is tried again.
  if (summary?.state !== 'approved' && summary?.state !== 'published') return
  const failures: unknown[] = []
  for (const post of await store.posts.of(id)) {
    // One channel that fails keeps no other waiting.
    await postOnce(ports, summary, post.key).catch((error) => failures.push(error))
  }
  const posts = await store.posts.of(id)
  const open = posts.filter((post) => post.state === 'waiting' || post.state === 'posting')
  if (open.length > 0) {
    const why = [...new Set(failures.map(codeOf))].join(', ')
    throw new Fault(`${open.length} channels of Summary ${id} are not posted yet: ${why}.`, {
      cause: failures[0],
    })
  }
  await store.transaction(async () => {
    const current = await store.summaries.lock(id)
    if (current?.state !== 'approved' && current?.state !== 'published') return
    // Refused by every channel, it is read by nobody: approved still, until it is tried again.
    if (current.state === 'approved' && posts.some((post) => post.state === 'posted')) {
      const published = publish(current, clock.now())
      if (!isRefused(published)) await store.summaries.save(published)
    }
    await tellOutcome(ports, current, posts)
  })
}

async function postOnce(ports: Needs, summary: Summary, key: string): Promise<void> {
  const { store, messenger, clock, leaseMs } = ports
  const now = clock.now()
  const post = await store.posts.claim(key, leaseMs)
  if (!post) return
  let sending = false
  try {
    const visible = await visibleChannels(ports, summary.authorId)
    // It may have left its author's sight after the Sponsor's yes, which was a yes to what its author can see.
    if (!visible.some((one) => isSameChannel(one, post.channel)))
      return await store.posts.save({ ...post, state: 'refused', why: 'not-seen' })
    const cohort = await store.cohorts.get(summary.cohortId)
    const program = cohort && (await store.programs.get(cohort.programId))
    const { id, title, body, figures, language } = summary
    const announcement = {
      ...{ summaryId: id, title, body, figures, programName: program?.name ?? '' },
      ...(language ? { language } : {}),
    }
    const within = leaseMs / 2 - (clock.now().getTime() - now.getTime())
    sending = true
    const delivery = await messenger.toChannel(post.channel, announcement, within)
    await store.posts.save(
      delivery.sent
        ? {
            ...post,
            state: 'posted',
            conversationId: delivery.conversationId,
            activityId: delivery.activityId,
          }
        : { ...post, state: 'refused', why: delivery.why },
    )
  } catch (error) {
    const why = codeOf(error)
    const maybeDone = sending && !isNotDone(error)
    const failed: Post = { ...post, state: maybeDone ? 'posting' : 'waiting', why }
    await store.posts.save(failed)
    throw error
  }
}

/** Teams turned it away, or it never left: then it is certain that nothing was posted. */
function isNotDone(error: unknown): boolean {
  const { name, status = 0 } = error as { name?: string; status?: number }
  const refused = name === 'ChannelFault' && status >= 400 && status < 500 && status !== 408
  return refused || name === 'TooLate'
}

/** The channels that refused are tried again: the app may stand in the team by now. */
export async function postAgain(
  { store, jobs, clock }: Pick<Ports, 'store' | 'jobs' | 'clock'>,
  id: SummaryId,
  by: PersonId,
): Promise<Summary | Refusal> {
  return store.transaction(async () => {
    const summary = await store.summaries.lock(id)
    if (!summary) return refuse('not-found')
    if (summary.state !== 'approved' && summary.state !== 'published')
      return refuse('not-published', { state: summary.state })
    const refused = (await store.posts.of(id)).filter((post) => post.state === 'refused')
    // Pressed twice: the first press is on its way already.
    if (refused.length === 0) return summary
    for (const { why: _why, ...post } of refused) await store.posts.save({ ...post, state: 'waiting' })
    await jobs.add('post-summary', { summaryId: id })
    await audit({ store, clock }, by, 'summary-posted-again', id)
    return summary
  })
}

/**
 * Somebody looked in a channel whose post nobody heard of: it is there, or it is posted now. Of two answers at once the
 * first counts.
 */
export async function settlePost(
  { store, jobs, clock }: Pick<Ports, 'store' | 'jobs' | 'clock'>,
  id: SummaryId,
  { channel, isThere }: { channel: ChannelRef; isThere: boolean },
  by: PersonId,
): Promise<Summary | Refusal> {
  return store.transaction(async () => {
    const summary = await store.summaries.lock(id)
    if (!summary) return refuse('not-found')
    if (summary.state !== 'approved' && summary.state !== 'published')
      return refuse('not-published', { state: summary.state })
    const post = (await store.posts.of(id)).find((one) => isSameChannel(one.channel, channel))
    if (!post) return refuse('not-found')
    if (post.state !== 'unknown') return summary
    const { why: _, ...rest } = post
    await store.posts.save({ ...rest, state: isThere ? 'posted' : 'waiting' })
    await jobs.add('post-summary', { summaryId: id })
    const action = isThere ? 'summary-seen-in-channel' : 'summary-posted-again'
    await audit({ store, clock }, by, action, id, { channel: channel.channelId })
    return summary
  })
}

/** Takes a published Summary back out of every channel. */
export async function withdrawSummary(
  { store, messenger, clock, jobs }: Pick<Ports, 'store' | 'messenger' | 'clock' | 'jobs'>,
  id: SummaryId,
  by: PersonId,
): Promise<Summary | Refusal> {
  const summary = await store.summaries.get(id)
  if (!summary) return refuse('not-found')
  if (summary.state !== 'published') return refuse('not-published', { state: summary.state })
  for (const post of await store.posts.of(id)) {
    if (post.state === 'unknown' || (post.state === 'posted' && !post.activityId)) {
      // What we never heard of has no name by which we could remove it.
      await store.posts.save({ ...post, why: 'by-hand' })
      continue
    }
    if (post.state !== 'posted' || !post.conversationId || !post.activityId) continue
    await messenger.removeFromChannel({ conversationId: post.conversationId, activityId: post.activityId })
    await store.posts.save({ ...post, state: 'removed' })
  }
  return store.transaction(async () => {
    const current = await store.summaries.lock(id)
    if (!current) return refuse('not-found')
    const withdrawn = withdraw(current, clock.now())
    // Pressed twice: the first press has done it.
    if (isRefused(withdrawn)) return current
    await store.summaries.save(withdrawn)
    await audit({ store, clock }, by, 'summary-withdrawn', id)
    await tellWithdrawn({ store, jobs }, withdrawn, by)
    return withdrawn
  })
}
