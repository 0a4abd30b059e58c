/** Swapping by keyboard: type a name, pick the pair to exchange Mentees with. */
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
import { PersonFace } from '../../ui/person-face.tsx'
import { useLanguage, useText } from '../../ui/text.tsx'
import { arrange, type BoardPairing } from './arrange.ts'
import { strings } from './strings.ts'

const useStyles = makeStyles({
  content: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { display: 'grid', gap: '2px', margin: 0, padding: 0, listStyleType: 'none' },
  choice: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(200px, 100%), 1fr))',
    justifyContent: 'stretch',
    width: '100%',
    textAlign: 'start',
    gap: tokens.spacingHorizontalM,
    fontWeight: tokens.fontWeightRegular,
  },
})

const most = 20

interface Props {
  from: BoardPairing
  pairings: readonly BoardPairing[]
  close(): void
  swap(other: BoardPairing): void
}

export function SwapPicker({ from, pairings, close, swap }: Props) {
  const styles = useStyles()
  const t = useText(strings)
  const language = useLanguage()
  const [text, setText] = useState('')
  const search = useFocused()
  const others = pairings.filter((pairing) => pairing.id !== from.id)
  const found = arrange(others, { text, show: 'proposed', sort: 'name' }, language).slice(0, most)
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface aria-label={t('swapTitle', { mentor: from.mentor.name })}>
        <DialogBody>
          <DialogTitle>{t('swapTitle', { mentor: from.mentor.name })}</DialogTitle>
          <DialogContent className={styles.content}>
            <p className={styles.note}>{t('swapNote')}</p>
            <Field label={t('search')}>
              <SearchBox
                input={{ ref: search }}
                style={{ maxWidth: 'none', minWidth: 0 }}
                value={text}
                onChange={(_, { value }) => setText(value)}
              />
            </Field>
            {found.length === 0 && <p className={styles.note}>{t('noMatch')}</p>}
            <ul className={styles.list}>
              {found.map((pairing) => (
                <li key={pairing.id}>
                  <Button
                    appearance="subtle"
                    className={styles.choice}
                    onClick={() => swap(pairing)}
                    aria-label={`${t('swapPick')}: ${t('pairOf', { mentor: pairing.mentor.name, mentee: pairing.mentee.name })}`}
                  >
                    <PersonFace person={pairing.mentor} size={32} />
                    <PersonFace person={pairing.mentee} size={32} />
                  </Button>
                </li>
              ))}
            </ul>
          </DialogContent>
          <DialogActions>
            <Button onClick={close}>{t('close')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

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
