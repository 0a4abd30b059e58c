/** Somebody asks the reader to be the Sponsor or the Organizer of a program: nothing changes before their yes. */
import { Button } from '@fluentui/react-components'
import type { Out } from '../../../../bot/contract/index.ts'
import { useAnswerSeat, useMySeats } from '../../api/program/seats.ts'
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
  if (!data || data.asked.length === 0) return null
  return (
    <div className={layout.stack} style={{ marginBlockEnd: 24 }}>
      {data.asked.map((asked) => (
        <OneSeat key={asked.id} asked={asked} />
      ))}
    </div>
  )
}

function OneSeat({ asked }: { asked: Asked }) {
  const layout = useLayout()
  const t = useText(seatStrings)
  const words = useWords()
  const toasts = useToasts()
  const answer = useAnswerSeat()
  const { id, seat, programName, statement, askedBy, from, mayAccept } = asked
  const say = (given: 'accepted' | 'declined') =>
    answer.mutate({ id, answer: given }, { onSuccess: () => toasts.say(t(`said.${given}`)) })
  return (
    <Panel title={t(`title.${seat}`)}>
      <p className={layout.text}>{t(`asked.${seat}`, { name: askedBy.name, program: programName })}</p>
      <p className={layout.quiet}>{statement}</p>
      {from && (
        <>
          <p className={layout.small}>{t(`now.${seat}`)}</p>
          <PersonFace person={from} />
        </>
      )}
      <p className={layout.small}>{t(mayAccept ? `note.${seat}` : 'role')}</p>
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
