import type { PersonId } from '../../domain/organization/person.ts'
import type { VisibleChannels } from '../../domain/publishing/summary.ts'
import type { Ports } from '../ports.ts'

/**
 * The channels somebody can see at this moment, named as Teams names them. Whoever has left the organization sees none.
 * @throws when Teams cannot tell: unknown is never allowed.
 */
export async function visibleChannels(
  { store, directory }: Pick<Ports, 'store' | 'directory'>,
  personId: PersonId,
): Promise<VisibleChannels> {
  if (!(await store.people.get(personId))?.isEligible) return []
  const teams = await directory.channelsOf(personId)
  return teams.flatMap(({ teamId, teamName, channels }) =>
    channels.map(({ id, name }) => ({ teamId, channelId: id, teamName, channelName: name })),
  )
}
