/** The Cohorts of one Program: which there are, how the next one begins, and whom to tell of it first. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { Out } from '../../../../bot/contract/index.ts'
import { chatLink } from '../../../../bot/words/chat-link.ts'
import { useLeftOut, useNextCohort } from '../../api/program/cohorts.ts'
import { useCohortChoice } from '../../ui/cohort.tsx'
import { firstNameOf } from '../../ui/first-name.ts'
import { useOpenLink } from '../../ui/host.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PersonFace } from '../../ui/person-face.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { cohortsStrings } from './cohorts-strings.ts'

type Cohort = Out<'cohort'>

const useStyles = makeStyles({
  text: { margin: 0, lineHeight: tokens.lineHeightBase400 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalM },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  words: { display: 'grid', gap: tokens.spacingVerticalXXS, minWidth: 0 },
})

/** Begins the next Cohort, or goes to the one that follows already; its plan is opened where it is new. */
export function NextCohort({
  cohort,
  look,
  isMain = false,
}: {
  cohort: Cohort
  look: () => void
  isMain?: boolean
}) {
  const t = useText(cohortsStrings)
  const words = useWords()
  const toasts = useToasts()
  const { choose } = useCohortChoice()
  const start = useNextCohort()
  const next = cohort.cohorts.find(({ id }) => id === cohort.nextId)
  const appearance = isMain ? 'primary' : 'secondary'
  if (next) {
    return (
      <Button appearance={appearance} onClick={() => choose(next.id)}>
        {t('go', { name: next.name })}
      </Button>
    )
  }
  const press = () =>
    start.mutate(
      { id: cohort.id },
      {
        onSuccess: ({ id, isNew, name }) => {
          choose(id)
          toasts.say(t(isNew ? 'created' : 'there', { name }))
          if (isNew) look()
        },
        onError: (fault) => toasts.say(words.whyNot(fault)),
      },
    )
  return (
    <Button appearance={appearance} disabledFocusable={start.isPending} onClick={press}>
      {t('next')}
    </Button>
  )
}

/** @param look opens the plan of the Cohort that is shown then */
export function CohortsPanel({ cohort, look, copy }: { cohort: Cohort; look: () => void; copy: () => void }) {
  const styles = useStyles()
  const t = useText(cohortsStrings)
  const format = useFormat()
  const { all, choose } = useCohortChoice()
  const hasBegun = cohort.stage === 'running' || cohort.stage === 'closed'
  const { edit } = cohort.may
  if (cohort.cohorts.length < 2 && !edit) return null
  return (
    <Panel title={t('title')}>
      <ul className={styles.list}>
        {cohort.cohorts.map(({ id, name, stage, startsOn, endsOn }) => (
          <li key={id} className={styles.row} aria-current={id === cohort.id ? 'true' : undefined}>
            <span className={styles.text}>
              {t('one', {
                ...{ name, stage: t(`stage.${stage}`) },
                ...{ from: format.date(startsOn), to: format.date(endsOn) },
              })}
            </span>
            {id !== cohort.id && all.some((one) => one.id === id) && (
              <Button size="small" aria-label={t('go', { name })} onClick={() => choose(id)}>
                {t('open')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {edit && hasBegun && !cohort.nextId && <p className={styles.quiet}>{t('next.note')}</p>}
      {edit && (
        <div className={styles.acts}>
          {cohort.stage === 'running' && <NextCohort cohort={cohort} look={look} />}
          <Button onClick={copy}>{t('copy')}</Button>
        </div>
      )}
    </Panel>
  )
}

const mostShown = 50

/** Nothing where nobody was left out. */
export function LeftOutPanel({ cohort }: { cohort: Cohort }) {
  const styles = useStyles()
  const t = useText(cohortsStrings)
  const openLink = useOpenLink()
  const { data, error, refetch } = useLeftOut(cohort.id)
  if (error) {
    return (
      <Panel title={t('left.title')}>
        <ErrorState error={error} retry={() => void refetch()} />
      </Panel>
    )
  }
  if (!data) {
    return (
      <Panel title={t('left.title')}>
        <Loading />
      </Panel>
    )
  }
  const { beforeName, people } = data
  if (beforeName === undefined || people.length === 0) return null
  const isOpen = cohort.stage !== 'draft'
  const write = (name: string, chatWith: string) => {
    const gaps = { name: firstNameOf(name), program: cohort.programName, cohort: cohort.cohortName }
    // With one person alone: who else was left out is nobody's to read.
    openLink(chatLink(chatWith, t('message', gaps)))
  }
  return (
    <Panel title={t('left.title')}>
      <p className={styles.quiet}>{t('left.note', { cohort: beforeName })}</p>
      {!isOpen && <p className={styles.text}>{t('left.later')}</p>}
      <ul className={styles.list}>
        {people.slice(0, mostShown).map(({ person, side, why, hasEnrolled, chatWith }) => (
          <li key={`${person.id}.${side}`} className={styles.row}>
            <span className={styles.words}>
              <PersonFace person={person} size={32} />
              <span className={styles.quiet}>
                {t(`side.${side}`)} · {t(hasEnrolled ? 'enrolled' : `why.${why}`)}
              </span>
            </span>
            {isOpen && !hasEnrolled && chatWith && (
              <Button
                size="small"
                aria-label={`${t('write')}: ${person.name}`}
                onClick={() => write(person.name, chatWith)}
              >
                {t('write')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {people.length > mostShown && (
        <p className={styles.text}>{t('left.more', { count: people.length - mostShown })}</p>
      )}
    </Panel>
  )
}
