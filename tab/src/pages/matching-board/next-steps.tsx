/** Once every proposal is approved: what happens by itself, and what is left for the Organizer. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { hrefOf } from '../../navigation.ts'
import { Panel } from '../../ui/panel.tsx'
import { useText } from '../../ui/text.tsx'
import { approveStrings } from './approve-strings.ts'

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
})

export function NextSteps({ board, seeWho }: { board: Out<'board'>; seeWho(): void }) {
  const styles = useStyles()
  const t = useText(approveStrings)
  const { booking, pairings } = board
  if (!booking || pairings.some(({ state }) => state === 'proposed')) return null
  const { booked, waiting, failed } = booking
  const nobody = board.unplaced.length
  const line = (text: string, act?: ReactNode) => (
    <li className={styles.line}>
      <span>{text}</span>
      {act}
    </li>
  )
  return (
    <Panel title={t('next')}>
      <ul className={styles.list}>
        {failed > 0 &&
          line(
            t('nextFailed', { count: failed }),
            <Button as="a" appearance="primary" href={hrefOf('schedule')}>
              {t('openSchedule')}
            </Button>,
          )}
        {nobody > 0 &&
          line(t('nextNobody', { count: nobody }), <Button onClick={seeWho}>{t('seeWho')}</Button>)}
        {waiting > 0 && line(t('nextWaiting', { count: waiting }))}
        {booked > 0 && line(t('nextBooked', { count: booked }))}
      </ul>
    </Panel>
  )
}
