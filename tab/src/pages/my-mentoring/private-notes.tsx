/** Notes for oneself: locked here before they leave, opened here alone. The passphrase lives as long as this page does. */
import { Button, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { type FormEvent, useEffect, useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { ApiProblem } from '../../api/client.ts'
import { usePrivateNotes, useRemovePrivateNotes, useSavePrivateNote } from '../../api/meeting/notes.ts'
import { canLock, fewestSigns, type Lock, locked, lockWith, saltOf, unlocked } from '../../lock.ts'
import { Conflict, type Overtaken } from '../../ui/conflict.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { useLayout } from './layout.ts'
import { fits } from './note-size.ts'
import { noteStrings } from './note-strings.ts'

type Notes = Out<'privateNotes'>
type Note = Notes['notes'][number]

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalM, minWidth: 0 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  read: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
})

/** A box that was put under another Session does not open there. */
const placeOf = (sessionId: string) => `mentoring.private-note.${sessionId}`

/** What is typed, upon which version. */
interface Draft {
  text: string
  seen: number
}

interface Props {
  pairingId: string
  sessionId: string
  partner: string
}

export function PrivateNotes(props: Props) {
  const layout = useLayout()
  const t = useText(noteStrings)
  const [isOpen, setOpen] = useState(false)
  if (!canLock()) return <p className={layout.text}>{t('private.cannot')}</p>
  return (
    <>
      <p className={layout.small}>{t('private.lead', { partner: props.partner })}</p>
      {isOpen ? (
        <Opened {...props} />
      ) : (
        <div>
          <Button onClick={() => setOpen(true)}>{t('private.start')}</Button>
        </div>
      )}
    </>
  )
}

function Opened({ pairingId, sessionId, partner }: Props) {
  const { data, error, refetch } = usePrivateNotes(pairingId)
  /** By the salt of what each opens. */
  const [locks, setLocks] = useState<Record<string, Lock>>({})
  /** What is typed and not saved, while another Session is looked at. */
  const [drafts, setDrafts] = useState<Record<string, Draft | undefined>>({})
  if (!data) return error ? <ErrorState error={error} retry={() => void refetch()} /> : <Loading />
  const note = data.notes.find((one) => one.sessionId === sessionId)
  // What is written next opens with the same passphrase as what there is.
  const known = note ?? data.notes[0]
  const lock = known ? locks[saltOf(known.box)] : Object.values(locks)[0]
  if (!lock)
    return (
      <Passphrase
        {...{ pairingId, partner, known }}
        opened={(one) => setLocks((before) => ({ ...before, [one.salt]: one }))}
      />
    )
  const again = async () => (await refetch()).data?.notes.find((one) => one.sessionId === sessionId)
  return (
    <Editor
      key={sessionId}
      {...{ sessionId, lock, note, again }}
      mayChange={data.mayChange}
      draft={drafts[sessionId]}
      keep={(change) => setDrafts((all) => ({ ...all, [sessionId]: change(all[sessionId]) }))}
      close={() => setLocks({})}
    />
  )
}

function Passphrase({
  pairingId,
  partner,
  known,
  opened,
}: {
  pairingId: string
  partner: string
  known: Note | undefined
  opened: (lock: Lock) => void
}) {
  const styles = useStyles()
  const layout = useLayout()
  const t = useText(noteStrings)
  const [phrase, setPhrase] = useState('')
  const [again, setAgain] = useState('')
  const [fault, setFault] = useState<'short' | 'differ' | 'wrong'>()
  const [isBusy, setBusy] = useState(false)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    if (!known && phrase.length < fewestSigns) return setFault('short')
    if (!known && phrase !== again) return setFault('differ')
    setBusy(true)
    const lock = await lockWith(phrase, known?.box)
    const opens = !known || (await unlocked(lock, placeOf(known.sessionId), known.box)) !== undefined
    setBusy(false)
    if (opens) opened(lock)
    else setFault('wrong')
  }
  const said = fault && t(`private.${fault}`, { count: fewestSigns })
  const change =
    (set: (value: string) => void) =>
    (_: unknown, { value }: { value: string }) => {
      set(value)
      setFault(undefined)
    }
  return (
    <form className={styles.form} onSubmit={(event) => void send(event)}>
      <p className={layout.text}>{t('private.lost')}</p>
      {!known && <p className={layout.small}>{t('private.limits')}</p>}
      <Field
        label={known ? t('private.passphrase') : t('private.new', { count: fewestSigns })}
        {...(said && fault !== 'differ' ? { validationMessage: said } : {})}
      >
        <Input type="password" autoComplete="off" value={phrase} onChange={change(setPhrase)} />
      </Field>
      {!known && (
        <Field
          label={t('private.again')}
          {...(said && fault === 'differ' ? { validationMessage: said } : {})}
        >
          <Input type="password" autoComplete="off" value={again} onChange={change(setAgain)} />
        </Field>
      )}
      <div className={styles.row}>
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {t(isBusy ? 'private.opening' : known ? 'private.open' : 'private.choose')}
        </Button>
      </div>
      {known && <Forgot pairingId={pairingId} partner={partner} />}
    </form>
  )
}

