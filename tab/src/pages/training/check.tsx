/** One question; a wrong answer says why it is wrong and may be taken back, and nobody else ever sees it. */
import { Button, Field, Radio, RadioGroup } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { useAnswerLesson } from '../../api/enrolment/training.ts'
import { Panel } from '../../ui/panel.tsx'
import { useLanguage, useText } from '../../ui/text.tsx'
import { useWords } from '../../ui/words.ts'
import { strings } from './strings.ts'
import { useTrainingStyles } from './styles.ts'

type Lesson = Out<'lesson'>
type Key = Lesson['check']['options'][number]['key']

export function Check({ lesson, takesPart }: { lesson: Lesson; takesPart: boolean }) {
  const styles = useTrainingStyles()
  const t = useText(strings)
  const isOver = lesson.state === 'finished'
  return (
    <Panel title={t('check')}>
      {/* Stays where it is, so that a screen reader hears it when it changes. */}
      <div role="status">{isOver && <p className={styles.right}>{t('check.right')}</p>}</div>
      {isOver ? (
        <Reasons lesson={lesson} />
      ) : takesPart ? (
        <Question lesson={lesson} />
      ) : (
        <>
          <p className={styles.text}>{lesson.check.question}</p>
          <p className={styles.quiet}>{t('check.read')}</p>
        </>
      )}
    </Panel>
  )
}

function Question({ lesson }: { lesson: Lesson }) {
  const styles = useTrainingStyles()
  const t = useText(strings)
  const words = useWords()
  const language = useLanguage()
  const answer = useAnswerLesson()
  const [chosen, setChosen] = useState<Key>()
  const [isMissing, setMissing] = useState(false)
  const { question, options } = lesson.check
  const send = (event: FormEvent) => {
    event.preventDefault()
    setMissing(chosen === undefined)
    if (chosen === undefined || answer.isPending) return
    answer.mutate({ id: lesson.id, language, version: lesson.version, answer: chosen })
  }
  return (
    <form className={styles.part} onSubmit={send}>
      <Field label={question}>
        <RadioGroup
          value={chosen ?? ''}
          onChange={(_, { value }) => {
            setChosen(options.find(({ key }) => key === value)?.key)
            setMissing(false)
            answer.reset()
          }}
        >
          {options.map(({ key, text }) => (
            <Radio key={key} value={key} label={text} />
          ))}
        </RadioGroup>
      </Field>
      <div role="status">
        {answer.data && !answer.data.isRight && (
          <p className={styles.text}>
            <strong>{t('check.again')}</strong> {answer.data.why}
          </p>
        )}
        {isMissing && <p className={styles.fault}>{t('check.first')}</p>}
      </div>
      {answer.isError && (
        <p className={styles.fault} role="alert">
          {words.whyNot(answer.error)}
        </p>
      )}
      <div className={styles.acts}>
        <Button appearance="primary" type="submit" disabledFocusable={answer.isPending}>
          {t('check.send')}
        </Button>
      </div>
    </form>
  )
}

function Reasons({ lesson }: { lesson: Lesson }) {
  const styles = useTrainingStyles()
  const t = useText(strings)
  const { question, options, right } = lesson.check
  return (
    <>
      <p className={styles.text}>{question}</p>
      <ul className={styles.points}>
        {options.map(({ key, text, why }) => (
          <li key={key} className={styles.option}>
            <strong>{text}</strong>
            {key === right && <span className={styles.right}>{t('right')}</span>}
            <span>{why}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
