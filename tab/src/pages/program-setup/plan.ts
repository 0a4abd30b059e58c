/** The plan as the form holds it, and what is wrong with it by field. Pure; the server checks everything again. */
import type { Face, In, Out } from '../../../../bot/contract/index.ts'
import { previewOf } from './doubts.ts'
import { type Template, templates } from './templates.ts'

/** Numbers are kept as typed, so that an unfinished one is not lost. */
export interface PlanDraft {
  programName: string
  cohortName: string
  statement: string
  measure: string
  unit: string
  baseline: string
  target: string
  objectives: string
  groundRules: string
  sponsor: Face | undefined
  sponsorMessage: string
  startsOn: string
  /** Empty: as usual before the start. */
  enrolsOn: string
  pairsOn: string
  sessions: string
  cadenceWeeks: string
  sessionMinutes: string
  /** One a line; empty: everybody. */
  units: string
  countries: string
  mentorFrom: string
  mentorTo: string
  menteeFrom: string
  menteeTo: string
  mentorPlaces: string
  menteePlaces: string
}

export type Field = keyof PlanDraft
export type Wrong =
  | 'required'
  | 'short'
  | 'long'
  | 'number'
  | 'sponsor'
  | 'many'
  | 'order'
  | { from: number; to: number }
export type Faults = Partial<Record<Field, Wrong>>

/** As the fields hold it. */
export const typedOf = (name: Template) => {
  const { sessions, cadenceWeeks, sessionMinutes } = templates[name]
  return {
    sessions: String(sessions),
    cadenceWeeks: String(cadenceWeeks),
    sessionMinutes: String(sessionMinutes),
  }
}

export function emptyPlan(startsOn: string, groundRules: string): PlanDraft {
  return {
    programName: '',
    cohortName: '',
    statement: '',
    measure: '',
    unit: '%',
    baseline: '',
    target: '',
    objectives: '',
    groundRules,
    sponsor: undefined,
    sponsorMessage: '',
    startsOn,
    ...{ enrolsOn: '', pairsOn: '' },
    ...typedOf('six'),
    ...admissionOf(undefined),
  }
}

/** As the fields hold it: what is not limited is empty. */
function admissionOf(admission: Out<'cohort'>['admission']) {
  const { units = [], countries = [], grades = {}, places = {} } = admission ?? {}
  const number = (value: number | undefined) => (value === undefined ? '' : String(value))
  return {
    ...{ units: units.join('\n'), countries: countries.join('\n') },
    ...{ mentorFrom: number(grades.mentor?.from), mentorTo: number(grades.mentor?.to) },
    ...{ menteeFrom: number(grades.mentee?.from), menteeTo: number(grades.mentee?.to) },
    ...{ mentorPlaces: number(places.mentor), menteePlaces: number(places.mentee) },
  }
}

/** Everything that is empty limits nobody, and goes out as nothing. */
function admissionIn(plan: PlanDraft): Pick<In<'createCohort'>, 'admission'> {
  const number = (text: string) => (text.trim() === '' ? undefined : Number(text))
  const [units, countries] = [lines(plan.units), lines(plan.countries)]
  const limits = [plan.mentorFrom, plan.mentorTo, plan.menteeFrom, plan.menteeTo]
  const places = [plan.mentorPlaces, plan.menteePlaces]
  if (units.length + countries.length === 0 && [...limits, ...places].every((text) => text.trim() === ''))
    return {}
  return {
    admission: {
      ...{ units, countries },
      grades: {
        mentor: { from: number(plan.mentorFrom), to: number(plan.mentorTo) },
        mentee: { from: number(plan.menteeFrom), to: number(plan.menteeTo) },
      },
      places: { mentor: number(plan.mentorPlaces), mentee: number(plan.menteePlaces) },
    },
  }
}

