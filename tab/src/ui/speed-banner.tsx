/** One line that leads to a speed meeting ahead, under way, or still to be rated. Silent otherwise, also while loading. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useMySpeedMeetings } from '../api/speed/speed.ts'
import { hrefOf } from '../navigation.ts'
import { speedStrings } from './speed-strings.ts'
import { useFormat, useText } from './text.tsx'
import { rangeInZone } from './zone-clock.ts'

const useStyles = makeStyles({
  banner: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    marginBlockEnd: tokens.spacingVerticalXL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
    borderRadius: '12px',
    border: `1px solid ${tokens.colorBrandStroke2}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
  },
  words: { display: 'grid', gap: '2px' },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  line: { fontWeight: tokens.fontWeightSemibold },
})

export default function SpeedBanner() {
  const styles = useStyles()
  const t = useText(speedStrings)
  const format = useFormat()
  const { data } = useMySpeedMeetings()
  if (!data?.event) return null
  const { name, startsAt, endsAt, rounds } = data.event
  const now = new Date(data.now)
  const isOver = new Date(endsAt) <= now
  const unrated = rounds.filter(({ partner, rating }) => partner && rating === undefined).length
  if (isOver && unrated === 0) return null
  const line = isOver
    ? t('rate', { count: unrated })
    : new Date(startsAt) <= now
      ? t('running', { name })
      : t('soon', { name, when: format.beside(format.day(startsAt), rangeInZone(format, startsAt, endsAt)) })
  return (
    <section className={styles.banner} aria-label={t('label')}>
      <div className={styles.words}>
        <span className={styles.small}>{t('label')}</span>
        <span className={styles.line}>{line}</span>
      </div>
      <Button as="a" appearance="primary" href={hrefOf('my-mentoring', 'speed-meetings')}>
        {t('open')}
      </Button>
    </section>
  )
}
