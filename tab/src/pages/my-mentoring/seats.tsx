/** Somebody asks the reader to take a part in a program: nothing changes before their yes. And what they have, to give up. */
import { Button } from '@fluentui/react-components'
import type { Out } from '../../../../bot/contract/index.ts'
import { partWords } from '../../../../bot/words/parts.ts'
import { useAnswerSeat, useLeavePart, useMySeats } from '../../api/program/seats.ts'
import { Panel } from '../../ui/panel.tsx'
import { PersonFace } from '../../ui/person-face.tsx'
import { useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { useLayout } from './layout.ts'
import { seatStrings } from './seat-strings.ts'

type Asked = Out<'mySeats'>['asked'][number]

export default function Seats() {
  const layout = useLayout()
  const { data } = useMySeats()
  if (!data || data.asked.length + data.held.length === 0) return null
  return (
    <div className={layout.stack} style={{ marginBlockEnd: 24 }}>
      {data.asked.map((asked) => (
        <OneSeat key={asked.id} asked={asked} />
      ))}
      {data.held.length > 0 && <Held held={data.held} />}
    </div>
  )
}

function OneSeat({ asked }: { asked: Asked }) {
  const layout = useLayout()
  const t = useText(seatStrings)
  const parts = useText(partWords)
  const words = useWords()
  const toasts = useToasts()
  const answer = useAnswerSeat()
  const { id, seat, programName, statement, askedBy, from, mayAccept } = asked
  const say = (given: 'accepted' | 'declined') =>
    answer.mutate({ id, answer: given }, { onSuccess: () => toasts.say(t(`said.${given}`)) })
  const isSeat = seat === 'sponsor' || seat === 'organizer'
  const gaps = { name: askedBy.name, program: programName, part: parts(`name.${seat}`) }
  return (
    <Panel title={t(isSeat ? `title.${seat}` : 'title.role')}>
      <p className={layout.text}>{isSeat ? t(`asked.${seat}`, gaps) : t('asked.role', gaps)}</p>
      <p className={layout.quiet}>{statement}</p>
      {from && (
        <>
          <p className={layout.small}>{t(isSeat ? `now.${seat}` : 'now.stand-in')}</p>
          <PersonFace person={from} />
        </>
      )}
      <p className={layout.small}>
        {!mayAccept ? t('role') : isSeat ? t(`note.${seat}`) : parts(`does.${seat}`)}
      </p>
      <div className={layout.row}>
        <Button
          appearance="primary"
          disabledFocusable={!mayAccept || answer.isPending}
          onClick={() => say('accepted')}
        >
          {t('accept')}
        </Button>
        <Button disabledFocusable={answer.isPending} onClick={() => say('declined')}>
          {t('decline')}
        </Button>
      </div>
      {answer.isError && (
        <p className={layout.fault} role="alert">
          {words.whyNot(answer.error)}
        </p>
      )}
    </Panel>
  )
}

type HeldRoles = Out<'mySeats'>['held']

function Held({ held }: { held: HeldRoles }) {
  const layout = useLayout()
  const t = useText(seatStrings)
  const parts = useText(partWords)
  const words = useWords()
  const toasts = useToasts()
  const leave = useLeavePart()
  return (
    <Panel title={t('held')}>
      {held.map(({ cohortId, programName, role }) => {
        const gaps = { part: parts(`name.${role}`), program: programName }
        return (
          <div key={`${cohortId}.${role}`} className={layout.row}>
            <span className={layout.text}>{t('held.one', gaps)}</span>
            <Button
              aria-label={t('leave.which', gaps)}
              disabledFocusable={leave.isPending}
              onClick={() =>
                leave.mutate({ id: cohortId, part: role }, { onSuccess: () => toasts.say(t('said.left')) })
              }
            >
              {t('leave')}
            </Button>
          </div>
        )
      })}
      {leave.isError && (
        <p className={layout.fault} role="alert">
          {words.whyNot(leave.error)}
        </p>
      )}
    </Panel>
  )
}
