/** One lesson, to read from top to bottom, with the check at its end. */
import { Button } from '@fluentui/react-components'
import { ArrowLeftRegular, ArrowRightRegular } from '@fluentui/react-icons'
import { useEffect, useRef } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { directionOf } from '../../../../bot/words/sentence.ts'
import { useLesson, useStartLesson } from '../../api/enrolment/training.ts'
import { hrefOf } from '../../navigation.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Reading } from '../../ui/states.tsx'
import { frameStrings } from '../../ui/strings.ts'
import { useLanguage, useText } from '../../ui/text.tsx'
import { Check } from './check.tsx'
import { nextOf } from './next.ts'
import { strings } from './strings.ts'
import { useTrainingStyles } from './styles.ts'

type Lesson = Out<'lesson'>
type View = Out<'training'>

export function Reader({ id, view }: { id: string; view: View }) {
  const styles = useTrainingStyles()
  const t = useText(strings)
  const query = useLesson(id, useLanguage())
  return (
    <>
      <p className={styles.quiet}>
        <a className={styles.title} href={hrefOf('training')}>
          {t('back')}
        </a>
      </p>
      <Reading query={query}>{(lesson) => <Text lesson={lesson} view={view} />}</Reading>
    </>
  )
}

function Text({ lesson, view }: { lesson: Lesson; view: View }) {
  const styles = useTrainingStyles()
  const t = useText(strings)
  const frame = useText(frameStrings)
  const page = useRef<HTMLElement>(null)
  const { id, title, promise, side, minutes, parts, scenario, state } = lesson
  const takesPart = view.tracks.length > 0
  useStarted(lesson, takesPart)
  // Another lesson is another page: reading begins at its heading.
  useEffect(() => {
    page.current?.querySelector('h1')?.focus({ preventScroll: true })
    page.current?.closest('main')?.scrollIntoView?.({ block: 'start' })
  }, [])
  const next = nextOf(view, id)
  return (
    <article ref={page} className={styles.lesson} lang={lesson.language} dir={directionOf(lesson.language)}>
      <PageHeader
        place={[frame('place.training'), t(`side.${side}`), t('minutes', { count: minutes })].join(' · ')}
        lead={title}
        note={promise}
      />
      {parts.map(({ heading, text, points }) => (
        <section key={heading} className={styles.part}>
          <h2 className={styles.heading}>{heading}</h2>
          {text.map((paragraph) => (
            <p key={paragraph} className={styles.text}>
              {paragraph}
            </p>
          ))}
          {points && (
            <ul className={styles.points}>
              {points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
      <Panel title={scenario.heading}>
        {scenario.text.map((paragraph) => (
          <p key={paragraph} className={styles.text}>
            {paragraph}
          </p>
        ))}
      </Panel>
      <Check lesson={lesson} takesPart={takesPart} />
      <div className={styles.acts}>
        {state === 'finished' && next && (
          <Button
            as="a"
            appearance="primary"
            className={styles.wraps}
            icon={<Onward />}
            iconPosition="after"
            href={hrefOf('training', next.id)}
          >
            {t('next', { title: next.title })}
          </Button>
        )}
        {state === 'finished' && takesPart && !next && <p className={styles.text}>{t('done')}</p>}
        <Button as="a" href={hrefOf('training')}>
          {t('back')}
        </Button>
      </div>
    </article>
  )
}

/** Points to where reading goes on. */
function Onward() {
  return useLanguage() === 'ar' ? <ArrowLeftRegular /> : <ArrowRightRegular />
}

/** Once somebody who takes part has it before them. */
function useStarted({ id, state }: Lesson, takesPart: boolean) {
  const start = useStartLesson()
  const asked = useRef(false)
  const { mutate } = start
  useEffect(() => {
    if (!takesPart || state !== 'new' || asked.current) return
    asked.current = true
    mutate({ id })
  }, [id, state, takesPart, mutate])
}
