/**
 * A path as it may be written down: what is asked for, and not about whom. A word of Graph's own stays; whatever stands
 * where Graph has an id (of a person, a mailbox, an event, a team), and every value of a query, does not.
 */

/** Segments that follow a collection and are no id. */
const ownWords = new Set(['delta', 'me'])
const collections = new Set([
  'users',
  'groups',
  'teams',
  'channels',
  'messages',
  'events',
  'calendars',
  'instances',
  'subscriptions',
  'teamsApps',
  'installedApps',
  'photos',
  'servicePrincipals',
  'applications',
])
const word = /^[$a-z][A-Za-z$.]{0,29}$/

export function pathShape(link: string): string {
  const path = link.replace(/^https?:\/\/[^/]+/, '').replace(/[?#].*$/s, '')
  const segments = path.split('/')
  return segments
    .map((segment, i) => {
      const before = segments[i - 1] ?? ''
      const isId = collections.has(before) && !ownWords.has(segment)
      if (segment === '' || /^(v1\.0|beta)$/.test(segment)) return segment
      return isId || !word.test(segment) ? '{id}' : segment
    })
    .join('/')
}
