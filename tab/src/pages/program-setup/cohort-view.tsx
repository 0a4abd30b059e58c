/** The Cohort at a glance. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { usePeople } from '../../api/organization/people.ts'
import { useOpenStage } from '../../api/program/cohorts.ts'
import { hrefOf } from '../../navigation.ts'
import { Balance } from '../../ui/balance.tsx'
import { focusHeading } from '../../ui/focus-heading.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PersonFace } from '../../ui/person-face.tsx'
import { Stat, Stats } from '../../ui/stat.tsx'
import { Steps } from '../../ui/steps.tsx'
import { frameStrings } from '../../ui/strings.ts'
import { type Text, useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { CohortsPanel, LeftOutPanel, NextCohort } from './cohorts.tsx'
import { cohortsStrings } from './cohorts-strings.ts'
import { DaysOffPanel } from './days-off.tsx'
import { PartsPanel } from './parts.tsx'
import { OrganizerPanel, SeatAsked } from './seats.tsx'
import { SponsorDuties } from './sponsor-duties.tsx'
import { strings } from './strings.ts'
import { TrainingPanel } from './training.tsx'

const CloseDialog = lazy(() => import('./closing.tsx'))
const ClosingPanels = lazy(() => import('./thanks.tsx'))

type Cohort = Out<'cohort'>

const useStyles = makeStyles({
  stack: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXL },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    alignItems: 'start',
    gap: tokens.spacingHorizontalXL,
    '@media (max-width: 1040px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  text: { margin: 0, lineHeight: tokens.lineHeightBase400 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  scale: {
    position: 'relative',
    height: '10px',
    borderRadius: '5px',
    backgroundColor: tokens.colorNeutralBackground4,
  },
  filled: {
    height: '100%',
    borderRadius: '5px',
    backgroundColor: tokens.colorBrandBackground,
    forcedColorAdjust: 'none',
  },
  list: { margin: 0, paddingInlineStart: '20px', display: 'grid', gap: tokens.spacingVerticalS },
  date: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
})

export function CohortView({
  cohort,
  edit,
  startNew,
  writeTexts,
}: {
  cohort: Cohort
  edit: () => void
  startNew: () => void
  writeTexts: () => void
}) {
  const styles = useStyles()
  const t = useText(strings)
  const frame = useText(frameStrings)
  const organizes = cohort.may.edit
  return (
    <>
      <PageHeader
        place={`${frame('place.program')} · ${cohort.programName}`}
        lead={leadOf(t, cohort)}
        {...(cohort.stage === 'closed'
          ? {}
          : { note: t(isPairsTurn(cohort) ? 'note.turn.pairs' : 'note.turn.organizer') })}
        action={organizes && <Acts cohort={cohort} edit={edit} writeTexts={writeTexts} />}
      />
      <div className={styles.stack}>
        <Timeline cohort={cohort} />
        <div className={styles.columns}>
          <div className={styles.stack}>
            <SoFar cohort={cohort} />
            {organizes && cohort.stage !== 'running' && cohort.stage !== 'closed' && (
              <LeftOutPanel cohort={cohort} />
            )}
            {organizes && <Offers cohortId={cohort.id} />}
            {organizes && <TrainingPanel cohortId={cohort.id} />}
            {organizes && cohort.stage !== 'closed' && <DaysOffPanel cohortId={cohort.id} />}
            <Rules cohort={cohort} />
          </div>
          <div className={styles.stack}>
            <Challenge cohort={cohort} />
            <Sponsor cohort={cohort} />
            {cohort.may.tickDuty && (cohort.stage === 'running' || cohort.stage === 'closed') && (
              <Suspense fallback={null}>
                <ClosingPanels cohortId={cohort.id} />
              </Suspense>
            )}
            <CohortsPanel cohort={cohort} look={edit} copy={startNew} />
            <OrganizerPanel cohort={cohort} />
            <PartsPanel cohortId={cohort.id} />
          </div>
        </div>
      </div>
    </>
  )
}

/** Once pairs are approved, the Sessions begin without anybody's word; the stage follows them. */
const isPairsTurn = ({ stage, counts }: Cohort) =>
  stage === 'running' || (stage === 'matching' && (counts.pairs ?? 0) > 0)