export function planOf(cohort: Out<'cohort'>): PlanDraft {
  const { challenge, objectives, groundRules } = cohort
  // Whoever is asked already stays asked when something else of the plan changes.
  const waiting = cohort.asked.find(({ seat, state }) => seat === 'sponsor' && state === 'open')
  const sponsor = waiting?.person ?? cohort.sponsor
  return {
    programName: cohort.programName,
    cohortName: cohort.cohortName,
    statement: challenge.statement,
    measure: challenge.measure,
    unit: challenge.unit,
    baseline: String(challenge.baseline),
    target: String(challenge.target),
    objectives: objectives.map(({ text }) => text).join('\n'),
    groundRules: groundRules.items.join('\n'),
    sponsor: sponsor ?? undefined,
    sponsorMessage: cohort.sponsorMessage,
    startsOn: cohort.startsOn,
    ...{ enrolsOn: cohort.enrolsOn ?? '', pairsOn: cohort.pairsOn ?? '' },
    sessions: String(cohort.sessions),
    cadenceWeeks: String(cohort.cadenceWeeks),
    sessionMinutes: String(cohort.sessionMinutes),
    ...admissionOf(cohort.admission),
  }
}

/** What a new Program says for itself is left out: its name, who stands behind it, and where it begins and is to end. */
export function copyOf(cohort: Out<'cohort'>, startsOn: string): PlanDraft {
  const own = { programName: '', cohortName: '', baseline: '', target: '', sponsorMessage: '' }
  return { ...planOf(cohort), ...own, ...{ sponsor: undefined, startsOn, enrolsOn: '', pairsOn: '' } }
}

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

export function faultsOf(plan: PlanDraft): Faults {
  const found: [Field, Wrong | undefined][] = [
    ['programName', textFault(plan.programName, 3, 80)],
    ['cohortName', textFault(plan.cohortName, 1, 80)],
    ['statement', textFault(plan.statement, 10, 1000)],
    ['measure', textFault(plan.measure, 3, 200)],
    ['unit', plan.unit.trim().length > 40 ? 'long' : undefined],
    ['baseline', numberFault(plan.baseline)],
    ['target', numberFault(plan.target)],
    ['objectives', linesFault(plan.objectives, 0, 10)],
    ['groundRules', linesFault(plan.groundRules, 1, 20)],
    ['sponsor', plan.sponsor ? undefined : 'sponsor'],
    ['sponsorMessage', plan.sponsorMessage.trim().length > 1000 ? 'long' : undefined],
    ['startsOn', plan.startsOn === '' ? 'required' : undefined],
    ['enrolsOn', orderFault(plan) === 'enrolsOn' ? 'order' : undefined],
    ['pairsOn', orderFault(plan) === 'pairsOn' ? 'order' : undefined],
    ['sessions', rangeFault(plan.sessions, 2, 24)],
    ['cadenceWeeks', rangeFault(plan.cadenceWeeks, 1, 8)],
    ['sessionMinutes', rangeFault(plan.sessionMinutes, 15, 120)],
    ['mentorFrom', whereSaid(plan.mentorFrom, 1, 12)],
    ['mentorTo', whereSaid(plan.mentorTo, Number(plan.mentorFrom) || 1, 12)],
    ['menteeFrom', whereSaid(plan.menteeFrom, 1, 12)],
    ['menteeTo', whereSaid(plan.menteeTo, Number(plan.menteeFrom) || 1, 12)],
    ['mentorPlaces', whereSaid(plan.mentorPlaces, 1, 50_000)],
    ['menteePlaces', whereSaid(plan.menteePlaces, 1, 50_000)],
  ]
  return Object.fromEntries(found.filter(([, wrong]) => wrong !== undefined))
}

/** Which of the two days comes too late for what follows it; asked once the plan can be read. */
function orderFault(plan: PlanDraft): 'enrolsOn' | 'pairsOn' | undefined {
  const preview = previewOf(plan)
  if (!preview) return undefined
  if (preview.match > plan.startsOn) return 'pairsOn'
  if (preview.enrol <= preview.match) return undefined
  return plan.enrolsOn === '' ? 'pairsOn' : 'enrolsOn'
}

function textFault(text: string, least: number, most: number): Wrong | undefined {
  const { length } = text.trim()
  if (length === 0) return 'required'
  if (length < least) return 'short'
  return length > most ? 'long' : undefined
}

function linesFault(text: string, least: number, most: number): Wrong | undefined {
  const all = lines(text)
  if (all.length < least) return 'required'
  if (all.length > most) return 'many'
  if (all.some((line) => line.length < 3)) return 'short'
  return all.some((line) => line.length > 300) ? 'long' : undefined
}

