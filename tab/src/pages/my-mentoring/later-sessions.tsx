/** The Sessions after the next one: when, what became of them, and the way out of each. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { firstNameOf } from '../../ui/first-name.ts'
import { Panel } from '../../ui/panel.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { CannotMakeIt } from './cannot-make-it.tsx'
import { FactLine } from './fact-line.tsx'
import { useLayout } from './layout.ts'
import type { MyPairing, MySession } from './pairings.ts'
import { isInRepair, mayAsk } from './repair-facts.ts'
import { repairStrings } from './repair-strings.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalM,
    borderBlockStartWidth: '1px',
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStroke3,
    ':first-child': { borderBlockStartStyle: 'none', paddingBlockStart: 0 },
    ':last-child': { paddingBlockEnd: 0 },
  },
  off: { textDecorationLine: 'line-through' },
  when: { fontWeight: tokens.fontWeightSemibold },
})

const atFirst = 3

interface LaterProps {
  sessions: MySession[]
  partner: MyPairing['partner']
  now: Date
  asked: (sessionId: string) => void
}

export default function LaterSessions({ sessions, partner, now, asked }: LaterProps) {
  const styles = useStyles()
  const t = useText(repairStrings)
  const [all, setAll] = useState(false)
  if (sessions.length === 0) return null
  const shown = all ? sessions : sessions.slice(0, atFirst)
  const more = sessions.length - shown.length
  return (
    <Panel title={t('later.title')}>
      <ul className={styles.list}>
        {shown.map((session) => (
          <Row key={session.id} session={session} partner={partner} now={now} asked={asked} />
        ))}
      </ul>
      {more > 0 && (
        <div>
          <Button size="small" appearance="subtle" onClick={() => setAll(true)}>
            {t('later.more', { count: more })}
          </Button>
        </div>
      )}
    </Panel>
  )
}

function Row({ session, partner, now, asked }: { session: MySession } & Omit<LaterProps, 'sessions'>) {
  const styles = useStyles()
  const layout = useLayout()
  const t = useText(repairStrings)
  const format = useFormat()
  const { number, startsAt, endsAt, state } = session
  const theirs = partner.timeZone && format.timeElsewhere(startsAt, partner.timeZone)
  return (
    <li className={styles.row}>
      <div>
        <div className={layout.small}>{t('later.number', { number })}</div>
        <div className={state === 'cancelled' ? styles.off : styles.when}>
          {format.beside(format.day(startsAt), format.timeRange(startsAt, endsAt))}
        </div>
        {theirs && (
          <div className={layout.small}>
            {t('zone.partner', { time: theirs, name: firstNameOf(partner.name) })}
          </div>
        )}
        <FactLine session={session} partner={partner.name} />
        {isInRepair(session, now) && <p className={layout.small}>{t('later.waits')}</p>}
      </div>
      {mayAsk(session, now) && <CannotMakeIt session={session} asked={asked} size="small" />}
    </li>
  )
}
