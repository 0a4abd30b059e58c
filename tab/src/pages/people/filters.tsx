/** Filters that count: each says how many it would show. */
import { Input, makeStyles, mergeClasses, ToggleButton, tokens } from '@fluentui/react-components'
import { SearchRegular } from '@fluentui/react-icons'
import type { In, Out } from '../../../../bot/contract/index.ts'
import { useFormat, useText } from '../../ui/text.tsx'
import { unseen } from '../../ui/unseen.ts'
import { useWords } from '../../ui/words.ts'
import { strings } from './strings.ts'

export interface Filter {
  state: NonNullable<In<'people'>['state']>
  side: 'mentor' | 'mentee' | undefined
  text: string
}

export const noFilter: Filter = { state: 'enrolled', side: undefined, text: '' }

const states: Filter['state'][] = [
  'enrolled',
  'not-enrolled',
  'applied',
  'approved',
  'waitlisted',
  'paused',
  'declined',
  'left',
  'everyone',
]

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  group: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    border: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
  },
  chip: { minWidth: 'auto' },
  on: { fontWeight: tokens.fontWeightSemibold },
  count: {
    marginInlineStart: tokens.spacingHorizontalXS,
    color: 'inherit',
    opacity: 0.8,
    fontVariantNumeric: 'tabular-nums',
  },
  hidden: unseen,
})

export function Filters({
  filter,
  change,
  counts,
  isCohort,
}: {
  filter: Filter
  change: (filter: Filter) => void
  counts: Out<'people'>['counts']
  /** One is chosen: without it nobody is in or out. */
  isCohort: boolean
}) {
  const styles = useStyles()
  const t = useText(strings)
  const words = useWords()
  const word = (state: Filter['state']) =>
    state === 'enrolled' || state === 'not-enrolled' || state === 'everyone'
      ? t(`filter.${state}`)
      : words.t(`participant.${state}`)
  return (
    <search className={styles.root}>
      <Input
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        contentBefore={<SearchRegular aria-hidden="true" />}
        value={filter.text}
        onChange={(_, { value }) => change({ ...filter, text: value })}
      />
      <fieldset className={styles.group}>
        <legend className={styles.hidden}>{t('filter.state')}</legend>
        {states
          .filter(
            (state) =>
              state === filter.state ||
              state === 'enrolled' ||
              (state === 'not-enrolled' ? isCohort : (counts[state] ?? 0) > 0),
          )
          .map((state) => (
            <Chip
              key={state}
              word={word(state)}
              count={state === 'not-enrolled' ? undefined : counts[state]}
              on={filter.state === state}
              choose={() => change({ ...filter, state })}
            />
          ))}
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.hidden}>{t('filter.side')}</legend>
        {([undefined, 'mentor', 'mentee'] as const).map((side) => (
          <Chip
            key={side ?? 'both'}
            word={t(side ? `filter.${side}s` : 'filter.both')}
            count={side ? counts[`${side}s`] : undefined}
            on={filter.side === side}
            choose={() => change({ ...filter, side })}
          />
        ))}
      </fieldset>
    </search>
  )
}

function Chip({
  word,
  count,
  on,
  choose,
}: {
  word: string
  count: number | undefined
  on: boolean
  choose: () => void
}) {
  const styles = useStyles()
  const { number } = useFormat()
  return (
    <ToggleButton
      size="small"
      shape="circular"
      className={mergeClasses(styles.chip, on && styles.on)}
      appearance={on ? 'primary' : 'secondary'}
      checked={on}
      onClick={choose}
    >
      {word}
      {count !== undefined && <span className={styles.count}>{number(count)}</span>}
    </ToggleButton>
  )
}
