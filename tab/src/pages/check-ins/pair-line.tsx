/** One pair that needs nobody, in one line. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { PairFaces } from '../../ui/pair-faces.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useWords } from '../../ui/words.ts'
import type { PairHealth } from './pair-health.ts'
import { strings } from './strings.ts'

const useStyles = makeStyles({
  row: {
    boxSizing: 'border-box',
    height: '100%',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    borderBlockEndWidth: '1px',
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke3,
    overflow: 'hidden',
  },
  words: { display: 'grid', minWidth: 0, flexGrow: 1 },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
})

export function PairLine({ pair, look }: { pair: PairHealth; look: (pairingId: string) => void }) {
  const styles = useStyles()
  const t = useText(strings)
  const words = useWords()
  const { day } = useFormat()
  return (
    <div className={styles.row}>
      <PairFaces mentor={pair.mentor} mentee={pair.mentee} size={32} />
      <span className={styles.words}>
        <span className={styles.name}>
          {t('pair', { mentor: pair.mentor.name, mentee: pair.mentee.name })}
        </span>
        <span className={styles.quiet}>
          {words.t(`health.${pair.health}`)} ·{' '}
          {pair.asideUntil ? `${t('asideUntil', { day: day(pair.asideUntil) })} · ` : ''}
          {pair.nextAt ? t('next', { when: day(pair.nextAt) }) : t('nextNone')}
        </span>
      </span>
      <Button
        size="small"
        aria-label={t('look.for', { mentor: pair.mentor.name, mentee: pair.mentee.name })}
        onClick={() => look(pair.pairingId)}
      >
        {t('look')}
      </Button>
    </div>
  )
}
