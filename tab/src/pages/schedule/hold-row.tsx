/** One pair's Hold: who, when, its Sessions on the row of weeks; or why there is none and what would help. */
import { Button, Checkbox, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components'
import {
  ArrowClockwiseRegular,
  CalendarClockRegular,
  CheckmarkFilled,
  HourglassRegular,
  QuestionFilled,
} from '@fluentui/react-icons'
import { memo } from 'react'
import { useNow } from '../../ui/now.tsx'
import { PairFaces } from '../../ui/pair-faces.tsx'
import { useFormat, useLocale, useText } from '../../ui/text.tsx'
import { unseen } from '../../ui/unseen.ts'
import { useWords } from '../../ui/words.ts'
import { clocksOf, zoneCity } from './clocks.ts'
import { findStrings } from './find-strings.ts'
import { strings } from './strings.ts'
import { strings as timesStrings } from './times-strings.ts'
import { type HoldRow, nextOf, placeOf, type Weeks } from './weeks.ts'

/** How a row is laid out: side by side, one below the other, or with the reason and its button below each other as well. */
export type RowShape = 'wide' | 'medium' | 'narrow'
/** Pixels. */
export const rowHeights: Record<RowShape, number> = { wide: 84, medium: 128, narrow: 216 }

const useStyles = makeStyles({
  row: {
    boxSizing: 'border-box',
    height: '100%',
    display: 'grid',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    paddingInline: tokens.spacingHorizontalL,
    borderBlockEndWidth: '1px',
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke3,
    overflow: 'hidden',
  },
  wide: { gridTemplateColumns: 'minmax(0, 340px) minmax(0, 1fr)' },
  narrow: { gridTemplateColumns: 'minmax(0, 1fr)', alignContent: 'center' },
  who: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, minWidth: 0 },
  words: { display: 'grid', minWidth: 0 },
  look: { flexShrink: 0, marginInlineStart: 'auto' },
  names: {
    fontWeight: tokens.fontWeightSemibold,
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
  },
  when: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  track: { position: 'relative', height: '28px', margin: 0, padding: 0, listStyleType: 'none' },
  rail: {
    position: 'absolute',
    insetInline: 0,
    insetBlockStart: '13px',
    height: '2px',
    backgroundColor: tokens.colorNeutralStroke2,
  },
  mark: {
    position: 'absolute',
    boxSizing: 'border-box',
    insetBlockStart: '4px',
    width: '20px',
    height: '20px',
    marginInlineStart: '-10px',
    borderRadius: '50%',
    display: 'grid',
    placeItems: 'center',
    fontSize: '12px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `2px solid ${tokens.colorBrandStroke1}`,
  },
  held: { backgroundColor: tokens.colorBrandBackground, color: tokens.colorNeutralForegroundOnBrand },
  planned: {},
  'not-confirmed': {
    border: `2px solid ${tokens.colorPaletteMarigoldBorderActive}`,
    color: tokens.colorNeutralForeground1,
  },
  cancelled: { border: `2px dotted ${tokens.colorNeutralStrokeAccessible}` },
  hidden: unseen,
  today: {
    position: 'absolute',
    insetBlock: '-20px',
    width: '2px',
    backgroundColor: tokens.colorNeutralStroke1,
  },
  failed: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    minWidth: 0,
  },
  stacked: { flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalXS },
  why: {
    display: 'grid',
    minWidth: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  reason: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorStatusDangerForeground1 },
  waiting: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
  },
})

interface Props {
  hold: HoldRow
  weeks: Weeks | undefined
  shape: RowShape
  retry(hold: HoldRow): void
  /** Shows both weeks and other times. */
  look(hold: HoldRow): void
  busy: boolean
  /** Of those that failed, where several did; absent where there is nothing to choose between. */
  picked: boolean | undefined
  pick(id: string, on: boolean): void
}

