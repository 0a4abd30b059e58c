/** For an assistant: when the leader's Sessions are, and other times for one that does not suit. Nothing else of them. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { Out } from '../../../../bot/contract/index.ts'
import {
  type AssistedSession,
  useAssisted,
  useChooseTime,
  useOfferTimes,
} from '../../api/program/assistants.ts'
import { Panel } from '../../ui/panel.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { assistantStrings } from './assistant-strings.ts'
import { useLayout } from './layout.ts'

type Leader = Out<'assisted'>['leaders'][number]

const useStyles = makeStyles({
  place: { display: 'grid', gap: tokens.spacingVerticalXL },
  list: { display: 'grid', gap: tokens.spacingVerticalL, margin: 0, padding: 0, listStyleType: 'none' },
  when: { margin: 0, fontWeight: tokens.fontWeightSemibold },
})

export default function Assisted() {
  const styles = useStyles()
  const { data } = useAssisted()
  if (!data || data.leaders.length === 0) return null
  return (
    <div className={styles.place}>
      {data.leaders.map((one) => (
        <SessionsOf key={one.leader.id} of={one} />
      ))}
    </div>
  )
}

function SessionsOf({ of: { leader, sessions } }: { of: Leader }) {
  const styles = useStyles()
  const layout = useLayout()
  const t = useText(assistantStrings)
  return (
    <Panel title={t('assisted.title', { name: leader.name })}>
      <p className={layout.quiet}>{t(sessions.length > 0 ? 'assisted.note' : 'assisted.none')}</p>
      <ul className={styles.list}>
        {sessions.map((session) => (
          <li key={session.id}>
            <OneSession session={session} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function OneSession({ session }: { session: AssistedSession }) {
  const styles = useStyles()
  const layout = useLayout()
  const t = useText(assistantStrings)
  const format = useFormat()
  const words = useWords()
  const offer = useOfferTimes()
  const { id, startsAt, endsAt, state, repair } = session
  const isOpen = repair && ['looking', 'open', 'booking', 'none'].includes(repair.state)
  return (
    <div className={layout.close}>
      <div className={layout.between}>
        <div>
          <p className={styles.when}>
            {format.beside(format.day(startsAt), format.timeRange(startsAt, endsAt))}
          </p>
          <p className={layout.small}>
            {t('session')}
            {state === 'cancelled' && ` · ${t('state.cancelled')}`}
          </p>
        </div>
        {!isOpen && (
          <Button disabledFocusable={offer.isPending} onClick={() => offer.mutate({ id })}>
            {t('move')}
          </Button>
        )}
      </div>
      {repair && isOpen && <Times repair={repair} />}
      {offer.isError && (
        <p className={layout.fault} role="alert">
          {words.whyNot(offer.error)}
        </p>
      )}
    </div>
  )
}

function Times({ repair }: { repair: NonNullable<AssistedSession['repair']> }) {
  const layout = useLayout()
  const t = useText(assistantStrings)
  const format = useFormat()
  const words = useWords()
  const toasts = useToasts()
  const choose = useChooseTime()
  if (repair.state !== 'open') {
    const said = { looking: 'looking', booking: 'booking' } as const
    return (
      <p className={layout.small} role="status">
        {t(said[repair.state as 'looking' | 'booking'] ?? 'none-found')}
      </p>
    )
  }
  return (
    <>
      <fieldset className={layout.row} style={{ border: 'none', margin: 0, padding: 0 }}>
        <legend className={layout.small}>{t('options')}</legend>
        {repair.options.map(({ option, startsAt, endsAt }) => (
          <Button
            key={startsAt}
            disabledFocusable={choose.isPending}
            onClick={() =>
              choose.mutate({ id: repair.id, option }, { onSuccess: () => toasts.say(t('said.chosen')) })
            }
          >
            {format.beside(format.day(startsAt), format.timeRange(startsAt, endsAt))}
          </Button>
        ))}
      </fieldset>
      {choose.isError && (
        <p className={layout.fault} role="alert">
          {words.whyNot(choose.error)}
        </p>
      )}
    </>
  )
}
