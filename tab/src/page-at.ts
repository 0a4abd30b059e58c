/** Which page stands at a place. Apart from `navigation.ts`, by which pages lead to each other without knowing one another. */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { Destination, places } from './navigation.ts'

type Page = LazyExoticComponent<ComponentType>

/** Loaded when opened, never before. */
const pages: Record<(typeof places)[number], Page> = {
  'my-mentoring': lazy(() => import('./pages/my-mentoring/index.tsx')),
  training: lazy(() => import('./pages/training/index.tsx')),
  program: lazy(() => import('./pages/program-setup/index.tsx')),
  people: lazy(() => import('./pages/people/index.tsx')),
  applications: lazy(() => import('./pages/applications/index.tsx')),
  matching: lazy(() => import('./pages/matching-board/index.tsx')),
  schedule: lazy(() => import('./pages/schedule/index.tsx')),
  'check-ins': lazy(() => import('./pages/check-ins/index.tsx')),
  insights: lazy(() => import('./pages/insights/index.tsx')),
  publish: lazy(() => import('./pages/publish/index.tsx')),
}

/** Pages inside a place, by the first that follows it in the address; open to whoever the place is open to. */
const pagesInside: Record<string, Page> = {
  'matching/speed-meetings': lazy(() => import('./pages/speed-meetings/index.tsx')),
  'my-mentoring/certificate': lazy(() => import('./pages/my-mentoring/certificate.tsx')),
  'my-mentoring/speed-meetings': lazy(() => import('./pages/speed-meetings/mine.tsx')),
}

export function pageAt({ place, rest }: Destination): Page {
  const inside = `${place}/${rest.split('/')[0]}`
  return Object.hasOwn(pagesInside, inside) ? pagesInside[inside]! : pages[place]
}
