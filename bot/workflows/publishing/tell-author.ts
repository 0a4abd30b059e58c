/** The author of a text hears what became of it: one card a decision, which then says how far the posts have come. */
import type { PersonId } from '../../domain/organization/person.ts'
import type { Summary } from '../../domain/publishing/summary.ts'
import type { Notice } from '../../domain/telling/notice.ts'
import type { Post } from '../../domain/telling/outgoing.ts'
import type { Ports } from '../ports.ts'
import { tell } from '../telling/deliver-notice.ts'
import { tellOrReplace } from '../telling/replace-notice.ts'

type Needs = Pick<Ports, 'store' | 'jobs'>
type News = Extract<Notice, { kind: 'summary-news' }>

const keyOf = ({ id, revision }: Summary, what: string) => `summary.${id}.${revision}.${what}`

const about = ({ id, title }: Summary) => ({ kind: 'summary-news', summaryId: id, title }) as const

const nameOf = async ({ store }: Needs, by: PersonId) => (await store.people.get(by))?.displayName ?? ''

export async function tellSentBack(ports: Needs, summary: Summary, by: PersonId): Promise<void> {
  if (summary.state !== 'drafted' || summary.note === undefined) return
  const { note, authorId } = summary
  const news = { ...about(summary), what: 'sent-back', byName: await nameOf(ports, by), note } as const
  await tell(ports, keyOf(summary, 'sent-back'), authorId, news)
}

export async function tellApproved(ports: Needs, summary: Summary, by: PersonId): Promise<void> {
  const news = { ...about(summary), what: 'approved', byName: await nameOf(ports, by) } as const
  await tell(ports, keyOf(summary, 'way'), summary.authorId, news)
}

/** Whoever withdraws their own text knows. */
export async function tellWithdrawn(ports: Needs, summary: Summary, by: PersonId): Promise<void> {
  if (by === summary.authorId) return
  const news = { ...about(summary), what: 'withdrawn', byName: await nameOf(ports, by) } as const
  await tell(ports, keyOf(summary, 'withdrawn'), summary.authorId, news)
}

/**
 * Once nothing is on its way any more. That all went well stands on the card that said "approved", which comes seconds before;
 * a channel that is left out asks for somebody, so it is a card of its own, and another one when it was tried again in vain.
 */
export async function tellOutcome(ports: Needs, summary: Summary, posts: readonly Post[]): Promise<void> {
  const posted = posts.filter(({ state }) => state === 'posted').length
  if (posted < posts.length) {
    const tries = posts.reduce((sum, { attempts }) => sum + attempts, 0)
    const news = { ...about(summary), what: 'failed', posted, of: posts.length } as const
    await tell(ports, keyOf(summary, `failed.${tries}`), summary.authorId, news)
    return
  }
  const key = keyOf(summary, 'way')
  const said = (await ports.store.notices.get(key))?.notice
  if (isPublished(said) && said.posted === posted) return
  await tellOrReplace(ports, key, summary.authorId, { ...about(summary), what: 'published', posted })
}

const isPublished = (notice: Notice | undefined): notice is Extract<News, { what: 'published' }> =>
  notice?.kind === 'summary-news' && notice.what === 'published'
