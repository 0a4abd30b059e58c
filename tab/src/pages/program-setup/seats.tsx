/** Who is asked to take a seat of the program, and the way to hand over the Organizer's. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { useHandOver, useTakeHandoverBack } from '../../api/program/seats.ts'
import { ColleagueChoice } from '../../ui/colleague-choice.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PersonFace } from '../../ui/person-face.tsx'
import { useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { seatStrings } from './seat-strings.ts'

type Cohort = Out<'cohort'>

const useStyles = makeStyles({
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  fault: { margin: 0, color: tokens.colorStatusDangerForeground1 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
})

/** "Waiting for Inés to accept", or that she declined. */
export function SeatAsked({ cohort, seat }: { cohort: Cohort; seat: 'sponsor' | 'organizer' }) {
  const styles = useStyles()
  const t = useText(seatStrings)
  const asked = cohort.asked.find((one) => one.seat === seat)
  if (!asked) return null
  return (
    <p className={styles.note} role="status">
      {t(`${asked.state}.${seat}`, { name: asked.person.name })}
    </p>
  )
}

export function OrganizerPanel({ cohort }: { cohort: Cohort }) {
  const styles = useStyles()
  const t = useText(seatStrings)
  const words = useWords()
  const takeBack = useTakeHandoverBack()
  const [choosing, setChoosing] = useState(false)
  const { organizer, may } = cohort
  const waiting = cohort.asked.find((one) => one.seat === 'organizer' && one.state === 'open')
  return (
    <Panel title={t('organizer')}>
      {organizer && <PersonFace person={organizer} />}
      <SeatAsked cohort={cohort} seat="organizer" />
      {may.handOver && !choosing && (
        <div className={styles.row}>
          <Button onClick={() => setChoosing(true)}>{t('handOver')}</Button>
          {waiting && (
            <Button
              disabledFocusable={takeBack.isPending}
              onClick={() => takeBack.mutate({ id: waiting.id })}
            >
              {t('takeBack')}
            </Button>
          )}
        </div>
      )}
      {takeBack.isError && (
        <p className={styles.fault} role="alert">
          {words.whyNot(takeBack.error)}
        </p>
      )}
      {choosing && <Choose cohortId={cohort.id} done={() => setChoosing(false)} />}
    </Panel>
  )
}

/** Colleagues by name, which IT may look up as well. */
function Choose({ cohortId, done }: { cohortId: string; done: () => void }) {
  const styles = useStyles()
  const t = useText(seatStrings)
  const words = useWords()
  const toasts = useToasts()
  const handOver = useHandOver()
  const ask = (person: { id: string; name: string }) =>
    handOver.mutate(
      { id: cohortId, personId: person.id },
      {
        onSuccess: () => {
          toasts.say(t('said.asked', { name: person.name }))
          done()
        },
      },
    )
  return (
    <>
      <ColleagueChoice
        label={t('find')}
        hint={t('hint')}
        none={t('nobody')}
        busy={handOver.isPending}
        choose={ask}
      />
      {handOver.isError && (
        <p className={styles.fault} role="alert">
          {words.whyNot(handOver.error)}
        </p>
      )}
      <div>
        <Button onClick={done}>{t('cancel')}</Button>
      </div>
    </>
  )
}
