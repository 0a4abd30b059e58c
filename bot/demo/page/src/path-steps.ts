/** The guided path: what each step is called, and where it takes you. */
import type { Address } from './address.ts'
import type { Step } from './tenant-api.ts'
import type { Word } from './words.ts'

export interface PathStep {
  id: Step
  name: Word
  text: Word
  click: Word
  /** Places to be, in order; more than one where two people have to act. */
  places: Partial<Address>[]
  /** Something the page can do for you here. */
  act?: { word: Word; clock: 'session' }
}

const tab = (persona: Address['persona'], page: string): Partial<Address> => ({
  persona,
  page,
  sub: '',
  app: 'tab',
  host: 'teams',
  pane: 'teams',
})

export const PATH: PathStep[] = [
  { id: 'read', name: 'step1', text: 'step1Text', click: 'step1Click', places: [tab('organizer', 'people')] },
  {
    id: 'pair',
    name: 'step2',
    text: 'step2Text',
    click: 'step2Click',
    places: [tab('organizer', 'matching')],
  },
  {
    id: 'approve',
    name: 'step3',
    text: 'step3Text',
    click: 'step3Click',
    places: [tab('organizer', 'matching')],
  },
  {
    id: 'calendar',
    name: 'step4',
    text: 'step4Text',
    click: 'step4Click',
    places: [
      { persona: 'mentor', app: 'chat', pane: 'outlook', host: 'teams', day: 'session' },
      { persona: 'mentee', app: 'chat', pane: 'outlook', host: 'teams', day: 'session' },
    ],
  },
  {
    id: 'check-in',
    name: 'step5',
    text: 'step5Text',
    click: 'step5Click',
    places: [
      { persona: 'mentor', app: 'chat', pane: 'teams', host: 'teams' },
      { persona: 'mentee', app: 'chat', pane: 'teams', host: 'teams' },
    ],
    act: { word: 'step5Act', clock: 'session' },
  },
  {
    id: 'publish',
    name: 'step6',
    text: 'step6Text',
    click: 'step6Click',
    places: [
      tab('communications', 'publish'),
      tab('sponsor', 'publish'),
      { persona: 'communications', app: 'channels', pane: 'teams', host: 'teams' },
    ],
  },
]

/** Where "Next" leads: to the step, and at once to where it happens, unless there is something to choose first. */
export function leadTo(number: number): Partial<Address> {
  const step = PATH[number - 1]
  const [place, another] = step?.places ?? []
  return { ...(place && !another && !step?.act ? place : {}), step: number }
}

/** Number of the first step that has not happened; undefined once all have. */
export function firstOpen(done: readonly Step[]): number | undefined {
  const at = PATH.findIndex(({ id }) => !done.includes(id))
  return at < 0 ? undefined : at + 1
}
