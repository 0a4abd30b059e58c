/** What came up and needs the Organizer: the fact, what to do, and a way to take it off the list. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { LightbulbRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { useEndPairing } from '../../api/enrolment/mentoring.ts'
import { useCloseConcern, useConcerns } from '../../api/meeting/check-ins.ts'
import { hrefOf } from '../../navigation.ts'
import { PairFaces } from '../../ui/pair-faces.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { concernStrings } from './concern-strings.ts'

export type Concern = Out<'concerns'>['concerns'][number]

/** Kinds whose remedy is the end of the Pairing. */
export const ending: ReadonlySet<Concern['kind']> = new Set([
  'person-left',
  'inside-line',
  'same-manager',
  'dotted-line',
  'former-manager',
  'conflict',
  'forbidden',
  'fit-in-doubt',
  'change-wanted',
])
const scheduling: ReadonlySet<Concern['kind']> = new Set([
  'series-deleted',
  'series-declined',
  'series-shortened',
  'mailbox-gone',
  'no-teams-link',
  'no-repair-time',
])

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    paddingBlock: tokens.spacingVerticalL,
    borderBlockStartWidth: '1px',
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStroke3,
    ':first-child': { borderBlockStartStyle: 'none', paddingBlockStart: 0 },
    ':last-child': { paddingBlockEnd: 0 },
  },
  faces: { alignSelf: 'start' },
  words: { display: 'grid', gap: tokens.spacingVerticalXS, minWidth: 0 },
  what: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  remedy: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    lineHeight: tokens.lineHeightBase300,
  },
  icon: { flexShrink: 0, fontSize: '20px' },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export type Leave = (key: string, gone: boolean) => void

/** What is open, without what is leaving the list while the message with its undo still stands. */
export function useOpenConcerns(cohortId: string) {
  const query = useConcerns(cohortId, false)
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set())
  const leave: Leave = (key, gone) =>
    setLeaving((before) => new Set(gone ? [...before, key] : [...before].filter((one) => one !== key)))
  return { query, shown: (query.data?.concerns ?? []).filter(({ key }) => !leaving.has(key)), leave }
}

/** What has no card of a pair on the list. @param isAll whether the list has no cards at all. */
export function Concerns({
  cohortId,
  open: { query, leave },
  shown,
  isAll,
}: {
  cohortId: string
  open: ReturnType<typeof useOpenConcerns>
  shown: readonly Concern[]
  isAll: boolean
}) {
  const t = useText(concernStrings)
  const styles = useStyles()
  if (query.isPending) return <Loading />
  if (query.isError) return <ErrorState error={query.error} retry={() => void query.refetch()} />
  if (shown.length === 0 && !isAll) return <Closed cohortId={cohortId} />
  return (
    <Panel title={shown.length > 0 ? t('title', { count: shown.length }) : t('title.none')}>
      {shown.length === 0 && <p className={styles.quiet}>{t('none')}</p>}
      {shown.length > 0 && (
        <ul className={styles.list}>
          {shown.map((concern) => (
            <li key={concern.key} className={styles.row}>
              <Faces concern={concern} />
              <div className={styles.words}>
                <About concern={concern} />
                <Acts concern={concern} leave={leave} />
              </div>
            </li>
          ))}
        </ul>
      )}
      <Closed cohortId={cohortId} />
    </Panel>
  )
}

/** On the card of its pair, whose names stand there already. */
export function ConcernOnCard({ concern, leave }: { concern: Concern; leave: Leave }) {
  const styles = useStyles()
  const t = useText(concernStrings)
  const { day } = useFormat()
  const { what } = useConcernWords()
  return (
    <div className={styles.words}>
      <h4 className={styles.what}>{what(concern)}</h4>
      <p className={styles.quiet}>{t('since', { day: day(concern.raisedAt) })}</p>
      <p className={styles.remedy}>
        <LightbulbRegular className={styles.icon} aria-hidden />
        <span>{t(`${concern.kind}.do`)}</span>
      </p>
      <Acts concern={concern} leave={leave} />
    </div>
  )
}

function Faces({ concern: { pairing } }: { concern: Concern }) {
  const styles = useStyles()
  if (!pairing) return <span />
  return (
    <span className={styles.faces}>
      <PairFaces mentor={pairing.mentor} mentee={pairing.mentee} size={36} />
    </span>
  )
}

/** Of the Program's own mailbox, when no pair is named. */
const mailbox = new Set<Concern['kind']>(['mailbox-gone', 'no-teams-link'])

