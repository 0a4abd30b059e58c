/** Whether lessons come before the pair, and who has yet to finish. */
import { makeStyles, Switch, tokens } from '@fluentui/react-components'
import { useChooseTraining, useCohortTraining } from '../../api/enrolment/training.ts'
import { Panel } from '../../ui/panel.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { trainingStrings } from './training-strings.ts'

const useStyles = makeStyles({
  text: { margin: 0, lineHeight: tokens.lineHeightBase400 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingInlineStart: '20px', display: 'grid', gap: tokens.spacingVerticalXS },
  summary: { cursor: 'pointer', paddingBlock: tokens.spacingVerticalXS },
})

const mostNamed = 50

export function TrainingPanel({ cohortId }: { cohortId: string }) {
  const styles = useStyles()
  const t = useText(trainingStrings)
  const words = useWords()
  const toasts = useToasts()
  const { data, error, refetch } = useCohortTraining(cohortId)
  const choose = useChooseTraining()
  if (!data) {
    return (
      <Panel title={t('title')}>
        {error ? <ErrorState error={error} retry={() => void refetch()} /> : <Loading />}
      </Panel>
    )
  }
  const { isFirst, approved, finished, open } = data
  const change = (wanted: boolean) =>
    choose.mutate(
      { id: cohortId, isFirst: wanted },
      {
        onSuccess: () => toasts.say(t('said')),
        onError: (fault) => toasts.say(words.whyNot(fault)),
      },
    )
  return (
    <Panel title={t('title')}>
      <Switch
        checked={choose.isPending ? choose.variables.isFirst : isFirst}
        label={t('first')}
        onChange={(_, { checked }) => change(checked)}
      />
      <p className={styles.quiet}>{t(isFirst ? 'first.on' : 'first.off')}</p>
      <p className={styles.text}>{approved === 0 ? t('nobody') : t('finished', { finished, approved })}</p>
      {open.length > 0 && (
        <details>
          <summary className={styles.summary}>{t('open', { count: approved - finished })}</summary>
          <ul className={styles.list}>
            {open.slice(0, mostNamed).map(({ person, side, ...progress }) => (
              <li key={`${side} ${person.id}`}>
                {person.name} · {t(side)} · {t('of', progress)}
              </li>
            ))}
            {approved - finished > mostNamed && (
              <li>{t('more', { count: approved - finished - mostNamed })}</li>
            )}
          </ul>
        </details>
      )}
      <p className={styles.quiet}>{t('note')}</p>
    </Panel>
  )
}
