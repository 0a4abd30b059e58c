/** Whom somebody may be paired with: those who fit best, or those of a name; each can be put on the list or asked. */
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { Face, Out } from '../../../../bot/contract/index.ts'
import { useAskToPair, usePartners } from '../../api/preferences/preferences.ts'
import { PersonFace } from '../../ui/person-face.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { choiceStrings } from './choice-strings.ts'
import { useLayout } from './layout.ts'
import { useWhyUs } from './why-us.tsx'

type Partner = Out<'partners'>['people'][number]

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(300px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  card: {
    display: 'grid',
    gridTemplateRows: 'auto 1fr auto',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  find: { maxWidth: '420px' },
})

/** Cards before "show more": a screenful on a phone, two rows on a desk. */
const first = 6
const restMs = 250

interface Props {
  cohortId: string
  mayRank: boolean
  mayRequest: boolean
  ranked: readonly Face[]
  isFull: boolean
  add(person: Face): void
}

export function Partners({ cohortId, ...props }: Props) {
  const styles = useStyles()
  const layout = useLayout()
  const t = useText(choiceStrings)
  const [text, setText] = useState('')
  const wanted = useRested(text.trim())
  const query = usePartners(cohortId, wanted)
  const answered = useRef(wanted)
  if (!query.isPlaceholderData) answered.current = wanted
  const searched = answered.current
  return (
    <div className={layout.stack}>
      {props.mayRequest && <p className={layout.quiet}>{t('ask.how')}</p>}
      <Field className={styles.find} label={t('search.rank')}>
        <Input
          type="search"
          autoComplete="off"
          maxLength={80}
          value={text}
          onChange={(_, { value }) => setText(value)}
        />
      </Field>
      {query.data ? (
        <Found
          key={searched}
          found={query.data}
          label={t(searched ? 'found' : 'suggested')}
          none={t(searched ? 'nobody' : 'nobody.at-all')}
          cohortId={cohortId}
          {...props}
        />
      ) : query.isError ? (
        <ErrorState error={query.error} retry={() => void query.refetch()} />
      ) : (
        <Loading />
      )}
    </div>
  )
}

function Found({
  found: { people, more },
  label,
  none,
  ...props
}: Props & { found: Out<'partners'>; label: string; none: string }) {
  const styles = useStyles()
  const layout = useLayout()
  const t = useText(choiceStrings)
  const [all, setAll] = useState(false)
  const shown = all ? people : people.slice(0, first)
  const left = people.length - shown.length
  if (people.length === 0)
    return (
      <p className={layout.text} role="status">
        {none}
      </p>
    )
  return (
    <div className={layout.stack}>
      <h3 className={layout.heading}>{label}</h3>
      <ul className={styles.list} aria-label={label}>
        {shown.map((partner) => (
          <li key={partner.person.id} className={styles.card}>
            <Card partner={partner} {...props} />
          </li>
        ))}
      </ul>
      {left > 0 && (
        <div>
          <Button onClick={() => setAll(true)}>{t('show-more', { count: left })}</Button>
        </div>
      )}
      {left === 0 && more && <p className={layout.small}>{t('more')}</p>}
    </div>
  )
}

function Card({
  partner: { person, why },
  cohortId,
  mayRank,
  mayRequest,
  ranked,
  isFull,
  add,
}: Props & { partner: Partner }) {
  const layout = useLayout()
  const t = useText(choiceStrings)
  const whyUs = useWhyUs()
  const toasts = useToasts()
  const { whyNot } = useWords()
  const ask = useAskToPair()
  const { id, name } = person
  const isRanked = ranked.some((one) => one.id === id)
  const press = () =>
    ask.mutate(
      { id: cohortId, personId: id },
      {
        onSuccess: ({ request }) =>
          toasts.say(t(request.state === 'accepted' ? 'ask.both' : 'ask.said', { name })),
        onError: (fault) => toasts.say(whyNot(fault)),
      },
    )
  return (
    <>
      <PersonFace person={person} />
      <p className={layout.small}>{whyUs(why).slice(0, 2).join(' · ')}</p>
      <div className={layout.row}>
        {mayRank && (
          <Button
            size="small"
            aria-label={isRanked ? `${t('on-list')}: ${name}` : t('add.name', { name })}
            title={isFull && !isRanked ? t('full') : ''}
            disabledFocusable={isRanked || isFull}
            onClick={() => add(person)}
          >
            {t(isRanked ? 'on-list' : 'add')}
          </Button>
        )}
        {mayRequest && (
          <Button
            size="small"
            aria-label={t('ask.name', { name })}
            disabledFocusable={ask.isPending}
            onClick={press}
          >
            {t('ask')}
          </Button>
        )}
      </div>
    </>
  )
}

/** The text a moment after the last key: each search judges everybody anew. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), restMs)
    return () => clearTimeout(timer)
  }, [text])
  return rested
}