function useConcernWords() {
  const t = useText(concernStrings)
  const { concern } = useWords()
  return {
    pair: ({ kind, pairing }: Concern) =>
      pairing
        ? t('pair', { mentor: pairing.mentor.name, mentee: pairing.mentee.name })
        : t(mailbox.has(kind) ? 'no-person' : 'no-pair'),
    what: ({ kind, detail, pairing }: Concern) => {
      const who = [pairing?.mentor, pairing?.mentee].find((one) => one?.id === detail['personId'])
      const { sessions, session } = detail
      const facts: Partial<Record<Concern['kind'], Record<string, string | number> | undefined>> = {
        stalled: { count: Number(sessions ?? 1) },
        'no-repair-time': session === undefined ? undefined : { session },
        'person-left': who && { name: who.name },
      }
      return concern(kind, facts[kind])
    },
  }
}

function About({ concern }: { concern: Concern }) {
  const styles = useStyles()
  const t = useText(concernStrings)
  const { day } = useFormat()
  const { pair, what } = useConcernWords()
  return (
    <>
      <h3 className={styles.what}>{what(concern)}</h3>
      <p className={styles.quiet}>
        {pair(concern)} · {t('since', { day: day(concern.raisedAt) })}
      </p>
      <p className={styles.remedy}>
        <LightbulbRegular className={styles.icon} aria-hidden />
        <span>{t(`${concern.kind}.do`)}</span>
      </p>
    </>
  )
}

/** Neither can be taken back once done, so both wait until their message is gone. */
function Acts({ concern, leave }: { concern: Concern; leave: Leave }) {
  const styles = useStyles()
  const t = useText(concernStrings)
  const { whyNot } = useWords()
  const toasts = useToasts()
  const close = useCloseConcern()
  const end = useEndPairing()
  const { pair, what } = useConcernWords()
  const { key, kind, pairing } = concern
  // Promises, not callbacks of the mutation: by then this row is gone, and perhaps the page.
  const later = (said: string, act: () => Promise<unknown>) => {
    const back = () => leave(key, false)
    leave(key, true)
    const send = () =>
      void act().catch((fault: unknown) => {
        back()
        toasts.say(whyNot(fault))
      })
    toasts.soon(said, send, back)
  }
  const endPair = async (id: string) => {
    await end.mutateAsync({ id })
    await close.mutateAsync({ key })
  }
  return (
    <div className={styles.acts}>
      {pairing && ending.has(kind) && (
        <Button
          size="small"
          onClick={() => later(t('end.soon', { pair: pair(concern) }), () => endPair(pairing.id))}
        >
          {t('end')}
        </Button>
      )}
      {scheduling.has(kind) && (
        <Button size="small" as="a" href={hrefOf('schedule')}>
          {t('schedule')}
        </Button>
      )}
      <Button
        size="small"
        appearance="subtle"
        aria-label={t('done.for', { what: what(concern), pair: pair(concern) })}
        onClick={() => later(t('said.closed', { pair: pair(concern) }), () => close.mutateAsync({ key }))}
      >
        {t('done')}
      </Button>
    </div>
  )
}

/** Read only: what was closed stays as a record, with who closed it. */
function Closed({ cohortId }: { cohortId: string }) {
  const t = useText(concernStrings)
  const [open, setOpen] = useState(false)
  return (
    <>
      <div>
        <Button size="small" appearance="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('hide-closed') : t('show-closed')}
        </Button>
      </div>
      {open && <ClosedList cohortId={cohortId} />}
    </>
  )
}

function ClosedList({ cohortId }: { cohortId: string }) {
  const styles = useStyles()
  const t = useText(concernStrings)
  const { day } = useFormat()
  const query = useConcerns(cohortId, true)
  const { pair, what } = useConcernWords()
  if (query.isPending) return <Loading />
  if (query.isError) return <ErrorState level={2} error={query.error} retry={() => void query.refetch()} />
  const closed = query.data.concerns.filter(({ closedAt }) => closedAt !== undefined)
  if (closed.length === 0) return <p className={styles.quiet}>{t('closed.none')}</p>
  return (
    <ul className={styles.list} aria-label={t('closed.title')}>
      {closed.slice(0, 200).map((concern) => (
        <li key={concern.key} className={styles.row}>
          <Faces concern={concern} />
          <div className={styles.words}>
            <h3 className={styles.what}>{what(concern)}</h3>
            <p className={styles.quiet}>{pair(concern)}</p>
            <p className={styles.quiet}>
              {concern.closedBy
                ? t('closed.by', { name: concern.closedBy.name, day: day(concern.closedAt!) })
                : t('closed.itself', { day: day(concern.closedAt!) })}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
