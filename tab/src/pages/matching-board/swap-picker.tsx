/** Exchanging Mentees: the other pairs, the cheapest exchange first, each with what it would cost or the rule against it. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  SearchBox,
  tokens,
} from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { useSwapWeights } from '../../api/pairing/board.ts'
import { PersonFace } from '../../ui/person-face.tsx'
import { Reading } from '../../ui/states.tsx'
import { useLanguage, useText } from '../../ui/text.tsx'
import { arrange, type BoardPairing } from './arrange.ts'
import type { Reasons } from './reasons.ts'
import { strings } from './strings.ts'
import { useSwapWords } from './swap-cost.ts'
import { swapStrings } from './swap-strings.ts'

const useStyles = makeStyles({
  content: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { display: 'grid', gap: '2px', margin: 0, padding: 0, listStyleType: 'none' },
  choice: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(150px, 100%), 1fr))',
    justifyContent: 'stretch',
    width: '100%',
    textAlign: 'start',
    gap: tokens.spacingHorizontalM,
    fontWeight: tokens.fontWeightRegular,
  },
  cost: { alignSelf: 'center', fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums' },
})

const most = 20

interface Props {
  cohortId: string
  from: BoardPairing
  /** The pair that somebody was dropped onto; the question is about this one, until the others are asked for. */
  onto: string | undefined
  pairings: readonly BoardPairing[]
  reasons: Reasons
  close(): void
  swap(other: BoardPairing): void
}

type Weight = Out<'weighSwaps'>['others'][number]

export function SwapPicker({ cohortId, from, onto, pairings, reasons, close, swap }: Props) {
  const styles = useStyles()
  const t = useText(strings)
  const swaps = useText(swapStrings)
  const [text, setText] = useState('')
  const [only, setOnly] = useState(onto)
  const search = useFocused()
  const query = useSwapWeights(cohortId, from.id)
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface aria-label={t('swapTitle', { mentor: from.mentor.name })}>
        <DialogBody>
          <DialogTitle>{t('swapTitle', { mentor: from.mentor.name })}</DialogTitle>
          <DialogContent className={styles.content}>
            <p className={styles.note}>
              {only ? swaps('onlyThis') : swaps('note')} {t('swapNote')}
            </p>
            <Field label={t('search')}>
              <SearchBox
                input={{ ref: search }}
                style={{ maxWidth: 'none', minWidth: 0 }}
                value={text}
                onChange={(_, { value }) => {
                  setText(value)
                  setOnly(undefined)
                }}
              />
            </Field>
            <Reading query={query}>
              {({ others }) => <Choices {...{ from, pairings, only, text, others, reasons, swap }} />}
            </Reading>
            {only && (
              <div>
                <Button onClick={() => setOnly(undefined)}>{swaps('showOthers')}</Button>
              </div>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={close}>{t('close')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function Choices({
  from,
  pairings,
  only,
  text,
  others,
  reasons,
  swap,
}: Pick<Props, 'from' | 'pairings' | 'reasons' | 'swap'> & {
  only: string | undefined
  text: string
  others: readonly Weight[]
}) {
  const styles = useStyles()
  const t = useText(strings)
  const swaps = useText(swapStrings)
  const costs = useSwapWords()
  const language = useLanguage()
  const weights = new Map(others.map((one) => [one.pairingId, one]))
  // What was not weighed, because it came meanwhile, cannot be chosen.
  const choices = pairings.filter(({ id }) => id !== from.id && weights.has(id) && (!only || id === only))
  const found = arrange(choices, { text, show: 'proposed', sort: 'name' }, language).sort(
    (a, b) => rank(weights.get(a.id)) - rank(weights.get(b.id)),
  )
  if (found.length === 0)
    return <p className={styles.note}>{others.length === 0 ? swaps('noOther') : t('noMatch')}</p>
  const say = ({ cost, refused }: Weight) =>
    refused
      ? swaps('notAllowed', { why: reasons.rule(refused.rule, refused.detail) })
      : cost === undefined
        ? ''
        : costs(cost)
  return (
    <>
      <ul className={styles.list}>
        {found.slice(0, most).map((pairing) => {
          const weight = weights.get(pairing.id)!
          const pair = t('pairOf', { mentor: pairing.mentor.name, mentee: pairing.mentee.name })
          return (
            <li key={pairing.id}>
              <Button
                appearance="subtle"
                className={styles.choice}
                disabledFocusable={weight.cost === undefined}
                onClick={() => weight.cost !== undefined && swap(pairing)}
                aria-label={`${t('swapPick')}: ${pair}. ${say(weight)}`}
              >
                <PersonFace person={pairing.mentor} size={32} />
                <PersonFace person={pairing.mentee} size={32} />
                <span className={styles.cost}>{say(weight)}</span>
              </Button>
            </li>
          )
        })}
      </ul>
      {found.length > most && <p className={styles.note}>{swaps('more', { count: found.length - most })}</p>}
    </>
  )
}

/** The cheapest first, and what no rule allows last. */
const rank = (weight: Weight | undefined): number => weight?.cost ?? Number.POSITIVE_INFINITY

/**
 * The focus begins in the field. Fluent puts it there too where it can measure the page; where it cannot, it stays on the
 * dialog itself, and a dialog that has the focus before Fluent knows it is hidden from screen readers with the page it left.
 */
function useFocused() {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const frame = requestAnimationFrame(() => field.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])
  return field
}
