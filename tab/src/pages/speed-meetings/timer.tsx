/** The running timer: a ring that empties round the face of whoever one is with, and the time left in large digits. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { Face } from '../../../../bot/contract/index.ts'
import { Photo } from '../../ui/person-face.tsx'
import { countdown } from './phase.ts'

const size = 208
const stroke = 10
const radius = (size - stroke) / 2
const around = 2 * Math.PI * radius

const useStyles = makeStyles({
  timer: { display: 'grid', justifyItems: 'center', gap: tokens.spacingVerticalM },
  dial: { position: 'relative', width: `${size}px`, height: `${size}px` },
  ring: { position: 'absolute', inset: 0, transform: 'rotate(-90deg)' },
  track: { fill: 'none', stroke: tokens.colorNeutralStroke2 },
  rest: { fill: 'none', stroke: tokens.colorBrandStroke1, strokeLinecap: 'round' },
  middle: { position: 'absolute', inset: 0, display: 'grid', placeItems: 'center' },
  digits: {
    fontSize: tokens.fontSizeHero1000,
    lineHeight: tokens.lineHeightHero1000,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    direction: 'ltr',
  },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

export interface TimerProps {
  label: string
  /** Where the ring was full; without it there is no ring. */
  from?: Date
  until: Date
  now: Date
  face?: Face | undefined
}

export function Timer({ label, from, until, now, face }: TimerProps) {
  const styles = useStyles()
  const whole = from ? until.getTime() - from.getTime() : 0
  const share = whole > 0 ? Math.min(1, Math.max(0, (until.getTime() - now.getTime()) / whole)) : 0
  return (
    <div className={styles.timer}>
      {(face || from) && (
        <div className={styles.dial}>
          <svg className={styles.ring} viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
            <circle className={styles.track} cx={size / 2} cy={size / 2} r={radius} strokeWidth={2} />
            <circle
              className={styles.rest}
              cx={size / 2}
              cy={size / 2}
              r={radius}
              strokeWidth={stroke}
              strokeDasharray={`${share * around} ${around}`}
            />
          </svg>
          <div className={styles.middle}>{face && <Photo person={face} size={168} />}</div>
        </div>
      )}
      {/* A timer is not read out by itself: who listens asks for it. */}
      <div role="timer" aria-label={label} className={styles.digits}>
        {countdown(until, now)}
      </div>
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
    </div>
  )
}
