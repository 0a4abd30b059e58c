/** The agenda of a Session: its theme, the five points with minutes, what to bring and what to try. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { lazy, Suspense } from 'react'
import { agendaOf } from '../../../../bot/words/session-shape.ts'
import { useReader } from '../../ui/me.tsx'
import { useLanguage, useText } from '../../ui/text.tsx'
import { useWords } from '../../ui/words.ts'
import { useLayout } from './layout.ts'
import type { Mine } from './mine.ts'
import type { MyPairing } from './pairings.ts'
import { strings } from './strings.ts'

/** A link is 2 KB of Fluent, for one line below the agenda. */
const LessonsLink = lazy(() => import('./lessons-link.tsx'))

const useStyles = makeStyles({
  points: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  point: { display: 'grid', gridTemplateColumns: '64px minmax(0, 1fr)', gap: tokens.spacingHorizontalM },
  minutes: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  topic: { fontWeight: tokens.fontWeightSemibold },
})

export interface AgendaProps {
  theme: string
  minutes: number
  mySide: MyPairing['mySide']
  partner: string
  /** As the Program put it, by language. */
  own: Own | undefined
}

type Own = NonNullable<NonNullable<Mine['cohort']>['agendas']>[string]

export function Agenda({ theme, minutes, mySide, partner, own: all }: AgendaProps) {
  const styles = useStyles()
  const layout = useLayout()
  const t = useText(strings)
  const { arc, theme: usually } = useWords()
  const own = all?.[useLanguage()]
  const title = own?.title ?? usually(theme)
  const topic = own?.topic ?? arc(`${theme}.topic`)
  const bring = own?.bring ?? arc(`${theme}.bring`)
  const until = own?.until ?? arc(`${theme}.try`)
  const { places } = useReader()
  return (
    <div className={layout.close}>
      <h3 className={layout.heading} dir="auto">
        {title ?? t('agenda.title')}
      </h3>
      <ol className={styles.points} aria-label={t('agenda.title')}>
        {agendaOf(minutes).map((point) => (
          <li key={point.key} className={styles.point}>
            <span className={styles.minutes}>{t('agenda.minutes', { count: point.minutes })}</span>
            <span className={point.key === 'topic' ? styles.topic : undefined}>
              {point.key === 'topic' ? (topic ?? title ?? '') : (arc(`shape.${point.key}`) ?? '')}
            </span>
          </li>
        ))}
      </ol>
      {bring && (
        <p className={layout.quiet}>
          <strong>
            {mySide === 'mentor' ? t('agenda.bring') : t('agenda.partner-brings', { name: partner })}:
          </strong>{' '}
          {bring}
        </p>
      )}
      {until && (
        <p className={layout.quiet}>
          <strong>{t('agenda.try')}:</strong> {until}
        </p>
      )}
      {places.includes('training') && (
        <p className={layout.small}>
          <Suspense fallback={t('agenda.lessons')}>
            <LessonsLink>{t('agenda.lessons')}</LessonsLink>
          </Suspense>
        </p>
      )}
    </div>
  )
}
