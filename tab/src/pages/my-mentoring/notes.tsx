/** Notes of a Session: the page of the two, and one for oneself. Nothing is read before it is opened. */
import { Button, Field, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useSaveSessionNotes, useSessionNotes } from '../../api/meeting/notes.ts'
import { Conflict, type Overtaken, overtakenBy } from '../../ui/conflict.tsx'
import { firstNameOf } from '../../ui/first-name.ts'
import { useNow } from '../../ui/now.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { useLayout } from './layout.ts'
import { fits } from './note-size.ts'
import { noteStrings } from './note-strings.ts'
import type { MyPairing } from './pairings.ts'
import { PrivateNotes } from './private-notes.tsx'

const useStyles = makeStyles({
  part: { display: 'grid', gap: tokens.spacingVerticalM, minWidth: 0 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  read: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
})

/** What is typed for a Session and not saved: it stays while another is looked at. */
interface Draft {
  text: string
  seen: number
}

export default function Notes({ pairing }: { pairing: MyPairing }) {
  const styles = useStyles()
  const layout = useLayout()
  const t = useText(noteStrings)
  const { day } = useFormat()
  const now = useNow()
  const [isOpen, setOpen] = useState(false)
  const begun = pairing.sessions.filter(({ startsAt }) => new Date(startsAt) <= now)
  const [chosen, setChosen] = useState((begun.at(-1) ?? pairing.sessions[0])?.id)
  const [drafts, setDrafts] = useState<Record<string, Draft | undefined>>({})
  const partner = firstNameOf(pairing.partner.name)
  if (chosen === undefined) return null
  return (
    <Panel title={t('title')}>
      <p className={layout.quiet}>{t('lead', { partner })}</p>
      {!isOpen && (
        <div>
          <Button onClick={() => setOpen(true)}>{t('open')}</Button>
        </div>
      )}
      {isOpen && (
        <>
          <Field label={t('session')}>
            <Select value={chosen} onChange={(_, { value }) => setChosen(value)}>
              {pairing.sessions.map(({ id, number, startsAt }) => (
                <option key={id} value={id}>
                  {t('session.one', { number, day: day(startsAt) })}
                </option>
              ))}
            </Select>
          </Field>
          <section className={styles.part} aria-labelledby={`shared-${pairing.id}`}>
            <h3 id={`shared-${pairing.id}`} className={styles.heading}>
              {t('shared')}
            </h3>
            <p className={layout.small}>{t('shared.lead', { partner })}</p>
            <SharedPage
              key={chosen}
              sessionId={chosen}
              partner={partner}
              draft={drafts[chosen]}
              keep={(change) => setDrafts((before) => ({ ...before, [chosen]: change(before[chosen]) }))}
            />
          </section>
          <section className={styles.part} aria-labelledby={`private-${pairing.id}`}>
            <h3 id={`private-${pairing.id}`} className={styles.heading}>
              {t('private')}
            </h3>
            <PrivateNotes pairingId={pairing.id} sessionId={chosen} partner={partner} />
          </section>
        </>
      )}
    </Panel>
  )
}

function SharedPage({
  sessionId,
  partner,
  draft,
  keep,
}: {
  sessionId: string
  partner: string
  draft: Draft | undefined
  keep: (change: (before: Draft | undefined) => Draft | undefined) => void
}) {
  const styles = useStyles()
  const layout = useLayout()
  const t = useText(noteStrings)
  const format = useFormat()
  const toasts = useToasts()
  const words = useWords()
  const { data, error, refetch } = useSessionNotes(sessionId)
  const save = useSaveSessionNotes()
  const [overtaken, setOvertaken] = useState<Overtaken<Draft & { version: number }>>()
  const isSame = data !== undefined && draft?.text === data.text
  // Typed back to what stands there: nothing waits to be saved.
  useEffect(() => {
    if (isSame && !save.isPending) keep(() => undefined)
  }, [isSame, save.isPending, keep])
  if (!data) return error ? <ErrorState error={error} retry={() => void refetch()} /> : <Loading />
  const { text, seen } = draft ?? { text: data.text, seen: data.version }
  if (!data.mayChange)
    return (
      <p className={styles.read} dir="auto">
        {data.text || t('nothing')}
      </p>
    )
  const isTooLong = !fits(text)
  const send = (version: number) =>
    save.mutate(
      { id: sessionId, text, seen: version },
      {
        onError: (fault) => {
          const stands = overtakenBy<Draft & { version: number }>(fault)
          setOvertaken(stands)
          if (!stands) toasts.say(words.whyNot(fault))
        },
        onSuccess: ({ version: saved }) => {
          setOvertaken(undefined)
          toasts.say(t('saved'))
          // What was typed while it was on its way stays, upon what was just saved.
          void refetch().then(() =>
            keep((now) => (now === undefined || now.text === text ? undefined : { ...now, seen: saved })),
          )
        },
      },
    )
  return (
    <>
      {overtaken && (
        <>
          <Conflict
            overtaken={overtaken}
            fields={[{ label: t('shared.text'), mine: text, theirs: overtaken.now.text }]}
            busy={save.isPending}
            keepMine={() => send(overtaken.now.version)}
            takeTheirs={() => {
              setOvertaken(undefined)
              void refetch().then(() => keep(() => undefined))
            }}
          />
          <div>
            <Button
              disabledFocusable={save.isPending}
              onClick={() => {
                keep(() => ({ text: `${overtaken.now.text}\n\n${text}`, seen: overtaken.now.version }))
                setOvertaken(undefined)
              }}
            >
              {t('both')}
            </Button>
          </div>
        </>
      )}
      <Field label={t('shared.text')} {...(isTooLong ? { validationMessage: t('too-long') } : {})}>
        <Textarea
          value={text}
          rows={8}
          resize="vertical"
          dir="auto"
          onChange={(_, { value }) => keep((before) => ({ text: value, seen: before?.seen ?? seen }))}
        />
      </Field>
      <div className={styles.row}>
        <Button
          appearance="primary"
          disabledFocusable={save.isPending || draft === undefined || isTooLong || overtaken !== undefined}
          onClick={() => !save.isPending && draft && !isTooLong && !overtaken && send(seen)}
        >
          {t('save')}
        </Button>
        <span className={layout.small} role="status">
          {draft
            ? t('unsaved')
            : data.savedAt &&
              t(data.savedBy === 'me' ? 'shared.me' : 'shared.partner', {
                ...{ partner, day: format.day(data.savedAt), time: format.time(data.savedAt) },
              })}
        </span>
      </div>
    </>
  )
}
