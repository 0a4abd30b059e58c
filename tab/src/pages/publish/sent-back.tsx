import { makeStyles, tokens } from '@fluentui/react-components'
import type { Out } from '../../../../bot/contract/index.ts'
import { Panel } from '../../ui/panel.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { strings } from './strings.ts'

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  note: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  who: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

/** What the reader sent back, in their own words, until it comes again. */
export function SentBack({ sentBack }: { sentBack: Out<'summaries'>['sentBack'] }) {
  const styles = useStyles()
  const t = useText(strings)
  const { shortDay, time } = useFormat()
  if (sentBack.length === 0) return null
  return (
    <Panel title={t('withAuthor')}>
      <ul className={styles.list}>
        {sentBack.map(({ author, at, note }) => (
          <li key={`${author.id} ${at}`}>
            <p className={styles.who}>
              {t('sentBackTo', {
                author: author.name,
                when: t('dayTime', { day: shortDay(at), time: time(at) }),
              })}
            </p>
            <p className={styles.note}>{note}</p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
