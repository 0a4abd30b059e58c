/** For an independent contact: who would like to talk with them. Nobody else has this list. */
import { Button } from '@fluentui/react-components'
import type { Out } from '../../../../bot/contract/index.ts'
import { chatLink } from '../../../../bot/words/chat-link.ts'
import { talkWords } from '../../../../bot/words/talks.ts'
import { useAnswerTalk, useTalksForMe } from '../../api/program/talks.ts'
import { useOpenLink } from '../../ui/host.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PersonFace } from '../../ui/person-face.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { useLayout } from './layout.ts'

type Asked = Out<'talksForMe'>['talks'][number]

export default function Talks() {
  const layout = useLayout()
  const t = useText(talkWords)
  const { data } = useTalksForMe()
  if (!data?.isContact && !data?.talks.length) return null
  return (
    <div style={{ marginBlockEnd: 24 }}>
      <Panel title={t('contact.title')}>
        <p className={layout.quiet}>{t(data.talks.length > 0 ? 'contact.lead' : 'contact.none')}</p>
        {data.talks.map((asked) => (
          <OneTalk key={asked.id} asked={asked} />
        ))}
      </Panel>
    </div>
  )
}

function OneTalk({ asked }: { asked: Asked }) {
  const layout = useLayout()
  const t = useText(talkWords)
  const format = useFormat()
  const toasts = useToasts()
  const words = useWords()
  const open = useOpenLink()
  const answer = useAnswerTalk()
  const { id, person, programName, line, askedAt, answerOn, isLate } = asked
  const { name, signInName } = person
  return (
    <div className={layout.close}>
      <PersonFace person={person} />
      <p className={layout.small}>{t('contact.asked', { program: programName, day: format.day(askedAt) })}</p>
      {line && (
        <p className={layout.quote} dir="auto">
          {line}
        </p>
      )}
      <p className={layout.text}>
        {t(isLate ? 'contact.late' : 'contact.by', { day: format.date(answerOn) })}
      </p>
      <div className={layout.row}>
        {signInName && <Button onClick={() => open(chatLink(signInName))}>{t('write', { name })}</Button>}
        <Button
          disabledFocusable={answer.isPending}
          onClick={() =>
            answer.mutate(
              { id },
              {
                onError: (fault) => toasts.say(words.whyNot(fault)),
                onSuccess: () => toasts.say(t('contact.done', { name })),
              },
            )
          }
        >
          {t('contact.answered')}
        </Button>
      </div>
    </div>
  )
}
