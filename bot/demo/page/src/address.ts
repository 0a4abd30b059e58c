/**
 * Where you are on the page, kept in the address so that a link or a test can open exactly that:
 *
 *     /#persona=mentor&app=tab&page=my-mentoring&theme=dark&lang=ar&host=outlook&device=iphone&pane=teams
 *
 * persona  mentor | mentee | organizer | communications | sponsor | newcomer
 * app      tab | chat | channels | calendar: what the window in front shows
 * page, sub   page of the product's tab and a place on it, handed over as the host's page.id and page.subPageId; without a
 *          page the tab opens where its person begins
 * theme    light | dark | contrast
 * lang     en | es | ar
 * host     teams | outlook | office: which window frames the tab
 * device   desktop | iphone | android: what that window is on
 * pane     teams | outlook: the window in front when there is room for one only
 * day      session: the calendar opens on the next session of its person; without it on today
 * step     1..6: the opened step of the guided path; 0 closes it; without it the first that has not happened is open
 * channel  id of the opened channel
 */

export const PERSONAS = ['mentor', 'mentee', 'organizer', 'communications', 'sponsor', 'newcomer'] as const
export const APPS = ['tab', 'chat', 'channels', 'calendar'] as const
export const THEMES = ['light', 'dark', 'contrast'] as const
export const LANGUAGES = ['en', 'es', 'ar'] as const
export const HOSTS = ['teams', 'outlook', 'office'] as const
export const DEVICES = ['desktop', 'iphone', 'android'] as const
export const PANES = ['teams', 'outlook'] as const

export interface Address {
  persona: (typeof PERSONAS)[number]
  app: (typeof APPS)[number]
  page: string
  sub: string
  theme: (typeof THEMES)[number]
  lang: (typeof LANGUAGES)[number]
  host: (typeof HOSTS)[number]
  device: (typeof DEVICES)[number]
  pane: (typeof PANES)[number]
  step?: number
  channel: string
  day: '' | 'session'
}

export const START: Address = {
  persona: 'organizer',
  app: 'tab',
  page: '',
  sub: '',
  theme: 'light',
  lang: 'en',
  host: 'teams',
  device: 'desktop',
  pane: 'teams',
  channel: '',
  day: '',
}

/** Reads an address; whatever it does not know falls back to the start, so that an old link still opens. */
export function readAddress(hash: string): Address {
  const given = new URLSearchParams(hash.replace(/^#/, ''))
  const oneOf = <T extends string>(name: string, known: readonly T[], otherwise: T): T =>
    known.find((value) => value === given.get(name)) ?? otherwise
  const step = Number(given.get('step') ?? Number.NaN)
  return {
    persona: oneOf('persona', PERSONAS, START.persona),
    app: oneOf('app', APPS, START.app),
    page: given.get('page') ?? START.page,
    sub: given.get('sub') ?? '',
    theme: oneOf('theme', THEMES, START.theme),
    lang: oneOf('lang', LANGUAGES, START.lang),
    host: oneOf('host', HOSTS, START.host),
    device: oneOf('device', DEVICES, START.device),
    pane: oneOf('pane', PANES, START.pane),
    ...(Number.isInteger(step) && step >= 0 && step <= 6 ? { step } : {}),
    channel: given.get('channel') ?? '',
    day: given.get('day') === 'session' ? 'session' : '',
  }
}

export function writeAddress(address: Address): string {
  const set = Object.entries(address).filter(([, value]) => value !== '')
  return `#${new URLSearchParams(set.map(([name, value]) => [name, String(value)]))}`
}

/** `people/x` is the place `people` and what to show there; nothing is where somebody begins. */
export function readPlace(place: string): Pick<Address, 'page' | 'sub'> {
  const [page = '', ...sub] = place.split('/')
  return { page, sub: sub.join('/') }
}
