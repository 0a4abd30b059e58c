import { mergeClasses } from '@fluentui/react-components'
import { CheckmarkCircleFilled, CircleHalfFillRegular, CircleRegular } from '@fluentui/react-icons'
import { hrefOf } from '../../navigation.ts'
import { useText } from '../../ui/text.tsx'
import type { LessonLine } from './next.ts'
import { strings } from './strings.ts'
import { useTrainingStyles } from './styles.ts'

const marks = { new: CircleRegular, started: CircleHalfFillRegular, finished: CheckmarkCircleFilled }

/** `whole`: with what it is good for, and for whom. */
export function LessonRow({ lesson, whole = false }: { lesson: LessonLine; whole?: boolean }) {
  const styles = useTrainingStyles()
  const t = useText(strings)
  const { id, title, promise, side, stage, minutes, state, isNewer } = lesson
  const Mark = marks[state]
  const facts = [
    ...(whole ? [t(`side.${side}`), t(`stage.${stage}`)] : []),
    t('minutes', { count: minutes }),
    t(`state.${state}`),
    ...(isNewer ? [t('newer')] : []),
  ]
  return (
    <li className={styles.row}>
      <span className={mergeClasses(styles.mark, state === 'finished' && styles.markDone)} aria-hidden="true">
        <Mark />
      </span>
      <div className={styles.words}>
        <a className={styles.title} href={hrefOf('training', id)}>
          {title}
        </a>
        {whole && <p className={styles.quiet}>{promise}</p>}
        <p className={styles.facts}>{facts.join(' · ')}</p>
      </div>
    </li>
  )
}
