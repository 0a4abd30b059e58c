/** Every lesson of both sides, by words, role and moment. */
import { Field, Input, Select } from '@fluentui/react-components'
import { SearchRegular } from '@fluentui/react-icons'
import { useDeferredValue, useState } from 'react'
import { useTraining } from '../../api/enrolment/training.ts'
import { Panel } from '../../ui/panel.tsx'
import { useLanguage, useText } from '../../ui/text.tsx'
import { LessonRow } from './lesson-row.tsx'
import type { LessonLine } from './next.ts'
import { strings } from './strings.ts'
import { useTrainingStyles } from './styles.ts'

const sides = ['all', 'mentor', 'mentee'] as const
const stages = ['all', 'start', 'sessions', 'difficult'] as const

export function Library({ all }: { all: LessonLine[] }) {
  const styles = useTrainingStyles()
  const t = useText(strings)
  const language = useLanguage()
  const [find, setFind] = useState('')
  const [side, setSide] = useState<(typeof sides)[number]>('all')
  const [stage, setStage] = useState<(typeof stages)[number]>('all')
  const searched = useTraining(language, useDeferredValue(find.trim()))
  const lessons = (searched.data?.lessons ?? all).filter(
    (lesson) => (side === 'all' || lesson.side === side) && (stage === 'all' || lesson.stage === stage),
  )
  return (
    <Panel title={t('library')}>
      <div className={styles.filters}>
        <Field label={t('find')}>
          <Input
            className={styles.narrow}
            type="search"
            value={find}
            maxLength={100}
            autoComplete="off"
            contentBefore={<SearchRegular />}
            onChange={(_, { value }) => setFind(value)}
          />
        </Field>
        <Field label={t('side')} className={styles.narrow}>
          <Select
            className={styles.narrow}
            select={{ className: styles.narrow }}
            value={side}
            onChange={(_, { value }) => setSide(sides.find((one) => one === value) ?? 'all')}
          >
            {sides.map((one) => (
              <option key={one} value={one}>
                {t(`side.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('stage')} className={styles.narrow}>
          <Select
            className={styles.narrow}
            select={{ className: styles.narrow }}
            value={stage}
            onChange={(_, { value }) => setStage(stages.find((one) => one === value) ?? 'all')}
          >
            {stages.map((one) => (
              <option key={one} value={one}>
                {t(`stage.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <p className={styles.quiet} role="status">
        {lessons.length === 0 ? t('found.none') : t('found', { count: lessons.length })}
      </p>
      <ul className={styles.list}>
        {lessons.map((lesson) => (
          <LessonRow key={lesson.id} lesson={lesson} whole />
        ))}
      </ul>
    </Panel>
  )
}