function leadOf(t: Text<typeof strings.en>, { stage, cohortName, counts }: Cohort): string {
  switch (stage) {
    case 'draft':
      return t('lead.draft', { cohort: cohortName })
    case 'enrolling':
      return counts.applied > 0 ? t('lead.enrolling.wait', { count: counts.applied }) : t('lead.enrolling')
    case 'matching':
      if (counts.pairs) return t('lead.paired', { count: counts.pairs })
      return t('lead.matching', { mentors: counts.mentors, mentees: counts.mentees })
    case 'running':
      return counts.pairs === undefined ? t('lead.running.few') : t('lead.running', { count: counts.pairs })
    case 'closed':
      return t('lead.closed', { cohort: cohortName })
  }
}

/** Opening a stage cannot be taken back, so it waits until its message with "Undo" is gone; closing asks more before. */
function Acts({ cohort, edit, writeTexts }: { cohort: Cohort; edit: () => void; writeTexts: () => void }) {
  const t = useText(strings)
  const words = useWords()
  const toasts = useToasts()
  const openStage = useOpenStage()
  const [isClosing, setClosing] = useState<boolean>()
  const { nextStage } = cohort
  const open = (to: NonNullable<typeof nextStage>) => {
    if (to === 'draft') return
    if (to === 'closed') return setClosing(true)
    toasts.soon(t(`soon.${to}`), () =>
      openStage.mutate({ id: cohort.id, to }, { onError: (fault) => toasts.say(words.whyNot(fault)) }),
    )
  }
  return (
    <>
      {cohort.stage === 'closed' ? (
        <NextCohort cohort={cohort} look={edit} isMain />
      ) : (
        <Button onClick={edit}>{t('act.edit')}</Button>
      )}
      <Button onClick={writeTexts}>{t('act.texts')}</Button>
      {cohort.stage !== 'closed' && cohort.counts.applied > 0 && (
        <Button as="a" href={hrefOf('people')}>
          {t('act.people')}
        </Button>
      )}
      {nextStage && nextStage !== 'draft' && !(nextStage === 'running' && isPairsTurn(cohort)) && (
        <Button
          appearance={isDue(cohort) ? 'primary' : 'secondary'}
          disabledFocusable={openStage.isPending}
          onClick={() => open(nextStage)}
        >
          {t(`act.${nextStage}`)}
        </Button>
      )}
      {isClosing !== undefined && (
        <Suspense fallback={null}>
          <CloseDialog
            cohortId={cohort.id}
            cohortName={cohort.cohortName}
            open={isClosing}
            close={() => setClosing(false)}
            done={() => {
              setClosing(false)
              requestAnimationFrame(focusHeading)
            }}
          />
        </Suspense>
      )}
    </>
  )
}

/** Opening and closing enrolment is always next; closing the Cohort not before its last Session. */
function isDue({ nextStage, timeline }: Cohort): boolean {
  if (nextStage === 'running') return false
  if (nextStage !== 'closed') return true
  return timeline.some(({ key, state }) => key === 'last-session' && state === 'done')
}

function Timeline({ cohort: { timeline } }: { cohort: Cohort }) {
  const t = useText(strings)
  const format = useFormat()
  return (
    <Panel title={t('timeline.title')}>
      <Steps
        label={t('timeline.title')}
        stateWords={{
          done: t('state.done'),
          now: t('state.now'),
          ahead: t('state.ahead'),
          missed: t('state.missed'),
        }}
        steps={timeline.map(({ key, on, until, state }) => ({
          key,
          label: t(`timeline.${key}`),
          note: `${until ? `${format.date(on)} – ${format.date(until)}` : format.date(on)} · ${t(`turn.${key}`)}`,
          state,
        }))}
      />
    </Panel>
  )
}

