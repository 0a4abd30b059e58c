/** Somebody saved a form that another had saved meanwhile: the "no" brings what stands there, who saved it, and when. */
import type { AuditEntry } from '../domain/records/audit.ts'
import { isRefused, type Refusal } from '../domain/refusal.ts'
import type { Ports } from '../workflows/ports.ts'
import { faceFrom, iso } from './routes/views.ts'

interface About {
  /** Or several of which one was changed: what they share stands in each. */
  subject: string | readonly string[]
  /** What the audit calls a change of it. */
  actions: readonly string[]
  /** As the route that reads it shows it. */
  now(): Promise<object | Refusal>
}

/** Every other answer goes through as it is. */
export async function orWhatStands<T>(
  { store }: Pick<Ports, 'store'>,
  answer: T | Refusal,
  { subject, actions, now }: About,
): Promise<T | Refusal> {
  if (!isRefused(answer) || answer.refused !== 'changed-meanwhile') return answer
  const stands = await now()
  if (isRefused(stands)) return answer
  const changes: AuditEntry[] = []
  for (const one of typeof subject === 'string' ? [subject] : subject) {
    const entry = await store.audit.lastOn(one, actions)
    if (entry) changes.push(entry)
  }
  const last = changes.toSorted((a, b) => b.at.getTime() - a.at.getTime())[0]
  const people = last ? await store.people.many([last.actorId]) : undefined
  const by = last && people?.has(last.actorId) ? { by: faceFrom(people, last.actorId) } : {}
  return { ...answer, saved: { now: stands, ...by, ...(last ? { at: iso(last.at) } : {}) } }
}
