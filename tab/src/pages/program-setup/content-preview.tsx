/** A text as its reader sees it, with example names in its gaps. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { directionOf, fill, type Language } from '../../../../bot/words/sentence.ts'
import { useText } from '../../ui/text.tsx'
import { type Group, type Json, linesOf } from './content-shape.ts'
import { contentStrings } from './content-strings.ts'

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: '20px', display: 'grid', gap: tokens.spacingVerticalS },
  text: { overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
})

export function ContentPreview({ body, language }: { kind: string; body: Group; language: Language }) {
  return <Lines lines={linesOf(body)} language={language} />
}

/** Each in the direction of what it says. */
export function Lines({ lines, language }: { lines: string[]; language: Language }) {
  const styles = useStyles()
  const example = useExamples()
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

export function useExamples(): Record<string, Json & (string | number)> {
  const t = useText(contentStrings)
  return { mentor: t('example.mentor'), mentee: t('example.mentee'), count: 6, minutes: 50, weeks: 3 }
}
