/** Every pin and every pair ruled out, on the board or not: what was decided weeks ago can be found and taken back. */
import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components'
import type { Out } from '../../../../bot/contract/index.ts'
import { Panel } from '../../ui/panel.tsx'
import { useText } from '../../ui/text.tsx'
import { strings } from './strings.ts'
import { usePage } from './unplaced.tsx'
import type { BoardActs } from './use-board-acts.ts'
import { waysStrings } from './ways-strings.ts'

const useStyles = makeStyles({
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { display: 'grid', margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    paddingBlock: tokens.spacingVerticalS,
    borderBlockEndWidth: '1px',
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke3,
  },
  pair: { flex: '1 1 200px', minWidth: 0, overflowWrap: 'anywhere' },
})

export function WishesPanel({ wishes, acts }: { wishes: Out<'board'>['wishes']; acts: BoardActs }) {
  const styles = useStyles()
  const t = useText(strings)
  const ways = useText(waysStrings)
  const { shown, more } = usePage(wishes)
  return (
    <Panel title={t('wishes', { count: wishes.length })}>
      <p className={styles.note}>{t(wishes.length === 0 ? 'wishesNone' : 'wishesNote')}</p>
      {wishes.length > 0 && (
        <ul className={styles.list}>
          {shown.map(({ mentor, mentee, kind, by }) => {
            const pair = t('pairOf', { mentor: mentor.name, mentee: mentee.name })
            return (
              <li key={`${mentor.id} ${mentee.id}`} className={styles.row}>
                <span className={styles.pair}>{pair}</span>
                {by === 'both' && (
                  <Badge appearance="tint" color="brand">
                    {ways('both.short')}
                  </Badge>
                )}
                <Badge appearance="tint" color={kind === 'pin' ? 'success' : 'warning'}>
                  {t(kind === 'pin' ? 'statePinned' : 'ruledOutNow')}
                </Badge>
                <Button
                  size="small"
                  disabled={acts.busy}
                  aria-label={t('takeBackOf', { pair })}
                  onClick={() => acts.wish({ mentor, mentee }, 'clear', kind)}
                >
                  {t('takeBack')}
                </Button>
              </li>
            )
          })}
        </ul>
      )}
      {more}
    </Panel>
  )
}
