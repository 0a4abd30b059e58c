/** Why a run of the engine stopped, in the reader's language; the service's own words below, for whoever looks after it. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { useText } from '../../ui/text.tsx'
import { runFailureStrings } from './run-failure-strings.ts'

const useStyles = makeStyles({
  text: { display: 'block' },
  detail: { display: 'block', fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
})

export interface RunFailureFacts {
  failure?: string | undefined
  failureCode?: string | undefined
  failureSource?: string | undefined
}

export function RunFailure({ failure, failureCode, failureSource }: RunFailureFacts) {
  const styles = useStyles()
  const t = useText(runFailureStrings)
  const source = t.maybe(`source.${failureSource}`) ?? t('source.other')
  return (
    <>
      <span className={styles.text}>
        {t.maybe(`failed.${failureCode}`, { source }) ?? t('failed.other')} {t('unchanged')}
      </span>
      {failure && (
        <span className={styles.detail}>
          {t('detail')}{' '}
          <bdi lang="en" dir="ltr">
            {failure}
          </bdi>
        </span>
      )}
    </>
  )
}