export const HoldRowView = memo(function HoldRowView(props: Props) {
  const { hold, weeks, shape, retry, look, busy, picked, pick } = props
  const styles = useStyles()
  const t = useText(strings)
  const words = useWords()
  const times = useText(timesStrings)
  const find = useText(findStrings)
  const { shortDay } = useFormat()
  const locale = useLocale()
  const { mentor, mentee, state } = hold
  const next = nextOf(hold)
  const names = t('pair', { mentor: mentor.name, mentee: mentee.name })
  const clocks = next && hold.zones && clocksOf(next.startsAt, hold.zones, locale)
  const when =
    hold.time && state !== 'failed'
      ? t('rhythm', {
          time: clocks ?? (hold.timeZone ? `${hold.time} ${zoneCity(hold.timeZone)}` : hold.time),
          count: hold.everyWeeks ?? 1,
        })
      : words.t(`hold.${state}`)
  return (
    <div className={mergeClasses(styles.row, shape === 'wide' ? styles.wide : styles.narrow)}>
      <div className={styles.who}>
        {state === 'failed' && picked !== undefined && (
          <Checkbox
            checked={picked}
            aria-label={find('select', { pair: names })}
            onChange={(_, { checked }) => pick(hold.id, checked === true)}
          />
        )}
        <PairFaces mentor={mentor} mentee={mentee} size={36} />
        <span className={styles.words}>
          <span className={styles.names} title={names}>
            {names}
          </span>
          <span className={styles.when}>
            {[
              when,
              ...(next ? [find('next', { day: shortDay(next.startsAt) })] : []),
              ...hold.facts.map((fact) => times(`fact.${fact}`)),
            ].join(' · ')}
          </span>
        </span>
        {(state === 'booked' || state === 'failed') && (
          <Button
            className={styles.look}
            appearance="subtle"
            icon={<CalendarClockRegular />}
            aria-label={`${times('open')}: ${names}`}
            title={times('open')}
            onClick={() => look(hold)}
          />
        )}
      </div>
      {state === 'failed' ? (
        <Failed hold={hold} names={names} shape={shape} retry={retry} busy={busy} />
      ) : state === 'requested' ? (
        <span className={styles.waiting}>
          {hold.waitsForOutlook ? (
            <HourglassRegular aria-hidden />
          ) : (
            <Spinner size="extra-tiny" aria-hidden />
          )}
          {t(hold.waitsForOutlook ? 'waitingOutlook' : 'waiting')}
        </span>
      ) : (
        weeks &&
        (hold.withheld ? (
          <span className={styles.waiting}>{t('withheld')}</span>
        ) : (
          <Track hold={hold} weeks={weeks} />
        ))
      )}
    </div>
  )
})

function Failed({
  hold,
  names,
  shape,
  retry,
  busy,
}: Pick<Props, 'hold' | 'shape' | 'retry' | 'busy'> & { names: string }) {
  const styles = useStyles()
  const t = useText(strings)
  const words = useWords()
  const code = hold.failure?.code
  return (
    <div className={mergeClasses(styles.failed, shape === 'narrow' && styles.stacked)}>
      <span className={styles.why}>
        <span className={styles.reason}>{words.holdFailure(code, hold.failure)}</span>
        <span>{t.maybe(`remedy.${code}`) ?? t('remedyOther')}</span>
      </span>
      <Button
        icon={<ArrowClockwiseRegular />}
        aria-label={`${t('retry')}: ${names}`}
        disabled={busy}
        onClick={() => retry(hold)}
      >
        {t('retry')}
      </Button>
    </div>
  )
}

function Track({ hold, weeks }: { hold: HoldRow; weeks: Weeks }) {
  const styles = useStyles()
  const t = useText(strings)
  const words = useWords()
  const { beside, day, timeRange } = useFormat()
  const locale = useLocale()
  const today = placeOf(weeks, useNow())
  return (
    <div className={styles.track}>
      <span className={styles.rail} aria-hidden="true" />
      {today >= 0 && today <= 1 && (
        <span className={styles.today} style={{ insetInlineStart: `${today * 100}%` }} aria-hidden="true" />
      )}
      <ol className={styles.track}>
        {hold.sessions.map(({ id, number, startsAt, endsAt, state, movedFrom, movedBy }) => {
          const place = placeOf(weeks, startsAt)
          const clocks = hold.zones && clocksOf(startsAt, hold.zones, locale)
          const session = t('session', {
            number,
            day: day(startsAt),
            time: clocks ? `${timeRange(startsAt, endsAt)} (${clocks})` : timeRange(startsAt, endsAt),
            state: words.t(`session.${state}`),
          })
          const moved = movedFrom && t(`moved.${movedBy ?? 'other'}`, { day: day(movedFrom) })
          const said = moved ? beside(session, moved) : session
          return (
            <li
              key={id}
              className={mergeClasses(styles.mark, styles[state])}
              style={{ insetInlineStart: `${Math.min(1, Math.max(0, place)) * 100}%` }}
              title={said}
            >
              {state === 'held' && <CheckmarkFilled aria-hidden />}
              {state === 'not-confirmed' && <QuestionFilled aria-hidden />}
              <span className={styles.hidden}>{said}</span>
            </li>
          )
        })}
      </ol>
    </div>
  )
}
