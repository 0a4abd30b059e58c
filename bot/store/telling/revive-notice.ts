/** JSON keeps instants as text; a Notice has them as dates. */
import type { Notice } from '../../domain/telling/notice.ts'

/** Every name under which a Notice has an instant: a new one does not compile before it stands here. */
const instants: Record<InstantIn<Notice>, true> = {
  start: true,
  end: true,
  startsAt: true,
  endsAt: true,
  startedAt: true,
  firstStart: true,
  firstEnd: true,
  nextAt: true,
  until: true,
}
type InstantIn<T> = T extends Date | string | number | boolean | undefined
  ? never
  : T extends readonly (infer One)[]
    ? InstantIn<One>
    : { [K in keyof T & string]-?: Date extends T[K] ? K : InstantIn<T[K]> }[keyof T & string]

/** A whole instant; what is a date alone, as the end of a break, stays text. */
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

export function reviveNotice(stored: Notice): Notice {
  const notice = revived(stored) as Notice
  return notice.kind === 'repair' || notice.kind === 'assisted-repair' ? ofToday(notice) : notice
}

function revived(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return name in instants && instant.test(value) ? new Date(value) : value
  if (Array.isArray(value)) return value.map((one) => revived(one, name))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, revived(one, key)]))
}

type OfRepair = Extract<Notice, { kind: 'repair' | 'assisted-repair' }>

/** Cards of earlier versions know the date that was agreed first, and times by their place alone. */
interface EarlierTimes {
  agreedStart?: string
  chosen?: number
}

function ofToday<N extends OfRepair>(notice: N): N {
  const { agreedStart, chosen } = notice as EarlierTimes
  const first = new Date(agreedStart ?? Number.NaN)
  const options = notice.options.map((one, k) => ({ ...one, option: one.option ?? k }))
  const time = notice.time ?? options[chosen ?? -1]
  return {
    ...notice,
    stands: notice.stands ?? { start: first, end: first },
    options,
    ...(time ? { time: { start: time.start, end: time.end } } : {}),
  }
}
