/** The waiting list where an Organizer works: who waits, what is free, and the offer to whoever comes first. */
import { Button, Link, makeStyles, tokens } from '@fluentui/react-components'
import type { Out } from '../../../bot/contract/index.ts'
import { minusMs, minuteMs } from '../../../bot/domain/span.ts'
import { useOfferPlace, usePlaces } from '../api/enrolment/places.ts'
import { hrefOf } from '../navigation.ts'
import { Panel } from './panel.tsx'
import { placesStrings } from './places-strings.ts'
import { useFormat, useText } from './text.tsx'
import { useToasts } from './toaster.tsx'
import { useWords } from './words.ts'

type View = Out<'places'>

const useStyles = makeStyles({
  line: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
})

export const isQuiet = ({ waiting, offered, took }: View): boolean =>
  waiting === 0 && offered.length === 0 && took.length === 0

export function Places({ cohortId }: { cohortId: string | undefined }) {
  const styles = useStyles()
  const t = useText(placesStrings)
  const { data, isError } = usePlaces(cohortId)
  if (isError && !data) return <p className={styles.quiet}>{t('failed')}</p>
  return data && !isQuiet(data) ? <Shown view={data} /> : null
}

function Shown({ view }: { view: View }) {
  const styles = useStyles()
  const t = useText(placesStrings)
  const { day } = useFormat()
  const { waiting, free, isKnown, next, offered, took } = view
  const places = !isKnown ? t('unknown') : free === 0 ? t('none') : t('free', { count: free })
  return (
    <Panel title={t('title')}>
      {waiting > 0 && (
        <p className={styles.line}>
          {t('waiting', { count: waiting })} · {places}
        </p>
      )}
      {next && <Next next={next} />}
      {offered.length + took.length > 0 && (
        <ul className={styles.list}>
          {offered.map(({ person, until }) => (
            <li key={person.id}>{t('offered', { name: person.name, day: day(lastDay(until)) })}</li>
          ))}
          {took.map((person) => (
            <li key={person.id}>
              {t('took', { name: person.name })} <Link href={hrefOf('matching')}>{t('pair')}</Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

/** It ends at midnight: the day that people read is the last one on which there can be an answer. */
export const lastDay = (until: string): string => minusMs(new Date(until), minuteMs).toISOString()

function Next({ next: { participantId, person, mayOffer } }: { next: NonNullable<View['next']> }) {
  const styles = useStyles()
  const t = useText(placesStrings)
  const { day } = useFormat()
  const toasts = useToasts()
  const { whyNot } = useWords()
  const offer = useOfferPlace()
  const { name } = person
  if (!mayOffer) return <p className={styles.quiet}>{t('notYou', { name })}</p>
  const press = () =>
    offer.mutate(
      { participantId },
      {
        onSuccess: ({ until }) => toasts.say(t('said', { name, day: day(lastDay(until)) })),
        onError: (fault) => toasts.say(whyNot(fault)),
      },
    )
  return (
    <>
      <p className={styles.line}>{t('first', { name })}</p>
      <div>
        <Button appearance="primary" disabledFocusable={offer.isPending} onClick={press}>
          {t('offer', { name })}
        </Button>
      </div>
      <p className={styles.quiet}>{t('offerNote')}</p>
    </>
  )
}
