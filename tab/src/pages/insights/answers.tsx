/** What people answered in the forms, each question as one figure over enough people, or as not known yet. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { EyeOffRegular } from '@fluentui/react-icons'
import type { Out } from '../../../../bot/contract/index.ts'
import { type FormWordKey, formWords } from '../../../../bot/words/forms.ts'
import { Panel } from '../../ui/panel.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useWords } from '../../ui/words.ts'
import { strings } from './strings.ts'

type Answer = Out<'metrics'>['answers'][number]

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(260px, 100%), 1fr))',
    gap: `0 ${tokens.spacingHorizontalL}`,
  },
  value: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  note: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
})

export default function Answers({ answers, threshold }: { answers: Answer[]; threshold: number }) {
  const styles = useStyles()
  const t = useText(strings)
  const word = useFormWords()
  const forms = [...new Set(answers.map(({ form }) => form))]
  return (
    <Panel title={t('answers.title')}>
      <p className={styles.note}>{t('answers.note', { threshold })}</p>
      {forms.map((form) => (
        <section key={form} className={styles.list} aria-label={word(`${form}.title`)}>
          <h3 className={styles.heading}>{word(`${form}.title`)}</h3>
          <OfForm answers={answers.filter((one) => one.form === form)} threshold={threshold} />
        </section>
      ))}
    </Panel>
  )
}

/** A form of which nothing is known yet is one line, not a list of them. */
function OfForm({ answers, threshold }: { answers: Answer[]; threshold: number }) {
  const styles = useStyles()
  const t = useText(strings)
  if (answers.every(({ value }) => value === undefined))
    return <p className={styles.note}>{t('notYet', { threshold })}</p>
  return (
    <dl className={styles.list}>
      {answers.map((answer) => (
        <Row key={answer.question} answer={answer} threshold={threshold} />
      ))}
    </dl>
  )
}

function Row({ answer, threshold }: { answer: Answer; threshold: number }) {
  const styles = useStyles()
  const t = useText(strings)
  const word = useFormWords()
  const said = useSaid()
  const { number } = useFormat()
  const { form, question, value, n } = answer
  return (
    <div className={styles.row}>
      <dt>{word(`${form}.${question}`)}</dt>
      <dd className={mergeClasses(styles.value, value === undefined && styles.quiet)}>
        {value === undefined ? (
          <>
            <EyeOffRegular aria-hidden /> {t('notYet', { threshold })}
          </>
        ) : (
          <>
            {said(answer, value)}{' '}
            {n !== undefined && <span className={styles.note}>{t('n', { n: number(n) })}</span>}
          </>
        )}
      </dd>
    </div>
  )
}

function useSaid(): (answer: Answer, value: number) => string {
  const t = useText(strings)
  const word = useFormWords()
  const words = useWords()
  const { number, percent } = useFormat()
  return ({ form, question, unit, of = 5, option, bound }, value) => {
    if (unit === 'score')
      return t('answers.score', {
        value: number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
        most: number(of),
      })
    const share = words.bound(bound, percent(value / 100))
    return t('answers.choice', { option: word(`${form}.${question}.${option ?? ''}`), share })
  }
}

/** By keys made of data; each that a form can ask for is held by a test. */
function useFormWords() {
  const t = useText(formWords)
  return (key: string) =>
    (t as (key: FormWordKey, gaps?: Record<string, string>) => string)(key as FormWordKey)
}
