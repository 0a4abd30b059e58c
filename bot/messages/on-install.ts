/** Somebody added the app, or took it away. Teams tells both more than once; a person is welcomed once. */

import type { Ports } from '../workflows/ports.ts'
import { rolesHere } from '../workflows/program/roles-here.ts'
import { deliverMissed } from '../workflows/telling/deliver-missed.ts'
import type { Reader } from './cards/card.ts'
import { teamWelcomeCard, welcomeCard } from './cards/help.ts'
import { type Answer, silent, type Where } from './incoming.ts'

/** A team gets one line for everybody, never a greeting to each member. */
export async function onInstall(where: Where, reader: Reader, ports: Ports): Promise<Answer> {
  const whom = reachableId(where)
  if (!whom) return silent
  if (where.scope === 'personal') await deliverMissed(ports, whom)
  // Looked up first: what fails after the welcome counts as given would leave somebody without one.
  const roles = where.scope === 'personal' ? await rolesHere(ports, whom) : []
  const isFirst = await ports.store.reachable.firstSeen(['welcome', whom])
  if (!isFirst) return silent
  if (where.scope === 'team') return { kind: 'card', message: teamWelcomeCard(reader) }
  return { kind: 'card', message: welcomeCard(reader, roles) }
}

export async function onRemove(where: Where, { store }: Ports): Promise<Answer> {
  const whom = reachableId(where)
  if (whom) await store.reachable.remove(whom)
  return silent
}

/** Conversations move between Teams' regions: every word heard brings the address up to date. */
export async function remember(where: Where, { store }: Ports): Promise<void> {
  const id = reachableId(where)
  if (!id) return
  await store.reachable.save({ id, conversationId: where.conversationId, serviceUrl: where.serviceUrl })
}

/** Person id in their own chat, `team:<team id>` in a team; group chats are nothing we write to by ourselves. */
function reachableId({ scope, personId, teamId }: Where): string | undefined {
  if (scope === 'personal') return personId
  return scope === 'team' && teamId ? `team:${teamId}` : undefined
}