function numberFault(text: string): Wrong | undefined {
  if (text.trim() === '') return 'required'
  return Number.isFinite(Number(text.replace(',', '.'))) ? undefined : 'number'
}

function rangeFault(text: string, from: number, to: number): Wrong | undefined {
  const value = Number(text)
  return Number.isInteger(value) && value >= from && value <= to ? undefined : { from, to }
}

const whereSaid = (text: string, from: number, to: number) =>
  text.trim() === '' ? undefined : rangeFault(text, from, to)

/** What the API takes. Objectives keep the topics they had while their text stays the same. */
export function inputOf(plan: PlanDraft, before: Out<'cohort'>['objectives'] = []): In<'createCohort'> {
  const number = (text: string) => Number(text.replace(',', '.'))
  return {
    programName: plan.programName,
    cohortName: plan.cohortName,
    challenge: {
      statement: plan.statement,
      measure: plan.measure,
      unit: plan.unit,
      baseline: number(plan.baseline),
      target: number(plan.target),
    },
    objectives: lines(plan.objectives).map((text) => ({
      text,
      topics: before.find((one) => one.text === text)?.topics ?? [],
    })),
    groundRules: lines(plan.groundRules),
    sponsorId: plan.sponsor?.id ?? '',
    sponsorMessage: plan.sponsorMessage,
    startsOn: plan.startsOn,
    ...(plan.enrolsOn ? { enrolsOn: plan.enrolsOn } : {}),
    ...(plan.pairsOn ? { pairsOn: plan.pairsOn } : {}),
    sessions: Number(plan.sessions),
    cadenceWeeks: Number(plan.cadenceWeeks),
    sessionMinutes: Number(plan.sessionMinutes),
    ...admissionIn(plan),
  }
}

/** The form's field for one that the server named, e.g. `challenge.baseline` or `groundRules.0`. */
export function fieldOf(named: string | undefined): Field | undefined {
  const [first, second] = (named ?? '').split('.')
  const field = first === 'challenge' ? second : first === 'sponsorId' ? 'sponsor' : first
  const known: Field[] = [
    'programName',
    'cohortName',
    'statement',
    'measure',
    'unit',
    'baseline',
    'target',
    'objectives',
    'groundRules',
    'sponsor',
    'sponsorMessage',
    'startsOn',
    'enrolsOn',
    'pairsOn',
    'sessions',
    'cadenceWeeks',
    'sessionMinutes',
    'units',
    'countries',
    'mentorFrom',
    'mentorTo',
    'menteeFrom',
    'menteeTo',
    'mentorPlaces',
    'menteePlaces',
  ]
  return known.find((one) => one === field)
}

/** The sentence that names each field. */
export const labelOf = {
  programName: 'programName',
  cohortName: 'cohortName',
  statement: 'challenge.statement',
  measure: 'challenge.measure',
  unit: 'challenge.unit',
  baseline: 'challenge.baseline.label',
  target: 'challenge.target.label',
  objectives: 'objectives',
  groundRules: 'groundRules',
  sponsor: 'sponsorId',
  sponsorMessage: 'sponsorMessage',
  startsOn: 'startsOn',
  enrolsOn: 'enrolsOn',
  pairsOn: 'pairsOn',
  sessions: 'sessions',
  cadenceWeeks: 'cadenceWeeks',
  sessionMinutes: 'sessionMinutes',
  units: 'units',
  countries: 'countries',
  mentorFrom: 'mentorFrom',
  mentorTo: 'mentorTo',
  menteeFrom: 'menteeFrom',
  menteeTo: 'menteeTo',
  mentorPlaces: 'mentorPlaces',
  menteePlaces: 'menteePlaces',
} as const satisfies Record<Field, string>

/** Every field with what stands in it here and there; people by name. */
export function differencesOf(
  mine: PlanDraft,
  theirs: PlanDraft,
  label: (field: Field) => string,
): { label: string; mine: string; theirs: string }[] {
  const said = (plan: PlanDraft, field: Field) => {
    const value = plan[field]
    return typeof value === 'string' ? value.trim() : (value?.name ?? '')
  }
  return (Object.keys(labelOf) as Field[]).map((field) => ({
    label: label(field),
    mine: said(mine, field),
    theirs: said(theirs, field),
  }))
}
