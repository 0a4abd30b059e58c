/** Putting a colleague forward, for whoever works here; taken back as easily. What became of it is not shown. */
import { Button, Checkbox, Field, Input, Radio, RadioGroup } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { In, Out } from '../../../../bot/contract/index.ts'
import { useMyNominations, useNominate, useTakeNominationBack } from '../../api/enrolment/nominations.ts'
import { type Colleague, ColleagueChoice } from '../../ui/colleague-choice.tsx'
import { useReader } from '../../ui/me.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PersonFace } from '../../ui/person-face.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { useLayout } from './layout.ts'
import { nominateStrings } from './nominate-strings.ts'

type Given = Out<'myNominations'>['given'][number]

export default function Nominate({ cohortId, takesPart }: { cohortId: string; takesPart: boolean }) {
  const layout = useLayout()
  const t = useText(nominateStrings)
  const { data } = useMyNominations(cohortId)
  const [isOpen, open] = useState(false)
  // It adds to the page, which says itself what is broken.
  if (!data || (!data.isOpen && data.given.length === 0)) return null
  return (
    <Panel title={t('title')}>
      {data.isOpen && <p className={layout.quiet}>{t('lead')}</p>}
      {data.given.map((one) => (
        <GivenOne key={one.nominationId} given={one} />
      ))}
      {!data.isOpen && <p className={layout.quiet}>{t('closed')}</p>}
      {data.isOpen &&
        (isOpen ? (
          <NominateForm cohortId={cohortId} takesPart={takesPart} done={() => open(false)} />
        ) : (
          <div>
            <Button onClick={() => open(true)}>{t('open')}</Button>
          </div>
        ))}
    </Panel>
  )
}

function GivenOne({ given: { nominationId, person, side, line, isNamed, saidAt } }: { given: Given }) {
  const layout = useLayout()
  const t = useText(nominateStrings)
  const format = useFormat()
  const toasts = useToasts()
  const words = useWords()
  const back = useTakeNominationBack()
  const { name } = person
  return (
    <div className={layout.close}>
      <div className={layout.between}>
        <PersonFace person={person} size={32} />
        <Button
          disabledFocusable={back.isPending}
          aria-label={t('back.of', { name })}
          onClick={() =>
            back.mutate(
              { nominationId },
              {
                onError: (fault) => toasts.say(words.whyNot(fault)),
                onSuccess: () => toasts.say(t('back.done')),
              },
            )
          }
        >
          {t('back')}
        </Button>
      </div>
      <p className={layout.quote} dir="auto">
        {line}
      </p>
      <p className={layout.small}>
        {t(`given.${side}`, { day: format.day(saidAt) })} {t(isNamed ? 'given.named' : 'given.unnamed')}
      </p>
    </div>
  )
}

function NominateForm({
  cohortId,
  takesPart,
  done,
}: {
  cohortId: string
  takesPart: boolean
  done: () => void
}) {
  const layout = useLayout()
  const t = useText(nominateStrings)
  const toasts = useToasts()
  const words = useWords()
  const { person: me } = useReader()
  const nominate = useNominate()
  const [person, choose] = useState<Colleague>()
  const [side, setSide] = useState<In<'nominate'>['side']>('mentor')
  const [line, setLine] = useState('')
  const [isNamed, setNamed] = useState(true)
  const [isShort, setShort] = useState(false)
  if (!person)
    return (
      <>
        <ColleagueChoice
          label={t('who')}
          hint={t('who.hint')}
          none={t('who.none')}
          busy={false}
          choose={choose}
          says={({ name }) => t('who.choose', { name })}
        >
          {(one) => <PersonFace person={one} size={32} />}
        </ColleagueChoice>
        <div>
          <Button onClick={done}>{t('cancel')}</Button>
        </div>
      </>
    )
  const { id: personId, name } = person
  if (personId === me.id)
    return (
      <>
        <p className={layout.text}>{t(takesPart ? 'oneself.in' : 'oneself')}</p>
        <div>
          <Button onClick={() => choose(undefined)}>{t('who.change')}</Button>
        </div>
      </>
    )
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (nominate.isPending) return
    const why = line.trim()
    setShort(why.length < 3)
    if (why.length < 3) return
    nominate.mutate(
      { id: cohortId, personId, side, line: why, isNamed },
      {
        onSuccess: () => {
          toasts.say(t('sent'))
          done()
        },
        onError: (fault) => toasts.say(words.whyNot(fault)),
      },
    )
  }
  return (
    <form className={layout.close} noValidate onSubmit={send}>
      <div className={layout.between}>
        <PersonFace person={person} size={32} />
        <Button onClick={() => choose(undefined)}>{t('who.change')}</Button>
      </div>
      <Field label={t('side')}>
        <RadioGroup value={side} onChange={(_, { value }) => setSide(value as typeof side)}>
          <Radio value="mentor" label={t('side.mentor')} />
          <Radio value="mentee" label={t('side.mentee')} />
        </RadioGroup>
      </Field>
      <Field
        label={t('why')}
        hint={t('why.hint', { name })}
        required
        {...(isShort ? { validationMessage: t('why.missing') } : {})}
      >
        <Input value={line} maxLength={200} dir="auto" onChange={(_, { value }) => setLine(value)} />
      </Field>
      <Checkbox
        checked={isNamed}
        label={t('named', { name })}
        onChange={(_, { checked }) => setNamed(checked === true)}
      />
      <p className={layout.quiet}>{t('next', { name })}</p>
      <div className={layout.row}>
        <Button type="submit" appearance="primary" disabledFocusable={nominate.isPending}>
          {t('send', { name })}
        </Button>
        <Button onClick={done}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