function Forgot({ pairingId, partner }: { pairingId: string; partner: string }) {
  const styles = useStyles()
  const layout = useLayout()
  const t = useText(noteStrings)
  const toasts = useToasts()
  const words = useWords()
  const remove = useRemovePrivateNotes()
  return (
    <details>
      <summary>{t('private.forgot')}</summary>
      <div className={styles.form}>
        <p className={layout.text}>{t('private.forgot.text', { partner })}</p>
        <div>
          <Button
            disabledFocusable={remove.isPending}
            onClick={() =>
              remove.mutate(
                { id: pairingId },
                {
                  onError: (fault) => toasts.say(words.whyNot(fault)),
                  onSuccess: () => toasts.say(t('private.removed')),
                },
              )
            }
          >
            {t('private.remove', { partner })}
          </Button>
        </div>
      </div>
    </details>
  )
}

function Editor({
  sessionId,
  lock,
  note,
  again,
  mayChange,
  draft,
  keep,
  close,
}: {
  sessionId: string
  lock: Lock
  note: Note | undefined
  /** What stands there by now. */
  again: () => Promise<Note | undefined>
  mayChange: boolean
  draft: Draft | undefined
  keep: (change: (before: Draft | undefined) => Draft | undefined) => void
  close: () => void
}) {
  const styles = useStyles()
  const layout = useLayout()
  const t = useText(noteStrings)
  const toasts = useToasts()
  const words = useWords()
  const save = useSavePrivateNote()
  const place = placeOf(sessionId)
  /** As it was read: what is saved says which version that was. */
  const [read, setRead] = useState<{ text: string; version: number } | 'wrong'>()
  const [isBusy, setBusy] = useState(false)
  const [overtaken, setOvertaken] = useState<Overtaken<{ text: string; version: number }>>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once; what is typed after that is not written over
  useEffect(() => {
    let isGone = false
    void (note ? unlocked(lock, place, note.box) : Promise.resolve('')).then((opened) => {
      if (isGone) return
      setRead(opened === undefined ? 'wrong' : { text: opened, version: note?.version ?? 0 })
    })
    return () => {
      isGone = true
    }
  }, [])
  if (read === undefined) return <Loading />
  if (read === 'wrong') return <p className={layout.text}>{t('private.wrong')}</p>
  const { text, seen } = draft ?? { text: read.text, seen: read.version }
  const isTooLong = !fits(text)
  const send = async (version: number) => {
    setBusy(true)
    try {
      const box = await locked(lock, place, text)
      const saved = await save.mutateAsync({ id: sessionId, box, seen: version })
      setRead({ text, version: saved.version })
      // What was typed while it was on its way stays, upon what was just saved.
      keep((now) => (now === undefined || now.text === text ? undefined : { ...now, seen: saved.version }))
      setOvertaken(undefined)
      toasts.say(t('saved'))
    } catch (fault) {
      const theirs = isOvertaken(fault) ? await standing() : undefined
      if (theirs) setOvertaken({ now: theirs })
      else toasts.say(words.whyNot(fault))
    } finally {
      setBusy(false)
    }
  }
  /** Saved by oneself in another window. */
  const standing = async () => {
    const stands = await again()
    const opened = stands && (await unlocked(lock, place, stands.box))
    return opened === undefined ? undefined : { text: opened, version: stands!.version }
  }
  const mayNot = isBusy || text === read.text || isTooLong || overtaken !== undefined
  return (
    <div className={styles.form}>
      {overtaken && (
        <Conflict
          overtaken={overtaken}
          fields={[{ label: t('private.text'), mine: text, theirs: overtaken.now.text }]}
          busy={isBusy}
          keepMine={() => void send(overtaken.now.version)}
          takeTheirs={() => {
            setRead(overtaken.now)
            keep(() => undefined)
            setOvertaken(undefined)
          }}
        />
      )}
      {mayChange ? (
        <Field label={t('private.text')} {...(isTooLong ? { validationMessage: t('too-long') } : {})}>
          <Textarea
            value={text}
            rows={8}
            resize="vertical"
            dir="auto"
            onChange={(_, { value }) => keep((before) => ({ text: value, seen: before?.seen ?? seen }))}
          />
        </Field>
      ) : (
        <p className={styles.read} dir="auto">
          {read.text || t('nothing')}
        </p>
      )}
      <div className={styles.row}>
        {mayChange && (
          <Button appearance="primary" disabledFocusable={mayNot} onClick={() => !mayNot && void send(seen)}>
            {t('save')}
          </Button>
        )}
        <Button onClick={close}>{t('private.lock')}</Button>
        <span className={layout.small} role="status">
          {mayChange && text !== read.text && t('unsaved')}
        </span>
      </div>
    </div>
  )
}

const isOvertaken = (fault: unknown) => fault instanceof ApiProblem && fault.code === 'changed-meanwhile'
