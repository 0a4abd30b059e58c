/**
 * Short messages at the foot of the tab, with undo. Two kinds of undo: `say` with `undo` for what happened and can be
 * taken back, `soon` for what cannot be taken back and therefore waits until the message is gone.
 */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { frameStrings } from './strings.ts'
import { useText } from './text.tsx'

interface Note {
  id: number
  text: string
  undo?: (() => void) | undefined
  /** Runs once when the note goes away without undo. */
  act?: (() => void) | undefined
  gathered?: Gathered | undefined
}

/** What is of one kind shares one message while it stands there: several, and one undo for all of them. */
export interface Gathered {
  kind: string
  count: number
  text(count: number): string
}

export interface Toasts {
  say(text: string, undo?: () => void): void
  /** Does `act` when the message goes away, unless undone; at once when the person leaves the tab. */
  soon(text: string, act: () => void, undone?: () => void, gathered?: Gathered): void
}

const ToastContext = createContext<Toasts>({ say() {}, soon: (_, act) => act() })

export function useToasts(): Toasts {
  return useContext(ToastContext)
}

const useStyles = makeStyles({
  region: {
    position: 'fixed',
    insetInline: 0,
    insetBlockEnd: tokens.spacingVerticalL,
    zIndex: 20,
    display: 'grid',
    justifyItems: 'center',
    gap: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalM,
    pointerEvents: 'none',
  },
  note: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    maxWidth: '560px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackgroundInverted,
    color: tokens.colorNeutralForegroundInverted2,
    boxShadow: tokens.shadow16,
    pointerEvents: 'auto',
  },
  button: { color: 'inherit', minWidth: 'auto', flexShrink: 0 },
})

const showMs = 7000

export function Toaster({ children, forMs = showMs }: { children: ReactNode; forMs?: number }) {
  const styles = useStyles()
  const t = useText(frameStrings)
  const [notes, setNotes] = useState<Note[]>([])
  const nextId = useRef(0)
  const add = useCallback((note: Omit<Note, 'id'>) => {
    nextId.current += 1
    const id = nextId.current
    setNotes((all) => {
      const former = all.find(({ gathered }) => gathered && gathered.kind === note.gathered?.kind)
      return former
        ? all.map((one) => (one === former ? together(former, note) : one))
        : [...all, { ...note, id }]
    })
  }, [])
  const toasts = useMemo<Toasts>(
    () => ({
      say: (text, undo) => add({ text, undo }),
      soon: (text, act, undo, gathered) => add({ text, act, undo: undo ?? (() => {}), gathered }),
    }),
    [add],
  )
  const remove = useCallback((id: number) => setNotes((all) => all.filter((note) => note.id !== id)), [])
  return (
    <ToastContext.Provider value={toasts}>
      {children}
      <section className={styles.region} role="status" aria-label={t('notes.label')}>
        {notes.map((note) => (
          <NoteView key={note.id} note={note} forMs={forMs} gone={remove} />
        ))}
      </section>
    </ToastContext.Provider>
  )
}

function together(former: Note, { gathered, ...note }: Omit<Note, 'id'>): Note {
  if (!gathered) return former
  const count = (former.gathered?.count ?? 0) + gathered.count
  const both = (one?: () => void, other?: () => void) => () => {
    one?.()
    other?.()
  }
  return {
    ...{ id: former.id, text: gathered.text(count), gathered: { ...gathered, count } },
    ...{ act: both(former.act, note.act), undo: both(former.undo, note.undo) },
  }
}

function NoteView({ note, forMs, gone }: { note: Note; forMs: number; gone: (id: number) => void }) {
  const styles = useStyles()
  const t = useText(frameStrings)
  const [held, setHeld] = useState(false)
  const over = useRef(false)
  const finish = useCallback(
    (then?: () => void) => {
      if (over.current) return
      over.current = true
      then?.()
      gone(note.id)
    },
    [gone, note.id],
  )
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => finish(note.act), forMs)
    return () => clearTimeout(timer)
  }, [held, forMs, note, finish])
  useEffect(() => {
    const leave = () => finish(note.act)
    // On a phone the last that a page hears before its app is put away, and perhaps ended.
    const hide = () => document.visibilityState === 'hidden' && leave()
    addEventListener('pagehide', leave)
    // Whoever presses something of the host's goes elsewhere: a frame that is taken away is heard too late by the network.
    addEventListener('blur', leave)
    document.addEventListener('visibilitychange', hide)
    return () => {
      removeEventListener('pagehide', leave)
      removeEventListener('blur', leave)
      document.removeEventListener('visibilitychange', hide)
    }
  }, [note, finish])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only holds the timer while somebody reads
    <div
      className={styles.note}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{note.text}</span>
      {note.undo && (
        <Button className={styles.button} appearance="transparent" onClick={() => finish(note.undo)}>
          {t('undo')}
        </Button>
      )}
      <Button
        className={styles.button}
        appearance="transparent"
        icon={<DismissRegular />}
        aria-label={t('dismiss')}
        onClick={() => finish(note.act)}
      />
    </div>
  )
}
