/** A form about the pair: every question on one page, answered alone and sent at once. */
import { Button, Field, makeStyles, Radio, RadioGroup, Textarea, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { type FormWordKey, formWords } from '../../../../bot/words/forms.ts'
import { useAnswerAsk } from '../../api/enrolment/mentoring.ts'
import { Panel } from '../../ui/panel.tsx'
import { useFormat, useLanguage, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { useLayout } from './layout.ts'

type Ask = Out<'myMentoring'>['asks'][number]
type Question = Ask['questions'][number]
type Answers = Record<string, string | number>

const useStyles = makeStyles({
  /** As wide as the points, so that each end stands below its own. */
  measured: { display: 'inline-grid', maxWidth: '100%' },
  scale: { display: 'flex', flexWrap: 'wrap' },
  ends: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
})

/** Words of the form by keys made of data; each that a form can ask for is held by a test. */
function useFormWords() {
  const t = useText(formWords)
  return (key: string, gaps?: Record<string, string>) =>
    (t as (key: FormWordKey, gaps?: Record<string, string>) => string)(key as FormWordKey, gaps)
}

/** As the Program put it, in the reader's language; else the words of the language file. */
function useQuestionWords() {
  const word = useFormWords()
  const language = useLanguage()
  return (form: Ask['form'], question: Question) => {
    const own = question.words?.[language] ?? question.words?.['en']
    const usual = (key: string) => word(`${form}.${question.key}${key}`)
    return {
      text: own?.text ?? usual(''),
      low: () => own?.low ?? usual('.low'),
      high: () => own?.high ?? usual('.high'),
      option: (key: string) => own?.options?.find((option) => option.key === key)?.text ?? usual(`.${key}`),
    }
  }
}
type QuestionWord = ReturnType<ReturnType<typeof useQuestionWords>>

export default function AskForm({ ask }: { ask: Ask }) {
  const layout = useLayout()
  const word = useFormWords()
  const words = useWords()
  const format = useFormat()
  const toasts = useToasts()
  const send = useAnswerAsk()
  const [given, setGiven] = useState<Answers>(ask.answers ?? {})
  const [missing, setMissing] = useState<string>()
  const { form, partner, questions } = ask
  const submit = () => {
    const open = questions.find(({ key, kind }) => kind !== 'line' && given[key] === undefined)
    setMissing(open?.key)
    if (open) document.getElementById(fieldId(ask, open.key))?.querySelector('input')?.focus()
    else send.mutate({ key: ask.key, answers: given }, { onSuccess: () => toasts.say(word('done.title')) })
  }
  return (
    <Panel title={word(`${form}.title`)}>
      <p className={layout.quiet}>{word(`${form}.lead`, { partner: partner.name })}</p>
      {questions.map((question) => (
        <div key={question.key} id={fieldId(ask, question.key)}>
          <OneQuestion
            question={question}
            form={form}
            value={given[question.key]}
            fault={missing === question.key ? word('missing') : undefined}
            choose={(value) => {
              setGiven((before) => ({ ...before, [question.key]: value }))
              setMissing(undefined)
            }}
          />
        </div>
      ))}
      <div className={layout.row}>
        <Button appearance="primary" disabledFocusable={send.isPending} onClick={submit}>
          {word('send')}
        </Button>
        {send.isError && (
          <p className={layout.fault} role="alert">
            {words.whyNot(send.error)}
          </p>
        )}
      </div>
      <p className={layout.small}>{word('until', { day: format.day(ask.until) })}</p>
    </Panel>
  )
}

const fieldId = (ask: Ask, key: string) => `ask-${ask.form}-${key}`

function OneQuestion({
  question,
  form,
  value,
  fault,
  choose,
}: {
  question: Question
  form: Ask['form']
  value: string | number | undefined
  fault: string | undefined
  choose: (value: string | number) => void
}) {
  const styles = useStyles()
  const word = useFormWords()
  const { kind } = question
  const said = useQuestionWords()(form, question)
  const problem = fault ? { validationMessage: fault, validationState: 'error' as const } : {}
  const field = {
    label: said.text,
    hint: word(`reader.${question.reader}`),
    required: kind !== 'line',
    ...problem,
  }
  if (kind === 'line')
    return (
      <Field {...field}>
        <Textarea
          value={String(value ?? '')}
          maxLength={question.most}
          placeholder={word('skip')}
          onChange={(_, { value: text }) => choose(text)}
        />
      </Field>
    )
  if (kind === 'choice')
    return (
      <Field {...field}>
        <RadioGroup value={String(value ?? '')} onChange={(_, { value: option }) => choose(option)}>
          {question.options.map((option) => (
            <Radio key={option} value={option} label={said.option(option)} />
          ))}
        </RadioGroup>
      </Field>
    )
  return (
    <Field {...field}>
      <div className={styles.measured}>
        <RadioGroup
          className={styles.scale}
          layout="horizontal-stacked"
          value={value === undefined ? '' : String(value)}
          onChange={(_, { value: point }) => choose(Number(point))}
        >
          {pointsOf(question).map((point) => (
            <Radio
              key={point}
              value={String(point)}
              label={String(point)}
              aria-label={pointWord(said, question, point)}
            />
          ))}
        </RadioGroup>
        <div className={styles.ends} aria-hidden>
          <span>{said.low()}</span>
          <span>{said.high()}</span>
        </div>
      </div>
    </Field>
  )
}

/** Both ends say what they mean, also to whoever does not see the line below. */
function pointWord(
  said: QuestionWord,
  { from, to }: Extract<Question, { kind: 'scale' }>,
  point: number,
): string {
  if (point === from) return `${point}: ${said.low()}`
  return point === to ? `${point}: ${said.high()}` : String(point)
}

const pointsOf = ({ from, to }: { from: number; to: number }) =>
  Array.from({ length: to - from + 1 }, (_, k) => from + k)
