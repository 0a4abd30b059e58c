/** Somebody opened: what they enrolled with, their pairs, and what was done and decided. */
import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  tokens,
} from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { ApiProblem } from '../../api/client.ts'
import { useOpenParticipant } from '../../api/organization/people.ts'
import { PersonFace } from '../../ui/person-face.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useWords } from '../../ui/words.ts'
import { openedStrings } from './opened-strings.ts'
import type { Row } from './row.ts'
import { SetBreak } from './set-break.tsx'

type Person = Out<'openParticipant'>

const useStyles = makeStyles({
  drawer: { width: 'min(560px, 100vw)' },
  body: {
    display: 'grid',
    alignContent: 'start',
    gap: tokens.spacingVerticalXL,
    paddingBlockEnd: tokens.spacingVerticalXXL,
  },
  section: { display: 'grid', gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(110px, auto) minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  list: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  entry: { display: 'grid' },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
})

/** Stays mounted when closed: taken away while open, it would leave the page behind it hidden from screen readers. */
export function Opened({ row, close }: { row: Row | undefined; close(): void }) {
  const styles = useStyles()
  const t = useText(openedStrings)
  const id = row?.participant?.id
  const name = row?.person.name ?? ''
  return (
    <OverlayDrawer
      open={id !== undefined}
      position="end"
      className={styles.drawer}
      aria-label={name}
      onOpenChange={(_, { open }) => !open && close()}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          heading={{ as: 'h2' }}
          action={
            <Button appearance="subtle" icon={<DismissRegular />} aria-label={t('close')} onClick={close} />
          }
        >
          {name}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>{id !== undefined && <Known id={id} />}</DrawerBody>
    </OverlayDrawer>
  )
}

function Known({ id }: { id: string }) {
  const styles = useStyles()
  const t = useText(openedStrings)
  const query = useOpenParticipant(id)
  if (query.data) return <Body opened={query.data} />
  if (!query.isError) return <Loading label={t('loading')} />
  // A "no" has one reason here, and trying again would not help.
  const code = query.error instanceof ApiProblem ? query.error.code : undefined
  if (code === 'not-allowed') return <p className={styles.value}>{t('in-line')}</p>
  if (code === 'not-found') return <p className={styles.value}>{t('gone')}</p>
  return <ErrorState error={query.error} retry={() => void query.refetch()} />
}

function Body({ opened }: { opened: Person }) {
  const styles = useStyles()
  const t = useText(openedStrings)
  const { person, participant, pairs, hiddenPairs, wishes, history } = opened
  return (
    <div className={styles.body}>
      <PersonFace person={person} />
      <Section title={t('facts')}>
        <Facts opened={opened} />
      </Section>
      <Section title={t('pairs')}>
        {pairs.length > 0 ? (
          <ul className={styles.list}>
            {pairs.map((pair) => (
              <li key={pair.id}>
                <PersonFace person={pair.partner} note={<PairLife pair={pair} />} />
              </li>
            ))}
          </ul>
        ) : (
          hiddenPairs === 0 && <p className={styles.small}>{t('pairs.none')}</p>
        )}
        {hiddenPairs > 0 && <p className={styles.small}>{t('pairs.hidden', { count: hiddenPairs })}</p>}
      </Section>
      {wishes.length > 0 && (
        <Section title={t('wishes')}>
          <ul className={styles.list}>
            {wishes.map(({ partner, by }) => (
              <li key={partner.id}>
                <PersonFace person={partner} note={t(`wish.${by}`)} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {(participant.state === 'approved' || participant.state === 'paused') && (
        <Section title={t('break')}>
          <SetBreak opened={opened} />
        </Section>
      )}
      <Section title={t('history')}>
        <History history={history} />
      </Section>
      <p className={styles.small}>{t('private')}</p>
    </div>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles()
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </section>
  )
}

function Facts({ opened: { person, participant, enrolledAt, groundRules } }: { opened: Person }) {
  const styles = useStyles()
  const t = useText(openedStrings)
  const words = useWords()
  const format = useFormat()
  const { side, state, pausedUntil, topics, languages, interests, capacity, timeZone } = participant
  const { days, start, end } = participant.workingHours
  const stands = words.t(`participant.${state}`)
  const week = format.list(days.map((day) => format.weekday(day, 'short')))
  const facts = [
    [t('manager'), person.managerName],
    [t('side'), words.t(`side.${side}`)],
    [t('state'), pausedUntil ? t('paused-until', { state: stands, date: format.date(pausedUntil) }) : stands],
    [
      t('topics'),
      format.list(
        topics.map(({ topic, level }) =>
          t('topic', { topic: words.topic(topic), level: words.t(`level.${level}`) }),
        ),
      ),
    ],
    [t('languages'), format.list(languages.map((tag) => format.languageName(tag)))],
    [t('interests'), format.list(interests.map((one) => words.interest(one)))],
    [t('capacity'), format.number(capacity)],
    [t('hours'), days.length > 0 ? t('hours.value', { days: week, start, end, zone: timeZone }) : ''],
    [t('enrolled'), format.date(enrolledAt)],
    [t('rules'), t(participant.acceptedGroundRules === groundRules ? 'rules.current' : 'rules.old')],
  ] as const
  return (
    <dl className={styles.facts}>
      {facts.map(
        ([term, value]) =>
          value && (
            <div key={term} style={{ display: 'contents' }}>
              <dt className={styles.term}>{term}</dt>
              <dd className={styles.value}>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

function PairLife({ pair: { state, cohortName, approvedAt, endedAt } }: { pair: Person['pairs'][number] }) {
  const t = useText(openedStrings)
  const format = useFormat()
  const on = (instant: string | undefined) => (instant ? format.date(instant) : '—')
  return t(`pair.${state}`, { cohort: cohortName, from: on(approvedAt), to: on(endedAt) })
}

function History({ history }: { history: Person['history'] }) {
  const styles = useStyles()
  const t = useText(openedStrings)
  const format = useFormat()
  return (
    <ol className={styles.list}>
      {history.map(({ at, what, by }) => (
        <li key={`${at} ${what}`} className={styles.entry}>
          <span>{t(`what.${what}`, { name: by?.name ?? '—' })}</span>
          <time className={styles.small} dateTime={at}>
            {format.beside(format.day(at), format.time(at))}
          </time>
        </li>
      ))}
    </ol>
  )
}