function SoFar({ cohort: { counts } }: { cohort: Cohort }) {
  const t = useText(strings)
  const { number } = useFormat()
  const numberOr = (count: number | undefined) => (count === undefined ? '–' : number(count))
  return (
    <Panel title={t('counts.title')}>
      <Stats>
        {(['applied', 'mentors', 'mentees', 'pairs', 'held'] as const).map((key) => (
          <Stat key={key} label={t(`counts.${key}`)} value={numberOr(counts[key])} />
        ))}
      </Stats>
    </Panel>
  )
}

function Offers({ cohortId }: { cohortId: string }) {
  const t = useText(strings)
  const { data } = usePeople({ cohort: cohortId, state: 'approved', limit: 1 })
  if (!data) return null
  return (
    <Panel title={t('balance.title')}>
      <Balance balance={data.balance} />
    </Panel>
  )
}

function Challenge({ cohort: { challenge, objectives } }: { cohort: Cohort }) {
  const styles = useStyles()
  const t = useText(strings)
  const { number } = useFormat()
  const { statement, measure, unit, baseline, target } = challenge
  const figure = (value: number) => [number(value), unit].filter(Boolean).join(unit === '%' ? '' : ' ')
  return (
    <Panel title={t('challenge.title')}>
      <p className={styles.text}>{statement}</p>
      <Stats>
        <Stat label={t('challenge.baseline')} value={figure(baseline)} />
        <Stat label={t('challenge.target')} value={figure(target)} />
      </Stats>
      <p className={styles.quiet}>{measure}</p>
      {objectives.length > 0 && (
        <>
          <h3 className={styles.heading}>{t('objectives.title')}</h3>
          <ul className={styles.list}>
            {objectives.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  )
}

function Sponsor({ cohort }: { cohort: Cohort }) {
  const { sponsor, asked } = cohort
  const styles = useStyles()
  const t = useText(strings)
  const more = useText(cohortsStrings)
  return (
    <Panel title={t('sponsor.title')}>
      {sponsor ? (
        <PersonFace person={sponsor} size={56} />
      ) : (
        !asked.some(({ seat }) => seat === 'sponsor') && <p className={styles.text}>{t('sponsor.none')}</p>
      )}
      {sponsor && cohort.cohorts.length > 1 && cohort.stage !== 'closed' && (
        <p className={styles.quiet}>{more('sponsor.stays')}</p>
      )}
      <SeatAsked cohort={cohort} seat="sponsor" />
      <h3 className={styles.heading}>{t('duties.title')}</h3>
      <SponsorDuties cohort={cohort} />
    </Panel>
  )
}

function Rules({ cohort: { groundRules } }: { cohort: Cohort }) {
  const styles = useStyles()
  const t = useText(strings)
  const { list } = useFormat()
  const { notAccepted, changed } = groundRules
  return (
    <Panel title={t('rules.title', { version: groundRules.version })}>
      <ul className={styles.list}>
        {groundRules.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      {changed && changed.added.length + changed.dropped.length > 0 && (
        <>
          <h3 className={styles.heading}>{t('rules.since', { version: groundRules.version - 1 })}</h3>
          <ul className={styles.list}>
            {changed.added.map((item) => (
              <li key={item}>
                {t('rules.added')}: <ins>{item}</ins>
              </li>
            ))}
            {changed.dropped.map((item) => (
              <li key={item}>
                {t('rules.dropped')}: <s>{item}</s>
              </li>
            ))}
          </ul>
        </>
      )}
      {notAccepted && notAccepted.count > 0 && (
        <>
          <h3 className={styles.heading}>{t('rules.behind', { count: notAccepted.count })}</h3>
          <p className={styles.quiet}>
            {list(notAccepted.people.map(({ name }) => name))}
            {notAccepted.count > notAccepted.people.length && ' …'}
          </p>
        </>
      )}
      {notAccepted?.count === 0 && <p className={styles.quiet}>{t('rules.all')}</p>}
    </Panel>
  )
}
