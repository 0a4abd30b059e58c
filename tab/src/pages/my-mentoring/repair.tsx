/** New times for one Session: being sought, offered as three buttons, being booked, or none and who helps. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { useChooseRepair, useRefuseTimes, useWithdrawRepair } from '../../api/enrolment/mentoring.ts'
import { firstNameOf } from '../../ui/first-name.ts'
import { Panel } from '../../ui/panel.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { useLayout } from './layout.ts'
import type { Repairing } from './repair-facts.ts'
import { repairStrings } from './repair-strings.ts'

const useStyles = makeStyles({
  options: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(190px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  option: {
    display: 'grid',
    justifyContent: 'start',
    justifyItems: 'start',
    width: '100%',
    maxWidth: 'none',
    textAlign: 'start',
  },
  time: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  hint: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
  arrival: { outlineStyle: 'none', scrollMarginBlockStart: tokens.spacingVerticalXXL },
})

export interface RepairProps extends Repairing {
  organizer: string
  /** Just asked for on this page: the reading position moves here. */
  arriving: boolean
}

export default function RepairPanel(props: RepairProps) {
  const { pairing, session, repair, organizer, arriving } = props
  const styles = useStyles()
  const layout = useLayout()
  const t = useText(repairStrings)
  const format = useFormat()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!arriving) return
    box.current?.focus({ preventScroll: true })
    box.current?.scrollIntoView?.({ block: 'start' })
  }, [arriving])
  const { name } = pairing.partner
  const { number } = session
  const { startsAt } = session
  const chosen = repair.time
  const why = repair.reason === 'not-met' ? 'not-met' : (repair.askedBy ?? 'other')
  return (
    <div ref={box} tabIndex={-1} className={styles.arrival}>
      <Panel title={t(`${shown(repair.state)}.title`, { number, name })}>
        <p className={layout.text}>
          {t(`why.${why}`, { name, day: format.day(startsAt), time: format.time(startsAt) })}
        </p>
        {repair.state === 'looking' && (
          <p className={layout.quiet} role="status">
            {t('looking.body')}
          </p>
        )}
        {repair.state === 'booking' && chosen && (
          <p className={layout.quiet} role="status">
            {t('booking.body', { day: format.day(chosen.startsAt), time: format.time(chosen.startsAt) })}
          </p>
        )}
        {repair.state === 'none' && (
          <p className={layout.quiet}>{t('none.body', { day: format.day(repair.until), organizer })}</p>
        )}
        {repair.state === 'open' && <Choice {...props} />}
        {(repair.state === 'open' || repair.state === 'looking') && <Withdraw {...props} />}
      </Panel>
    </div>
  )
}

function shown(state: Repairing['repair']['state']): 'looking' | 'open' | 'booking' | 'none' {
  return state === 'looking' || state === 'open' || state === 'none' ? state : 'booking'
}

/** One tap books: nothing is asked twice, because another time can be chosen the same way. */
function Choice({ pairing: { partner }, repair }: RepairProps) {
  const styles = useStyles()
  const layout = useLayout()
  const t = useText(repairStrings)
  const format = useFormat()
  const choose = useChooseRepair()
  const { whyNot } = useWords()
  const zone = format.zone(repair.until)
  return (
    <>
      <p className={layout.quiet}>{t('open.body', { name: partner.name })}</p>
      <ul className={styles.options}>
        {repair.options.map(({ option, startsAt, endsAt }) => {
          const theirs = partner.timeZone && format.timeElsewhere(startsAt, partner.timeZone)
          return (
            <li key={startsAt}>
              <Button
                className={styles.option}
                size="large"
                disabledFocusable={choose.isPending}
                onClick={() => choose.mutate({ id: repair.id, option })}
              >
                <span>{format.day(startsAt)}</span>
                <span className={styles.time}>{format.timeRange(startsAt, endsAt)}</span>
                {theirs && (
                  <span className={styles.hint}>
                    {t('zone.partner', { time: theirs, name: firstNameOf(partner.name) })}
                  </span>
                )}
              </Button>
            </li>
          )
        })}
      </ul>
      {choose.isError && (
        <p className={layout.fault} role="alert">
          {whyNot(choose.error)}
        </p>
      )}
      <NoneOfThese repair={repair} />
      <p className={layout.small}>
        {t('zone', { zone })} {t('until', { day: format.day(repair.until) })}
      </p>
    </>
  )
}

/** What is refused is what stands here, whatever is on offer by the time it is pressed. */
function NoneOfThese({ repair }: { repair: Repairing['repair'] }) {
  const layout = useLayout()
  const t = useText(repairStrings)
  const refuse = useRefuseTimes()
  const { whyNot } = useWords()
  const seen = repair.options.map(({ option }) => option)
  return (
    <div className={layout.row}>
      {(['times', 'days'] as const).map((what) => (
        <Button
          key={what}
          appearance="subtle"
          disabledFocusable={refuse.isPending}
          onClick={() => refuse.mutate({ id: repair.id, what, seen })}
        >
          {t(`refuse.${what}`)}
        </Button>
      ))}
      {refuse.isError && (
        <p className={layout.fault} role="alert">
          {whyNot(refuse.error)}
        </p>
      )}
    </div>
  )
}

/** What was said in Outlook is taken back in Outlook; what was said here, here. */
function Withdraw({ repair }: RepairProps) {
  const layout = useLayout()
  const t = useText(repairStrings)
  const toasts = useToasts()
  const withdraw = useWithdrawRepair()
  const { whyNot } = useWords()
  if (repair.askedBy !== 'me' || (repair.reason !== 'cannot-make-it' && repair.reason !== 'not-met'))
    return null
  return (
    <div className={layout.row}>
      <Button
        appearance="subtle"
        disabledFocusable={withdraw.isPending}
        onClick={() =>
          withdraw.mutate({ id: repair.id }, { onSuccess: () => toasts.say(t('said.withdrawn')) })
        }
      >
        {t(repair.reason === 'not-met' ? 'withdraw.not-met' : 'withdraw')}
      </Button>
      {withdraw.isError && (
        <p className={layout.fault} role="alert">
          {whyNot(withdraw.error)}
        </p>
      )}
    </div>
  )
}
