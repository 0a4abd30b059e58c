/**
 * Who may enroll in a Cohort, as the directory knows them, and how many take part on each side. What the directory does not say
 * is no yes: whoever's unit, country or grade is unknown is told so, and by whom it can be put right.
 */
import { foldText } from '../fold-text.ts'
import type { Person } from '../organization/person.ts'
import type { Admission } from '../program/admission.ts'
import { countryOf } from '../program/holidays.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { AdmissionRefusal, Participant, Side } from './participant.ts'

type Known = Pick<Person, 'department' | 'country' | 'grade'>

const same = (unit: string) => foldText(unit).replace(/\s+/g, ' ').trim()

/** Why somebody may not enroll on this side; nothing where they may. */
export function refuseEntry(
  { units = [], countries = [], grades = {} }: Admission,
  person: Known,
  side: Side,
): Refusal<AdmissionRefusal> | undefined {
  const { from, to } = grades[side] ?? {}
  const unit = same(person.department ?? '') || undefined
  const country = countryOf(person)
  const { grade } = person
  const asked: [what: string, applies: boolean, isKnown: boolean, fits: boolean][] = [
    ['unit', units.length > 0, unit !== undefined, units.some((one) => same(one) === unit)],
    ['country', countries.length > 0, country !== undefined, countries.includes(country ?? '')],
    [
      'grade',
      from !== undefined || to !== undefined,
      grade !== undefined,
      grade !== undefined && grade >= (from ?? grade) && grade <= (to ?? grade),
    ],
  ]
  const standing = asked.filter(([, applies]) => applies)
  const outside = standing.find(([, , isKnown, fits]) => isKnown && !fits)
  if (outside) return refuse('not-admitted', { what: outside[0] })
  const unknown = standing.find(([, , isKnown]) => !isKnown)
  return unknown && refuse('admission-unknown', { what: unknown[0] })
}

/** On a break a place is still theirs. */
const hasPlace = ({ state }: Pick<Participant, 'state'>) => state === 'approved' || state === 'paused'

/** Places left on a side; nothing where there is no limit. */
export function placesLeft(
  { places }: Admission,
  participants: readonly Pick<Participant, 'side' | 'state'>[],
  side: Side,
): number | undefined {
  const limit = places?.[side]
  if (limit === undefined) return undefined
  return Math.max(0, limit - participants.filter((one) => one.side === side && hasPlace(one)).length)
}
