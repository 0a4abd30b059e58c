/** What the two agree on: read, chosen together, and signed by each with a goal of their own. */
import { Button, Field, Input, makeStyles, Select, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { type AgreementWordKey, agreementWords } from '../../../../bot/words/agreement.ts'
import { fill } from '../../../../bot/words/sentence.ts'
import { useAgreement, useChangeAgreement, useSignAgreement } from '../../api/pairing/agreement.ts'
import { useReader } from '../../ui/me.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { useFormat, useLanguage, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { useLayout } from './layout.ts'
import type { Mine } from './mine.ts'
import type { MyPairing } from './pairings.ts'

type View = Out<'agreement'>
type Terms = View['terms']

/** The longest option must not be what decides how wide a phone has to be. */
const useStyles = makeStyles({ narrow: { minWidth: 0, maxWidth: '100%' } })

const options = {
  books: ['mentor', 'mentee', 'assistant'],
  place: ['online', 'neutral', 'walk', 'mentors-place'],
  reply: [24, 48, 72],
  notice: [12, 24, 48],
} as const satisfies { [K in 'books' | 'place' | 'reply' | 'notice']: readonly Terms[K][] }

/** By keys made of data. */
function useAgreementWords() {
  const t = useText(agreementWords)
  return (key: AgreementWordKey, gaps?: Record<string, string | number>) =>
    (t as (key: AgreementWordKey, gaps?: Record<string, string | number>) => string)(key, gaps)
}

interface Props {
  pairing: MyPairing
  cohort: NonNullable<Mine['cohort']>
}

export default function Agreement(props: Props) {
  const { data, error, refetch } = useAgreement(props.pairing.id, useLanguage())
  if (data) return <Written key={`${data.version}.${data.template}`} {...props} view={data} />
  return error ? <ErrorState error={error} retry={() => void refetch()} /> : <Loading />
}

function Written({ pairing, cohort, view }: Props & { view: View }) {
  const layout = useLayout()
  const word = useAgreementWords()
  const format = useFormat()
  const [changing, setChanging] = useState(false)
  const isSigned = view.state === 'in-force'
  const title = isSigned ? word('title.signed', { version: view.version }) : word('title')
  const { name } = pairing.partner
  return (
    <Panel title={title}>
      <p className={layout.quiet}>{isSigned ? word('in-force') : word('lead')}</p>
      <Standing pairing={pairing} cohort={cohort} sentences={view.sentences} />
      {view.changed && <Changed view={view} changed={view.changed} pairing={pairing} cohort={cohort} />}
      {isSigned && !changing ? <Chosen terms={view.terms} /> : <ChoiceForm pairing={pairing} view={view} />}
      {view.partner ? (
        <>
          <p className={layout.text}>
            {word('signed.partner', { partner: name, day: format.day(view.partner.signedAt) })}
          </p>
          <p className={layout.quiet}>
            {word('partner.goal', { partner: name })}: {view.partner.goal}
          </p>
        </>
      ) : (
        <p className={layout.quiet}>{word('signed.not', { partner: name })}</p>
      )}
      {isSigned && !changing && (
        <div className={layout.between}>
          <p className={layout.small}>{word('change.note')}</p>
          <Button onClick={() => setChanging(true)}>{word('change')}</Button>
        </div>
      )}
      {!isSigned && <Signing pairing={pairing} view={view} />}
    </Panel>
  )
}

/** A sentence of the template, with the two and their dates in its gaps. */
function useFilled({ pairing, cohort }: Props) {
  const language = useLanguage()
  const { number } = useFormat()
  const me = useReader()
  const [mentor, mentee] =
    pairing.mySide === 'mentor'
      ? [me.person.name, pairing.partner.name]
      : [pairing.partner.name, me.person.name]
  const gaps = {
    ...{ mentor, mentee, count: cohort.sessions, minutes: cohort.sessionMinutes },
    weeks: pairing.hold.everyWeeks ?? cohort.cadenceWeeks,
  }
  return (sentence: string) => fill(sentence, gaps, language, number)
}

/** As they stood when this version was written, in the reader's language or in the one the Program wrote them in. */
function Standing({ sentences, ...props }: Props & { sentences: readonly string[] }) {
  const layout = useLayout()
  const filled = useFilled(props)
  return (
    <ul className={layout.list}>
      {sentences.map((sentence, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a Program may write a sentence twice.
        <li key={index} dir="auto">
          {filled(sentence)}
        </li>
      ))}
    </ul>
  )
}

/** Whoever signed the version before need not look for what is new. */
function Changed({ view, changed, ...props }: Props & { view: View; changed: NonNullable<View['changed']> }) {
  const layout = useLayout()
  const word = useAgreementWords()
  const choice = useChoiceWord()
  const filled = useFilled(props)
  const { since, terms, was, added, dropped } = changed
  if (terms.length + added.length + dropped.length === 0) return null
  const said = (key: (typeof terms)[number], of: Terms) => {
    if (key === 'offLimits' || key === 'own') return of[key] || word('changes.empty')
    return choice(key, of[key])
  }
  const what = (key: (typeof terms)[number]) =>
    key === 'offLimits' ? `${word('off-limits')}:` : key === 'own' ? `${word('own')}:` : word(key)
  return (
    <section aria-label={word('changes', { version: since })}>
      <h3 className={layout.small}>{word('changes', { version: since })}</h3>
      <ul className={layout.list}>
        {terms.map((key) => (
          <li key={key}>
            {word('changes.was', { what: what(key), now: said(key, view.terms), before: said(key, was) })}
          </li>
        ))}
        {added.map((sentence) => (
          <li key={sentence} dir="auto">
            {word('changes.added')}: <ins>{filled(sentence)}</ins>
          </li>
        ))}
        {dropped.map((sentence) => (
          <li key={sentence} dir="auto">
            {word('changes.dropped')}: <s>{filled(sentence)}</s>
          </li>
        ))}
      </ul>
    </section>
  )
}

function useChoiceWord() {
  const word = useAgreementWords()
  return (key: keyof typeof options, value: string | number) => {
    if (key === 'reply') return word('hours', { hours: value })
    if (key === 'notice') return word('notice.hours', { hours: value })
    return word(`${key}.${value}` as AgreementWordKey)
  }
}

function Chosen({ terms }: { terms: Terms }) {
  const layout = useLayout()
  const word = useAgreementWords()
  const choice = useChoiceWord()
  const words = [
    ...(Object.keys(options) as (keyof typeof options)[]).map(
      (key) => `${word(key)} ${choice(key, terms[key])}`,
    ),
    ...(terms.offLimits ? [`${word('off-limits')}: ${terms.offLimits}`] : []),
    ...(terms.own ? [`${word('own')}: ${terms.own}`] : []),
  ]
  return (
    <ul className={layout.list}>
      {words.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

const same = (one: Terms, other: Terms) =>
  (Object.keys(other) as (keyof Terms)[]).every((key) => one[key] === other[key])

function ChoiceForm({ pairing, view }: { pairing: MyPairing; view: View }) {
  const layout = useLayout()
  const styles = useStyles()
  const word = useAgreementWords()
  const choice = useChoiceWord()
  const words = useWords()
  const toasts = useToasts()
  const language = useLanguage()
  const change = useChangeAgreement()
  const [terms, setTerms] = useState<Terms>(view.terms)
  const set = (part: Partial<Terms>) => setTerms((before) => ({ ...before, ...part }))
  const save = () =>
    change.mutate(
      { id: pairing.id, version: view.version, terms, language },
      { onSuccess: () => toasts.say(word('saved')) },
    )
  return (
    <>
      {(Object.keys(options) as (keyof typeof options)[]).map((key) => (
        <Field key={key} label={word(key)} className={styles.narrow}>
          <Select
            className={styles.narrow}
            select={{ className: styles.narrow }}
            value={String(terms[key])}
            onChange={(_, { value }) => {
              const all: readonly (string | number)[] = options[key]
              set({ [key]: all.find((one) => String(one) === value) })
            }}
          >
            {options[key].map((value) => (
              <option key={value} value={String(value)}>
                {choice(key, value)}
              </option>
            ))}
          </Select>
        </Field>
      ))}
      <Field label={word('off-limits')}>
        <Textarea
          value={terms.offLimits}
          maxLength={300}
          placeholder={word('empty')}
          onChange={(_, { value }) => set({ offLimits: value })}
        />
      </Field>
      <Field label={word('own')}>
        <Textarea
          value={terms.own}
          maxLength={300}
          placeholder={word('empty')}
          onChange={(_, { value }) => set({ own: value })}
        />
      </Field>
      {!same(terms, view.terms) && (
        <div className={layout.row}>
          <Button appearance="primary" disabledFocusable={change.isPending} onClick={save}>
            {word('save')}
          </Button>
          <p className={layout.small}>{word('save.first')}</p>
        </div>
      )}
      {change.isError && (
        <p className={layout.fault} role="alert">
          {words.whyNot(change.error)}
        </p>
      )}
    </>
  )
}

function Signing({ pairing, view }: { pairing: MyPairing; view: View }) {
  const layout = useLayout()
  const styles = useStyles()
  const word = useAgreementWords()
  const words = useWords()
  const format = useFormat()
  const toasts = useToasts()
  const language = useLanguage()
  const sign = useSignAgreement()
  const [goal, setGoal] = useState(view.mine.goal)
  const [goalStart, setGoalStart] = useState(view.mine.goalStart)
  if (view.mine.signedAt)
    return <p className={layout.text}>{word('signed.me', { day: format.day(view.mine.signedAt) })}</p>
  const submit = () =>
    sign.mutate(
      { id: pairing.id, version: view.version, template: view.template, goal, goalStart, language },
      { onSuccess: () => toasts.say(word('sign.thanks')) },
    )
  return (
    <>
      <Field label={word('goal', { partner: pairing.partner.name })} required>
        <Input value={goal} maxLength={300} onChange={(_, { value }) => setGoal(value)} />
      </Field>
      <Field label={word('goal.start')} className={styles.narrow}>
        <Select
          className={styles.narrow}
          select={{ className: styles.narrow }}
          value={String(goalStart)}
          onChange={(_, { value }) => setGoalStart(Number(value))}
        >
          {[1, 2, 3, 4, 5].map((point) => (
            <option key={point} value={String(point)}>
              {format.number(point)}
            </option>
          ))}
        </Select>
      </Field>
      <div className={layout.row}>
        <Button
          appearance="primary"
          disabledFocusable={sign.isPending || goal.trim() === ''}
          onClick={submit}
        >
          {word('sign')}
        </Button>
        {sign.isError && (
          <p className={layout.fault} role="alert">
            {words.whyNot(sign.error)}
          </p>
        )}
      </div>
    </>
  )
}
