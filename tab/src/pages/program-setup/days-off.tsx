/** The holidays that the plan keeps clear of, by country, and what is booked on one of them. */
import {
  Button,
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { useDaysOff, useMoveOffDaysOff } from '../../api/scheduling/schedule.ts'
import { hrefOf } from '../../navigation.ts'
import { Panel } from '../../ui/panel.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { daysOffStrings } from './days-off-strings.ts'

const useStyles = makeStyles({
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  text: { margin: 0, lineHeight: tokens.lineHeightBase400 },
  list: { margin: 0, paddingInlineStart: '20px', display: 'grid', gap: tokens.spacingVerticalXS },
  summary: { cursor: 'pointer', paddingBlock: tokens.spacingVerticalXS },
})

export function DaysOffPanel({ cohortId }: { cohortId: string }) {
  const styles = useStyles()
  const t = useText(daysOffStrings)
  const format = useFormat()
  const { data, error, refetch } = useDaysOff(cohortId)
  if (!data) {
    return (
      <Panel title={t('title')}>
        {error ? <ErrorState error={error} retry={() => void refetch()} /> : <Loading />}
      </Panel>
    )
  }
  const { countries, unknown, own, falling } = data
  return (
    <Panel title={t('title')}>
      {falling.sessions > 0 && <Falling cohortId={cohortId} falling={falling} />}
      <p className={styles.quiet}>{t('note')}</p>
      {countries.map(({ country: code, people, days }) => {
        const country = format.countryName(code)
        return days.length === 0 ? (
          <p key={code} className={styles.text}>
            {t('none', { country })}
          </p>
        ) : (
          <details key={code}>
            <summary className={styles.summary}>{t('people', { country, count: people })}</summary>
            <ul className={styles.list}>
              {days.map((day) => (
                <li key={day}>{format.date(day)}</li>
              ))}
            </ul>
          </details>
        )
      })}
      {unknown > 0 && <p className={styles.text}>{t('unknown', { count: unknown })}</p>}
      <p className={styles.text}>
        {own.length > 0 ? t('own', { days: format.list(own.map(format.date)) }) : t('own.none')}{' '}
        <Link href={hrefOf('schedule')}>{t('enter')}</Link>
      </p>
    </Panel>
  )
}

function Falling({ cohortId, falling }: { cohortId: string; falling: { sessions: number; pairs: number } }) {
  const t = useText(daysOffStrings)
  const words = useWords()
  const toasts = useToasts()
  const move = useMoveOffDaysOff()
  const act = () =>
    move.mutate(
      { id: cohortId },
      {
        onSuccess: ({ moved }) => toasts.say(t(moved > 0 ? 'moving' : 'nothing')),
        onError: (fault) => toasts.say(words.whyNot(fault)),
      },
    )
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{t('falling', { count: falling.sessions })}</MessageBarBody>
      <MessageBarActions>
        <Button disabled={move.isPending} onClick={act}>
          {t('move', { count: falling.pairs })}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
