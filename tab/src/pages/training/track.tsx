import { ProgressBar } from '@fluentui/react-components'
import type { Out } from '../../../../bot/contract/index.ts'
import { Panel } from '../../ui/panel.tsx'
import { useText } from '../../ui/text.tsx'
import { LessonRow } from './lesson-row.tsx'
import type { LessonLine } from './next.ts'
import { strings } from './strings.ts'
import { useTrainingStyles } from './styles.ts'

/** One's own lessons of one side, in their order. */
export function TrackPanel({
  track,
  lessons,
}: {
  track: Out<'training'>['tracks'][number]
  lessons: LessonLine[]
}) {
  const styles = useTrainingStyles()
  const t = useText(strings)
  const { side, finished, of } = track
  const progress = t('progress', { finished, of })
  return (
    <Panel title={t(`track.${side}`)} aside={<span className={styles.quiet}>{progress}</span>}>
      <ProgressBar aria-label={progress} thickness="large" value={finished} max={of} />
      <ol className={styles.list}>
        {lessons.map((lesson) => (
          <LessonRow key={lesson.id} lesson={lesson} />
        ))}
      </ol>
    </Panel>
  )
}
