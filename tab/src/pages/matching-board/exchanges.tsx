/** What was exchanged by hand since the run, each with what it cost and the way back: for as long as the pairs are proposals. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { Out } from '../../../../bot/contract/index.ts'
import { Panel } from '../../ui/panel.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { strings } from './strings.ts'
import { useSwapWords } from './swap-cost.ts'
import { swapStrings } from './swap-strings.ts'
import type { BoardActs } from './use-board-acts.ts'

type Board = Out<'board'>
type Change = NonNullable<NonNullable<NonNullable<Board['proof']>['changes']>['list']>[number]

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  words: { display: 'grid', flex: '1 1 220px', minWidth: 0, overflowWrap: 'anywhere' },
  note: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

const most = 20

export function Exchanges({ board, acts }: { board: Board; acts: BoardActs }) {
  const styles = useStyles()
  const t = useText(swapStrings)
  const changes = board.proof?.changes
  if (!changes?.list || changes.list.length === 0) return null
  const shown = changes.list.slice(0, most)
  const proposed = new Set(board.pairings.flatMap((one) => (one.state === 'proposed' ? [one.mentor.id] : [])))
  const left = changes.count - shown.length
  return (
    <Panel title={t('history', { count: changes.count })}>
      <ul className={styles.list}>
        {shown.map((change) => (
          <Line
            key={change.number}
            {...{ change, acts }}
            fixed={!change.before.every(({ mentor }) => proposed.has(mentor.id))}
          />
        ))}
      </ul>
      {left > 0 && <p className={styles.note}>{t('notListed', { count: left })}</p>}
    </Panel>
  )
}

function Line({ change, acts, fixed }: { change: Change; acts: BoardActs; fixed: boolean }) {
  const styles = useStyles()
  const t = useText(swapStrings)
  const board = useText(strings)
  const costs = useSwapWords()
  const { list, beside, day, time } = useFormat()
  const [first, second] = change.before
  if (!first || !second) return null
  const names = { first: first.mentor.name, second: second.mentor.name }
  const pairs = change.before.map(({ mentor, mentee }) =>
    board('pairOf', { mentor: mentor.name, mentee: mentee.name }),
  )
  return (
    <li className={styles.line}>
      <span className={styles.words}>
        <span>
          {board('swapped', names)} <strong>{costs(change.cost)}</strong>
        </span>
        <span className={styles.note}>
          {t('before', { pairs: list(pairs) })} ·{' '}
          {t('who', { name: change.by.name, when: beside(day(change.at), time(change.at)) })}
        </span>
        {!change.mayUndo && <span className={styles.note}>{t(fixed ? 'fixed' : 'later')}</span>}
      </span>
      {change.mayUndo && (
        <Button
          disabled={acts.busy}
          aria-label={t('undoOf', names)}
          onClick={() => acts.undoSwap(change.number)}
        >
          {t('undo')}
        </Button>
      )}
    </li>
  )
}
