/**
 * Places of the tab and how to get to them. The address is the hash, `#/people/…`, because a tab lives in a frame whose
 * path belongs to the server; the host's `subPageId` carries the same text in links that people share.
 */
import { useSyncExternalStore } from 'react'
import type { Place } from '../../bot/contract/index.ts'

export interface Destination {
  place: Place
  /** What follows the place, e.g. the id of a Session. */
  rest: string
}

/** All of them: `page-at.ts` has a page for each of these and asks for one of each place, so none is forgotten. */
export const places = [
  'my-mentoring',
  'training',
  'program',
  'people',
  'applications',
  'matching',
  'schedule',
  'check-ins',
  'insights',
  'publish',
] as const satisfies readonly Place[]

/** Places that can be shown before any Cohort exists. */
export const withoutCohort: ReadonlySet<Place> = new Set<Place>([
  'my-mentoring',
  'training',
  'program',
  'people',
])

export function isPlace(text: string): text is Place {
  return (places as readonly string[]).includes(text)
}

const home: Destination = { place: 'my-mentoring', rest: '' }

/** Reads `#/people/x`, `/people/x` or `people/x`; anything else leads home. */
export function readDestination(text: string | undefined): Destination {
  const [place = '', ...rest] = (text ?? '').replace(/^#?\/?/, '').split('/')
  if (!isPlace(place)) return home
  try {
    return { place, rest: rest.map(decodeURIComponent).join('/') }
  } catch {
    // A link cut off in the middle of an escaped sign.
    return home
  }
}

export function writeDestination({ place, rest }: Destination): string {
  return rest ? `${place}/${rest.split('/').map(encodeURIComponent).join('/')}` : place
}

export function hrefOf(place: Place, rest = ''): string {
  return `#/${writeDestination({ place, rest })}`
}

export function go(place: Place, rest = ''): void {
  location.hash = hrefOf(place, rest)
}

/** One step up: from a page inside a place to the place, and from there home. False where nothing lies above. */
export function goUp(): boolean {
  const { place, rest } = readDestination(location.hash)
  if (rest) go(place)
  else if (place !== home.place) go(home.place)
  else return false
  return true
}

function subscribe(changed: () => void): () => void {
  addEventListener('hashchange', changed)
  return () => removeEventListener('hashchange', changed)
}

/** Where the reader is now. */
export function useDestination(): Destination {
  return readDestination(useSyncExternalStore(subscribe, () => location.hash))
}
