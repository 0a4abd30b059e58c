/**
 * Where the chart is broken, the link that most people stand below first. Two remedies: the directory is corrected, or the
 * Organizer says that nobody is above; whoever has neither is paired only inside their own part of the chart.
 */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Face, Out } from '../../../../bot/contract/index.ts'
import { useConfirmTops, useWithdrawTops } from '../../api/organization/organization.ts'
import { PersonFace } from '../../ui/person-face.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { chartStrings } from './chart-strings.ts'

type Organization = Out<'organization'>
type Fault = Organization['faults'][number]

const useStyles = makeStyles({
  small: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalL },
  item: { display: 'grid', gap: tokens.spacingVerticalXS, justifyItems: 'start' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  together: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
})

const shownFirst = 5
/** As many as one request takes. */
const most = 5000

/** Only an empty entry can be what it says: whoever names somebody else is probably not at the top. */
const isPlain = ({ kind }: Fault) => kind === 'missing-manager'
const mayConfirm = ({ kind }: Fault) => kind !== 'unreadable' && kind !== 'duplicate-id'

export function MissingLinks({ organization }: { organization: Organization }) {
  const styles = useStyles()
  const t = useText(chartStrings)
  const { faults, faultCount, heldBack } = organization
  const [all, setAll] = useState(false)
  if (faults.length === 0) return <p className={styles.small}>{t('none')}</p>
  const shown = all ? faults : faults.slice(0, shownFirst)
  return (
    <>
      <h3 className={styles.heading}>{t('faults', { count: faultCount })}</h3>
      {heldBack > 0 && <p className={styles.small}>{t('heldBack', { count: heldBack })}</p>}
      <Together faults={faults} />
      <ul className={styles.list}>
        {shown.map((fault) => (
          <Link key={`${fault.person.id} ${fault.kind}`} fault={fault} />
        ))}
      </ul>
      {faults.length > shown.length && (
        <Button size="small" appearance="subtle" onClick={() => setAll(true)}>
          {t('all')}
        </Button>
      )}
    </>
  )
}

/** One press for all who have nobody above them, or for those among them who have nobody below them either. */
function Together({ faults }: { faults: Fault[] }) {
  const styles = useStyles()
  const t = useText(chartStrings)
  const { confirm, isPending } = useConfirming()
  const heads = faults.filter(isPlain).slice(0, most)
  const alone = heads.filter(({ below }) => below === 0)
  if (heads.length < 2) return null
  return (
    <div className={styles.together}>
      <Button
        appearance="primary"
        disabledFocusable={isPending}
        onClick={() => confirm(heads.map(({ person }) => person))}
      >
        {t('confirmAll', { count: heads.length })}
      </Button>
      {alone.length > 1 && alone.length < heads.length && (
        <Button disabledFocusable={isPending} onClick={() => confirm(alone.map(({ person }) => person))}>
          {t('confirmAlone', { count: alone.length })}
        </Button>
      )}
    </div>
  )
}

function Link({ fault }: { fault: Fault }) {
  const styles = useStyles()
  const t = useText(chartStrings)
  const words = useWords()
  const { confirm, isPending } = useConfirming()
  const { person, kind, below } = fault
  const note = [words.t(`fault.${kind}`), ...(below > 0 ? [t('below', { count: below })] : [])].join(' · ')
  return (
    <li className={styles.item}>
      <PersonFace person={person} size={28} note={note} />
      <span className={styles.small}>{words.t(`remedy.${kind}`)}</span>
      {mayConfirm(fault) && (
        <Button
          size="small"
          disabledFocusable={isPending}
          aria-label={t('confirmOf', { person: person.name })}
          onClick={() => confirm([person])}
        >
          {t('confirm')}
        </Button>
      )}
    </li>
  )
}

function useConfirming() {
  const t = useText(chartStrings)
  const words = useWords()
  const toasts = useToasts()
  const { mutate, isPending } = useConfirmTops()
  const withdraw = useWithdrawTops()
  const confirm = (people: Face[]) => {
    const personIds = people.map(({ id }) => id)
    mutate(
      { personIds },
      {
        onSuccess: () =>
          toasts.say(t('confirmed', { count: people.length, person: people[0]?.name ?? '' }), () =>
            withdraw.mutate({ personIds }),
          ),
        onError: (fault) => toasts.say(words.whyNot(fault)),
      },
    )
  }
  return { confirm, isPending }
}

/** Whoever was confirmed, by whom, and the way back. */
export function ConfirmedTops({ tops }: { tops: Organization['tops'] }) {
  const styles = useStyles()
  const t = useText(chartStrings)
  const words = useWords()
  const toasts = useToasts()
  const format = useFormat()
  const withdraw = useWithdrawTops()
  const [all, setAll] = useState(false)
  if (tops.length === 0) return null
  const shown = all ? tops : tops.slice(0, shownFirst)
  return (
    <>
      <h3 className={styles.heading}>{t('tops', { count: tops.length })}</h3>
      <ul className={styles.list}>
        {shown.map(({ person, by, at }) => (
          <li key={person.id} className={styles.item}>
            <PersonFace
              person={person}
              size={28}
              note={t('confirmedBy', { person: by.name, day: format.day(at) })}
            />
            <Button
              size="small"
              appearance="subtle"
              disabledFocusable={withdraw.isPending}
              aria-label={t('withdrawOf', { person: person.name })}
              onClick={() =>
                withdraw.mutate(
                  { personIds: [person.id] },
                  { onError: (fault) => toasts.say(words.whyNot(fault)) },
                )
              }
            >
              {t('withdraw')}
            </Button>
          </li>
        ))}
      </ul>
      {tops.length > shown.length && (
        <Button size="small" appearance="subtle" onClick={() => setAll(true)}>
          {t('all')}
        </Button>
      )}
    </>
  )
}
