/** What the last seven days brought, in one line under the company's name. */
import type { ShownCompany } from './tenant-api.ts'
import { type Say, useSpeech, type Word } from './words.ts'

type Week = NonNullable<ShownCompany['life']>['week']

/** In the order in which a visitor wants to hear it; each for several, and for one. */
const told: [keyof Week, Word, Word][] = [
  ['held', 'weekHeld', 'weekHeldOne'],
  ['not-held', 'weekNotHeld', 'weekNotHeldOne'],
  ['moved', 'weekMoved', 'weekMovedOne'],
  ['declined', 'weekDeclined', 'weekDeclinedOne'],
  ['stopped', 'weekStopped', 'weekStoppedOne'],
  ['left', 'weekLeft', 'weekLeftOne'],
  ['manager', 'weekManager', 'weekManagerOne'],
]

/** Empty in a week in which nothing happened. */
export function weekInWords(week: Week, say: Say, locale: string): string {
  const parts = told.flatMap(([what, several, one]) => {
    const count = week[what] ?? 0
    if (count === 0) return []
    return count === 1 ? say(one) : say(several, { count: count.toLocaleString(locale) })
  })
  return parts.length > 0 ? `${say('weekTold')}: ${parts.join(' · ')}` : ''
}

export function WeekLine({ company }: { company: ShownCompany }) {
  const { say, locale } = useSpeech()
  const line = company.life ? weekInWords(company.life.week, say, locale) : ''
  return line ? (
    <p className="week" title={line}>
      {line}
    </p>
  ) : null
}
