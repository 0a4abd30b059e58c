/** Another time for one pair: both weeks at a glance, the best times with their score, and one press to choose. */
import {
  Badge,
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  tokens,
} from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { useChangeSlot, useHoldTimes } from '../../api/scheduling/schedule.ts'
import { Reading } from '../../ui/states.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { findStrings } from './find-strings.ts'
import { HeatMap } from './heat-map.tsx'
import { strings } from './times-strings.ts'
import type { HoldRow } from './weeks.ts'

type Week = Out<'holdTimes'>
type Candidate = Week['candidates'][number]

const useStyles = makeStyles({
  drawer: { width: 'min(640px, 100vw)' },
  body: {
    display: 'grid',
    alignContent: 'start',
    gap: tokens.spacingVerticalL,
    paddingBlockEnd: tokens.spacingVerticalXXL,
  },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  head: { display: 'flex', alignItems: 'baseline', justifyContent: 'space-between' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  list: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  question: { display: 'grid', flex: '1 1 240px', gap: tokens.spacingVerticalS },
  answers: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalS,
    borderBlockEndWidth: '1px',
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke3,
  },
  words: { display: 'grid', minWidth: 0 },
  when: { fontWeight: tokens.fontWeightSemibold },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
})

/** Stays mounted when closed: taken away while open, it would leave the page behind it hidden from screen readers. */
export function TimesDrawer({ hold, close }: { hold: HoldRow | undefined; close(): void }) {
  const styles = useStyles()
  const t = useText(strings)
  const pair = hold ? `${hold.mentor.name} · ${hold.mentee.name}` : ''
  return (
    <OverlayDrawer
      open={hold !== undefined}
      position="end"
      className={styles.drawer}
      aria-label={t('title', { pair })}
      onOpenChange={(_, { open }) => !open && close()}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          heading={{ as: 'h2' }}
          action={
            <Button appearance="subtle" icon={<DismissRegular />} aria-label={t('close')} onClick={close} />
          }
        >
          {t('title', { pair })}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>{hold && <Times hold={hold} pair={pair} close={close} />}</DrawerBody>
    </OverlayDrawer>
  )
}

function Times({ hold, ...rest }: { hold: HoldRow; pair: string; close(): void }) {
  return (
    <Reading query={useHoldTimes(hold.id)}>{(times) => <Body times={times} hold={hold} {...rest} />}</Reading>
  )
}

function Body({ times, hold, pair, close }: { times: Week; hold: HoldRow; pair: string; close(): void }) {
  const styles = useStyles()
  const t = useText(strings)
  const words = useWords()
  const toasts = useToasts()
  const [asTable, setAsTable] = useState(false)
  const change = useChangeSlot()
  const { occurrences, minutes, timeZone, candidates, chosen } = times
  const choose = ({ firstDate, time }: Candidate) =>
    change.mutate(
      { id: hold.id, firstDate, time },
      {
        onSuccess: () => {
          toasts.say(t('chosen', { pair }))
          close()
        },
        onError: (fault) => toasts.say(t('failed', { why: words.whyNot(fault) })),
      },
    )
  const zone = (timeZone.split('/').at(-1) ?? timeZone).replace(/_/g, ' ')
  return (
    <div className={styles.body}>
      <p className={styles.lead}>{t('lead', { count: occurrences, minutes, zone })}</p>
      <div className={styles.head}>
        <h3 className={styles.heading}>{t('week')}</h3>
        <Button size="small" onClick={() => setAsTable(!asTable)}>
          {asTable ? t('asMap') : t('asTable')}
        </Button>
      </div>
      <HeatMap times={times} asTable={asTable} />
      <h3 className={styles.heading}>{t('best')}</h3>
      {candidates.length === 0 && <p className={styles.lead}>{t('none')}</p>}
      <ol className={styles.list}>
        {candidates.map((candidate) => (
          <CandidateRow
            key={`${candidate.firstDate} ${candidate.time}`}
            candidate={candidate}
            choose={choose}
            isBooked={chosen?.weekday === candidate.weekday && chosen.time === candidate.time}
            asks={hold.state === 'booked'}
            busy={change.isPending}
          />
        ))}
      </ol>
    </div>
  )
}

function CandidateRow({
  candidate,
  choose,
  isBooked,
  asks,
  busy,
}: {
  candidate: Candidate
  choose(candidate: Candidate): void
  /** The time they have now is no choice. */
  isBooked: boolean
  /** A time that two people already have in their calendars is not changed by one press. */
  asks: boolean
  busy: boolean
}) {
  const styles = useStyles()
  const t = useText(strings)
  const find = useText(findStrings)
  const [asking, setAsking] = useState(false)
  const { weekday, shortDay, number } = useFormat()
  const { firstDate, time, weekday: day, score, moved } = candidate
  const when = t('first', { day: weekday(day), time, date: shortDay(`${firstDate}T12:00:00Z`) })
  return (
    <li className={styles.item}>
      <span className={styles.words}>
        <span className={styles.when}>{when}</span>
        <span className={styles.small}>
          {moved === 0 ? t('fits') : t('moves', { count: moved })} ·{' '}
          {t('score', { score: number(Math.round(score)) })}
        </span>
      </span>
      {isBooked ? (
        <Badge appearance="tint" color="brand">
          {find('bookedNow')}
        </Badge>
      ) : asking ? (
        <span className={styles.question}>
          <span role="status">{find('sure', { when })}</span>
          <span className={styles.answers}>
            <Button appearance="primary" disabled={busy} onClick={() => choose(candidate)}>
              {find('move')}
            </Button>
            <Button onClick={() => setAsking(false)}>{find('keep')}</Button>
          </span>
        </span>
      ) : (
        <Button
          aria-label={`${t('choose')}: ${when}`}
          disabled={busy}
          onClick={() => (asks ? setAsking(true) : choose(candidate))}
        >
          {t('choose')}
        </Button>
      )}
    </li>
  )
}
