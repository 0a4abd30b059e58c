/** Pairs of which nothing came. Nobody reads why, or which of the two it was: the board does not know. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { Out } from '../../../../bot/contract/index.ts'
import { Panel } from '../../ui/panel.tsx'
import { useText } from '../../ui/text.tsx'
import { waysStrings } from './ways-strings.ts'

const useStyles = makeStyles({
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
})

export function DidNotBegin({ pairs }: { pairs: Out<'board'>['didNotBegin'] }) {
  const styles = useStyles()
  const t = useText(waysStrings)
  if (!pairs || pairs.length === 0) return null
  return (
    <Panel title={t('off', { count: pairs.length })}>
      <p className={styles.note}>{t('off.note')}</p>
      <ul className={styles.list}>
        {pairs.map(({ id, mentor, mentee }) => (
          <li key={id}>{t('off.pair', { mentor: mentor.name, mentee: mentee.name })}</li>
        ))}
      </ul>
    </Panel>
  )
}
