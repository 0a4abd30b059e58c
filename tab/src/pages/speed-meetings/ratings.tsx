/** Ten taps a person, the last one counts; everybody met so far, the latest first. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { type MyRound, useRateSpeedMeeting } from '../../api/speed/speed.ts'
import { Panel } from '../../ui/panel.tsx'
import { PersonFace } from '../../ui/person-face.tsx'
import { useText } from '../../ui/text.tsx'
import { useWords } from '../../ui/words.ts'
import { strings } from './strings.ts'

const values = Array.from({ length: 10 }, (_, at) => at + 1)

const useStyles = makeStyles({
  note: { margin: 0, color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase400 },
  list: { display: 'grid', gap: tokens.spacingVerticalXL, margin: 0, padding: 0, listStyleType: 'none' },
  one: { border: 'none', margin: 0, padding: 0, minWidth: 0, display: 'grid', gap: tokens.spacingVerticalS },
  legend: { padding: 0, marginBlockEnd: tokens.spacingVerticalS, width: '100%' },
  taps: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(44px, 1fr))', gap: '6px' },
  tap: { minWidth: '44px', minHeight: '44px', fontVariantNumeric: 'tabular-nums' },
  said: { minHeight: '20px', margin: 0, fontSize: tokens.fontSizeBase200 },
  fault: { color: tokens.colorStatusDangerForeground1 },
})

type Met = MyRound & { partner: NonNullable<MyRound['partner']> }

export function Ratings({ eventId, met }: { eventId: string; met: Met[] }) {
  const styles = useStyles()
  const t = useText(strings)
  return (
    <Panel title={t('rate.title')}>
      <p className={styles.note}>{met.length > 0 ? t('rate.note') : t('rate.none')}</p>
      {met.length > 0 && (
        <ul className={styles.list}>
          {met.map((one) => (
            <li key={one.partner.id}>
              <Rating eventId={eventId} met={one} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Rating({ eventId, met: { partner, rating } }: { eventId: string; met: Met }) {
  const styles = useStyles()
  const t = useText(strings)
  const words = useWords()
  const rate = useRateSpeedMeeting()
  /** Shown at once; what the server knows takes over with its answer. */
  const [tapped, setTapped] = useState<number>()
  const shown = rate.isError ? rating : (tapped ?? rating)
  const send = (value: number) => {
    setTapped(value)
    rate.mutate({ id: eventId, personId: partner.id, rating: value })
  }
  return (
    <fieldset className={styles.one}>
      <legend className={styles.legend}>
        <PersonFace person={partner} size={40} />
      </legend>
      <div className={styles.taps}>
        {values.map((value) => (
          <Button
            key={value}
            className={styles.tap}
            appearance={value === shown ? 'primary' : 'secondary'}
            aria-pressed={value === shown}
            aria-label={t('rate.value', { value, partner: partner.name })}
            onClick={() => send(value)}
          >
            {value}
          </Button>
        ))}
      </div>
      <p className={styles.said} role="status">
        {rate.isSuccess && t('rate.saved')}
        {rate.isError && <span className={styles.fault}>{words.whyNot(rate.error)}</span>}
      </p>
    </fieldset>
  )
}
