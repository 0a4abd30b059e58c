/** Everything somebody gave, part by part; each can be changed by itself. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { useNow } from '../../ui/now.tsx'
import { useFormat, useLocale, useText } from '../../ui/text.tsx'
import { useWords } from '../../ui/words.ts'
import { zoneNamed } from '../../ui/zones.ts'
import type { Draft } from './draft.ts'
import { type PartName, partNames } from './enrol-rules.ts'
import { enrolStrings } from './enrol-strings.ts'
import { useLayout } from './layout.ts'

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  part: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalM,
    borderBlockStartWidth: '1px',
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStroke3,
    ':first-child': { borderBlockStartStyle: 'none', paddingBlockStart: 0 },
    ':last-child': { paddingBlockEnd: 0 },
  },
  words: { flex: '1 1 180px', minWidth: 0, display: 'grid', gap: tokens.spacingVerticalXXS },
  name: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  said: { margin: 0, lineHeight: tokens.lineHeightBase400, overflowWrap: 'anywhere' },
})

interface SummaryProps {
  draft: Draft
  change: (part: PartName) => void
  /** Chosen by now, and not to be changed any more. */
  isSideFixed?: boolean
  /** Where the reader comes back from: its button takes the focus. */
  changed?: PartName | undefined
}

export function Summary({ draft, change, isSideFixed = false, changed }: SummaryProps) {
  const styles = useStyles()
  const layout = useLayout()
  const t = useText(enrolStrings)
  const says = useSaid()
  const list = useRef<HTMLUListElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the reader comes back
  useEffect(() => list.current?.querySelector<HTMLElement>(`[data-part="${changed}"]`)?.focus(), [])
  return (
    <ul ref={list} className={styles.list} aria-label={t('summary.list')}>
      {partNames.map((part) => {
        const name = part === 'topics' ? t(`part.topics.${draft.side}`) : t(`part.${part}`)
        const isFixed = part === 'side' && isSideFixed
        return (
          <li key={part} className={styles.part}>
            <div className={styles.words}>
              <h2 className={styles.name}>{name}</h2>
              <p className={styles.said}>{says(part, draft)}</p>
              {isFixed && <p className={layout.small}>{t('side.fixed')}</p>}
            </div>
            {!isFixed && (
              <Button
                data-part={part}
                size="small"
                aria-label={`${t('change')}: ${name}`}
                onClick={() => change(part)}
              >
                {t('change')}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** A part in words. */
function useSaid(): (part: PartName, draft: Draft) => string {
  const t = useText(enrolStrings)
  const words = useWords()
  const format = useFormat()
  const locale = useLocale()
  const now = useNow()
  return (part, draft) => {
    switch (part) {
      case 'side':
        return t(`side.${draft.side}`)
      case 'topics': {
        const word = draft.side === 'mentor' ? 'level' : 'wish'
        const topics = draft.topics.map(
          ({ topic, level }) => `${words.topic(topic)} (${words.t(`${word}.${level}`)})`,
        )
        return topics.length > 0 ? format.list(topics) : t('nothing')
      }
      case 'languages':
        return draft.languages.length > 0
          ? format.list(draft.languages.map(format.languageName))
          : t('nothing')
      case 'hours': {
        const { days, start, end } = draft.workingHours
        return t('hours.said', {
          days: format.list(days.map((day) => format.weekday(day, 'short'))),
          start: wallClock(start, locale),
          end: wallClock(end, locale),
        })
      }
      case 'zone': {
        const { city, offset } = zoneNamed(draft.timeZone, locale, now)
        return t('zone.today', { city, offset })
      }
      case 'capacity':
        return format.number(draft.capacity)
      case 'goal':
        return draft.goal.trim() === ''
          ? t('goal.said.none', { start: draft.goalStart })
          : t('goal.said', { goal: draft.goal.trim(), start: draft.goalStart })
      case 'interests':
        return draft.interests.length > 0 ? format.list(draft.interests.map(words.interest)) : t('nothing')
    }
  }
}

/** "9:00" of a clock on a wall, as working hours are kept: the same in every zone. */
function wallClock(wall: string, locale: string): string {
  const clock = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', hour: 'numeric', minute: '2-digit' })
  return clock.format(new Date(`2024-01-01T${wall.slice(0, 5)}:00Z`))
}
