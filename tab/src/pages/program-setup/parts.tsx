/** "People who run this": who has which part in the program, for Organizers to ask and to take back. */
import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components'
import { type ReactNode, useId, useState } from 'react'
import type { Face, Out } from '../../../../bot/contract/index.ts'
import { partWords } from '../../../../bot/words/parts.ts'
import { ApiProblem } from '../../api/client.ts'
import {
  useAskForRole,
  useLeavePart,
  useLendSeat,
  useTakeHandoverBack,
  useTakeRoleBack,
  useWhoRuns,
} from '../../api/program/seats.ts'
import { ColleagueChoice } from '../../ui/colleague-choice.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PersonFace } from '../../ui/person-face.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { partStrings } from './part-strings.ts'

type WhoRuns = Out<'whoRuns'>
type Held = NonNullable<WhoRuns['roles']>[number]
type Role = Held['role']

const useStyles = makeStyles({
  group: { display: 'grid', gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  fault: { margin: 0, color: tokens.colorStatusDangerForeground1 },
  people: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
})

export function PartsPanel({ cohortId }: { cohortId: string }) {
  const styles = useStyles()
  const t = useText(partStrings)
  const { data, error, isError, refetch } = useWhoRuns(cohortId)
  // Whoever finds the program only to take it over reads nothing else of it.
  if (error instanceof ApiProblem && error.status === 403) return null
  return (
    <Panel title={t('title')}>
      {!data && !isError && (
        <p className={styles.note} role="status">
          {t('loading')}
        </p>
      )}
      {!data && isError && (
        <div className={styles.row}>
          <p className={styles.note}>{t('failed')}</p>
          <Button onClick={() => refetch()}>{t('retry')}</Button>
        </div>
      )}
      {data && <Everybody cohortId={cohortId} runs={data} />}
    </Panel>
  )
}

/** Where nobody has the part, an Organizer sees that it can be given; others need not know that it exists. */
const order = [
  ['independent-contact', 'contacts'],
  ['stand-in', 'standIn'],
  ['reviewer', 'reviewers'],
  ['communications', 'communications'],
] as const satisfies readonly (readonly [Role, string])[]

function Everybody({ cohortId, runs }: { cohortId: string; runs: WhoRuns }) {
  const styles = useStyles()
  const t = useText(partStrings)
  const { organizers, roles = [], may } = runs
  const beside = new Map(
    roles.flatMap((one) => (one.role === 'co-organizer' ? [[one.person.id, one] as const] : [])),
  )
  return (
    <>
      <Group title={t('organizers')}>
        {organizers.map((person) => {
          const held = beside.get(person.id)
          return (
            <Row key={person.id} person={person}>
              {held && may.give && <TakeBack cohortId={cohortId} held={held} />}
            </Row>
          )
        })}
        <Waiting runs={runs} part="co-organizer" />
      </Group>
      {may.leaveSeat && <LeaveSeat cohortId={cohortId} />}
      {order.map(([role, title]) => {
        const here = roles.filter((one) => one.role === role)
        const isAsked = runs.asked?.some((one) => one.role === role)
        if (here.length === 0 && !isAsked && !may.give) return null
        return (
          <Group key={role} title={t(title)}>
            {here.length === 0 && !isAsked && <li className={styles.note}>{t('nobody')}</li>}
            {here.map((held) => (
              <Row key={held.person.id} person={held.person} note={<Standing held={held} />}>
                {may.give && <TakeBack cohortId={cohortId} held={held} />}
              </Row>
            ))}
            <Waiting runs={runs} part={role} />
          </Group>
        )
      })}
      {may.lend && <Lend cohortId={cohortId} standIn={roles.find(({ role }) => role === 'stand-in')} />}
      {may.give && <Ask cohortId={cohortId} />}
    </>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles()
  const id = useId()
  return (
    <div className={styles.group}>
      <h3 id={id} className={styles.heading}>
        {title}
      </h3>
      <ul className={styles.people} aria-labelledby={id}>
        {children}
      </ul>
    </div>
  )
}

function Row({ person, note, children }: { person: Face; note?: ReactNode; children?: ReactNode }) {
  const styles = useStyles()
  return (
    <li className={styles.group}>
      <div className={styles.row}>
        <PersonFace person={person} />
        {children}
      </div>
      {note}
    </li>
  )
}

function Standing({ held: { role, decidesUntil, isIndependent } }: { held: Held }) {
  const styles = useStyles()
  const t = useText(partStrings)
  const format = useFormat()
  if (isIndependent === false) return <p className={styles.fault}>{t('entangled')}</p>
  if (role !== 'stand-in') return null
  const text = decidesUntil ? t('decides.until', { date: format.date(decidesUntil) }) : t('decides.not')
  return <p className={styles.note}>{text}</p>
}

/** Taken back once the message with "Undo" is gone. */
function TakeBack({ cohortId, held: { role, person } }: { cohortId: string; held: Held }) {
  const t = useText(partStrings)
  const parts = useText(partWords)
  const words = useWords()
  const toasts = useToasts()
  const takeBack = useTakeRoleBack()
  const gaps = { name: person.name, part: parts(`name.${role}`) }
  const taken = { id: cohortId, personId: person.id, role }
  return (
    <Button
      aria-label={t('takeBack.whom', gaps)}
      onClick={() =>
        toasts.soon(t('soon.takenBack', gaps), () =>
          takeBack.mutate(taken, { onError: (fault) => toasts.say(words.whyNot(fault)) }),
        )
      }
    >
      {t('takeBack')}
    </Button>
  )
}

function LeaveSeat({ cohortId }: { cohortId: string }) {
  const t = useText(partStrings)
  const words = useWords()
  const toasts = useToasts()
  const leave = useLeavePart()
  return (
    <div>
      <Button
        onClick={() =>
          toasts.soon(t('soon.leaveSeat'), () =>
            leave.mutate(
              { id: cohortId, part: 'organizer' },
              { onError: (fault) => toasts.say(words.whyNot(fault)) },
            ),
          )
        }
      >
        {t('leaveSeat')}
      </Button>
    </div>
  )
}

/** Questions that nobody has answered yet. */
function Waiting({ runs: { asked = [], may }, part }: { runs: WhoRuns; part: Role }) {
  const styles = useStyles()
  const t = useText(partStrings)
  const parts = useText(partWords)
  const words = useWords()
  const toasts = useToasts()
  const takeBack = useTakeHandoverBack()
  return asked
    .filter((one) => one.role === part)
    .map(({ id, person }) => (
      <Row key={id} person={person} note={<p className={styles.note}>{t('waits')}</p>}>
        {may.give && (
          <Button
            aria-label={t('question.whom', { name: person.name, part: parts(`name.${part}`) })}
            disabledFocusable={takeBack.isPending}
            onClick={() => takeBack.mutate({ id }, { onError: (fault) => toasts.say(words.whyNot(fault)) })}
          >
            {t('question.takeBack')}
          </Button>
        )}
      </Row>
    ))
}

const giveable = ['co-organizer', ...order.map(([role]) => role)] as const

function Ask({ cohortId }: { cohortId: string }) {
  const styles = useStyles()
  const t = useText(partStrings)
  const parts = useText(partWords)
  const words = useWords()
  const toasts = useToasts()
  const ask = useAskForRole()
  const [isOpen, setOpen] = useState(false)
  const [role, setRole] = useState<Role>('co-organizer')
  if (!isOpen)
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{t('add')}</Button>
      </div>
    )
  const choose = (person: { id: string; name: string }) =>
    ask.mutate(
      { id: cohortId, personId: person.id, role },
      {
        onSuccess: () => {
          toasts.say(t('said.asked', { name: person.name }))
          setOpen(false)
        },
      },
    )
  return (
    <div className={styles.group}>
      <Field label={t('which')} hint={parts(`does.${role}`)}>
        <Select
          value={role}
          onChange={(_, { value }) => {
            setRole(value as Role)
            ask.reset()
          }}
        >
          {giveable.map((one) => (
            <option key={one} value={one}>
              {parts(`name.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <ColleagueChoice
        label={t('find')}
        hint={t('hint')}
        none={t('none')}
        busy={ask.isPending}
        choose={choose}
      />
      {ask.isError && (
        <p className={styles.fault} role="alert">
          {words.whyNot(ask.error)}
        </p>
      )}
      <div>
        <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
      </div>
    </div>
  )
}

/** For the Sponsor: until which day somebody else decides. */
function Lend({ cohortId, standIn }: { cohortId: string; standIn: Held | undefined }) {
  const styles = useStyles()
  const t = useText(partStrings)
  const words = useWords()
  const format = useFormat()
  const toasts = useToasts()
  const lend = useLendSeat()
  const [until, setUntil] = useState('')
  const [isMissing, setMissing] = useState(false)
  if (!standIn) return null
  const { name } = standIn.person
  const send = () => {
    setMissing(until === '')
    if (until === '') return
    const said = () => toasts.say(t('said.lent', { name, date: format.date(until) }))
    lend.mutate({ id: cohortId, until }, { onSuccess: said })
  }
  const fault = isMissing ? t('lend.missing') : lend.isError ? words.whyNot(lend.error) : undefined
  return (
    <form
      className={styles.group}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <h3 className={styles.heading}>{t('lend.title')}</h3>
      <p className={styles.note}>{t('lend.text', { name })}</p>
      <Field
        label={t('lend.until')}
        {...(fault ? { validationMessage: fault, validationState: 'error' as const } : {})}
      >
        <Input type="date" value={until} onChange={(_, { value }) => setUntil(value)} />
      </Field>
      <div className={styles.row}>
        <Button type="submit" disabledFocusable={lend.isPending}>
          {t('lend.do')}
        </Button>
        {standIn.decidesUntil && (
          <Button
            disabledFocusable={lend.isPending}
            onClick={() =>
              lend.mutate({ id: cohortId, until: null }, { onSuccess: () => toasts.say(t('said.stopped')) })
            }
          >
            {t('lend.stop')}
          </Button>
        )}
      </div>
    </form>
  )
}
