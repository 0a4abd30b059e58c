/** What else waits for the Organizer, one line each, with the page where it is done. */
import { Link, makeStyles, tokens } from '@fluentui/react-components'
import type { Out } from '../../../../bot/contract/index.ts'
import { hrefOf } from '../../navigation.ts'
import { Panel } from '../../ui/panel.tsx'
import { useText } from '../../ui/text.tsx'
import { careStrings } from './care-strings.ts'

type Waiting = Out<'checkIns'>['elsewhere']

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
})

const pages = { applied: 'people', notBooked: 'schedule', freeAgain: 'matching' } as const
const lines = ['applied', 'notBooked', 'freeAgain'] as const

/** How many kinds of things wait. */
export const countElsewhere = (waiting: Waiting): number => lines.filter((line) => waiting[line] > 0).length

export function Elsewhere({ waiting }: { waiting: Waiting }) {
  const styles = useStyles()
  const t = useText(careStrings)
  if (countElsewhere(waiting) === 0) return null
  return (
    <Panel title={t('elsewhere.title')}>
      <ul className={styles.list}>
        {lines
          .filter((line) => waiting[line] > 0)
          .map((line) => (
            <li key={line}>
              <Link href={hrefOf(pages[line])}>{t(`elsewhere.${line}`, { count: waiting[line] })}</Link>
            </li>
          ))}
      </ul>
    </Panel>
  )
}
