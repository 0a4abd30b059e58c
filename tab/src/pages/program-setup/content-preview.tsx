/** A text as its reader sees it, with example names in its gaps. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { directionOf, fill, type Language } from '../../../../bot/words/sentence.ts'
import { useText } from '../../ui/text.tsx'
import { type Group, isGroup, type Json, linesOf, type Shape } from './content-shape.ts'
import { contentStrings } from './content-strings.ts'

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: '20px', display: 'grid', gap: tokens.spacingVerticalS },
  text: { overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  question: { display: 'grid', gap: tokens.spacingVerticalXS },
  asked: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  answers: {
    ...{ margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexWrap: 'wrap' },
    gap: tokens.spacingHorizontalS,
  },
  answer: {
    paddingInline: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXXS,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStroke1}`,
    overflowWrap: 'anywhere',
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
})

export function ContentPreview({
  kind,
  shape,
  body,
  language,
}: {
  kind: string
  shape: Shape
  body: Group
  language: Language
}) {
  const t = useText(contentStrings)
  const styles = useStyles()
  const questions = kind === 'questions' ? body['questions'] : undefined
  if (Array.isArray(questions)) return <Questions questions={questions.filter(isGroup)} language={language} />
  const lines = linesOf(shape, body)
  return lines.length > 0 ? (
    <Lines lines={lines} language={language} />
  ) : (
    <p className={styles.quiet}>{t('nothing')}</p>
  )
}

/** Each in the direction of what it says. */
function Lines({ lines, language }: { lines: string[]; language: Language }) {
  const styles = useStyles()
  const t = useText(contentStrings)
  const example = {
    ...{ mentor: t('example.mentor'), mentee: t('example.mentee'), count: 6, minutes: 50, weeks: 3 },
  }
  return (
    <ul className={styles.list} lang={language} dir={directionOf(language)}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same.
        <li key={index} className={styles.text} dir="auto">
          {fill(line, example, language)}
        </li>
      ))}
    </ul>
  )
}

/** As a form puts them: the question, and below it what can be answered. */
function Questions({ questions, language }: { questions: Group[]; language: Language }) {
  const styles = useStyles()
  const t = useText(contentStrings)
  return (
    <div className={styles.list} lang={language} dir={directionOf(language)}>
      {questions.map((question, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two that are new have no names yet.
        <div key={index} className={styles.question}>
          <p className={styles.asked} dir="auto">
            {String(question['text'] ?? '')}
          </p>
          {question['kind'] === 'line' ? (
            <p className={styles.quiet}>{t('own-words')}</p>
          ) : (
            <ul className={styles.answers}>
              {answersOf(question).map((answer) => (
                <li key={answer} className={styles.answer} dir="auto">
                  {answer}
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </div>
  )
}

const numberOr = (value: Json | undefined, otherwise: number) =>
  typeof value === 'number' ? value : otherwise

function answersOf(question: Group): string[] {
  const options = question['options']
  if (question['kind'] === 'choice')
    return Array.isArray(options) ? options.filter(isGroup).map(({ text }) => String(text)) : []
  const [from, to] = [numberOr(question['from'], 1), numberOr(question['to'], 5)]
  return Array.from({ length: Math.max(0, Math.min(10, to - from) + 1) }, (_, step) => {
    const point = from + step
    const end = point === from ? question['low'] : point === to ? question['high'] : undefined
    return end === undefined ? String(point) : `${point}: ${end}`
  })
}
