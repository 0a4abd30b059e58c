/** "Who can see what", read off the table: for each thing that is known of somebody, whoever an act shows it to. */
import { access, acts, type ConditionName, conditionNames, type Datum, data } from './access.ts'
import type { Role } from './role.ts'

export interface Reader {
  who: ConditionName
  /** What else must be so. */
  only: ConditionName[]
}

/** Says nothing to whoever reads it: that the thing is there at all, or that one looks for oneself. */
const unspoken: readonly ConditionName[] = ['of-a-known-pairing', 'oneself']

/** Oneself first, then those nearest, then whoever has a part to play. */
const nearest: readonly ConditionName[] = [
  'oneself',
  'one-of-the-two',
  'whoever-was-asked',
  'the-contact-they-asked',
  'assistant-of-the-mentee',
  'takes-part',
]
const told = [...nearest, ...conditionNames.filter((name) => !nearest.includes(name))]

export function whoSees(): { datum: Datum; readers: Reader[] }[] {
  return data.map((datum) => ({ datum, readers: readersOf(datum) }))
}

function readersOf(datum: Datum): Reader[] {
  const readers = acts.flatMap((act): Reader[] => {
    const { who, shows }: { who: readonly (readonly ConditionName[])[]; shows?: readonly Datum[] } =
      access[act]
    return shows?.includes(datum) ? who.map(readerOf) : []
  })
  const everybody = readers.find(({ who, only }) => who === 'one-of-the-organization' && only.length === 0)
  if (everybody) return [everybody]
  return told.flatMap((name) => widest(readers.filter(({ who }) => who === name)))
}

function readerOf([who, ...only]: readonly ConditionName[]): Reader {
  return { who: who!, only: only.filter((name) => !unspoken.includes(name)) }
}

/** One way without a condition makes the others needless; else each of them, once. */
function widest(readers: Reader[]): Reader[] {
  const free = readers.find(({ only }) => only.length === 0)
  if (free) return [free]
  return readers.filter((one, at) => readers.findIndex(({ only }) => `${only}` === `${one.only}`) === at)
}

/** What somebody in a role is shown of others, by that alone. */
export function shownTo(role: Role): Datum[] {
  return data.filter((datum) =>
    acts.some((act) => {
      const { who, shows }: { who: readonly (readonly ConditionName[])[]; shows?: readonly Datum[] } =
        access[act]
      return shows?.includes(datum) === true && who.some((grant) => grant.includes(role))
    }),
  )
}
