/** What approving brings, before the yes: whom it reaches, when it begins, and what stands against it. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Link,
  makeStyles,
  mergeClasses,
  Select,
  tokens,
} from '@fluentui/react-components'
import { CheckmarkCircleRegular, InfoRegular, WarningRegular } from '@fluentui/react-icons'
import { type ReactNode, useState } from 'react'
import type { In, Out } from '../../../../bot/contract/index.ts'
import { useBeforeApproval } from '../../api/pairing/board.ts'
import { hrefOf } from '../../navigation.ts'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useWords } from '../../ui/words.ts'
import { approveStrings } from './approve-strings.ts'
import type { Reasons } from './reasons.ts'

type Known = Out<'beforeApproval'>
export type Waiver = NonNullable<In<'approvePairings'>['waiver']>

const waivers = ['trained-elsewhere', 'mentored-before', 'soon', 'agreed-with-sponsor'] as const

const useStyles = makeStyles({
  facts: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  fact: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
  icon: { fontSize: '20px', lineHeight: 1 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  look: { color: tokens.colorStatusWarningForeground1 },
  plain: { color: tokens.colorNeutralForeground2 },
  more: { gridColumn: 2, margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  line: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  act: { whiteSpace: 'nowrap' },
  held: { marginBlockStart: tokens.spacingVerticalL, minWidth: 0 },
  narrow: { minWidth: 0, maxWidth: '100%' },
  note: { marginBlock: `${tokens.spacingVerticalL} 0`, color: tokens.colorNeutralForeground2 },
})

/** As many as a person reads before pressing; the rest is a figure. */
const named = 4

interface Props {
  cohortId: string
  /** What would be approved. */
  pairingIds: 'all' | string[]
  count: number
  /** Of so many at most, the figures are known. */
  most: number
  reasons: Reasons
  close(): void
  approve(waiver?: Waiver): void
}

export function BeforeApproval({ cohortId, pairingIds, count, most, reasons, close, approve }: Props) {
  const styles = useStyles()
  const t = useText(approveStrings)
  const asked = pairingIds === 'all' ? 'all' : pairingIds.slice(0, most)
  const known = useBeforeApproval(cohortId, asked)
  const [waiver, setWaiver] = useState<Waiver>()
  const held = known.data?.untrained?.pairs ?? 0
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface aria-label={t('title', { count })}>
        <DialogBody>
          <DialogTitle>{t('title', { count })}</DialogTitle>
          <DialogContent>
            {known.data && <Facts known={known.data} reasons={reasons} />}
            {held > 0 && <Held pairs={held} waiver={waiver} choose={setWaiver} />}
            {known.isPending && <Loading label={t('looking')} />}
            {known.isError && <ErrorState level={2} error={known.error} retry={() => void known.refetch()} />}
            {asked.length < pairingIds.length && (
              <p className={styles.note}>{t('firstOnly', { count: asked.length })}</p>
            )}
            <p className={styles.note}>{t('undoNote')}</p>
          </DialogContent>
          <DialogActions>
            <Button className={styles.act} onClick={close}>
              {t('lookAgain')}
            </Button>
            <Button
              className={styles.act}
              appearance="primary"
              disabled={!known.data}
              onClick={() => approve(held > 0 ? waiver : undefined)}
            >
              {t('approve', { count })}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function Facts({ known, reasons }: { known: Known; reasons: Reasons }) {
  const styles = useStyles()
  const t = useText(approveStrings)
  const words = useWords()
  const { date } = useFormat()
  const { told, first, nobody, oldRules, untrained, weakest } = known
  const without = nobody.mentees + nobody.mentors
  return (
    <ul className={styles.facts}>
      <Fact tone="plain">{t('told', { count: told })}</Fact>
      <Fact tone="plain">{t('first', { from: date(first.from), to: date(first.to) })}</Fact>
      <Holidays holidays={known.holidays} />
      <Fact
        tone={without === 0 ? 'good' : 'look'}
        lines={nobody.people.slice(0, named).map(({ person, side, cause }) => ({
          key: person.id,
          text: t('nobodyOf', {
            name: person.name,
            side: words.t(`side.${side}`),
            cause: reasons.cause(cause),
          }),
        }))}
        left={Math.max(0, without - named)}
      >
        {without === 0
          ? t('nobodyNone')
          : [
              ...(nobody.mentees > 0 ? [t('nobodyMentees', { count: nobody.mentees })] : []),
              ...(nobody.mentors > 0 ? [t('nobodyMentors', { count: nobody.mentors })] : []),
            ].join(' · ')}
      </Fact>
      <Fact
        tone={oldRules.count === 0 ? 'good' : 'look'}
        lines={oldRules.people.slice(0, named).map(({ id, name }) => ({ key: id, text: name }))}
        left={Math.max(0, oldRules.count - named)}
      >
        {oldRules.count === 0 ? t('rulesNone') : t('rules', { count: oldRules.count })}
      </Fact>
      {untrained && (
        <Fact
          tone={untrained.count === 0 ? 'good' : 'look'}
          lines={untrained.people.slice(0, named).map(({ person, side, left }) => ({
            key: `${side} ${person.id}`,
            text: t('untrainedOf', { name: person.name, side: words.t(`side.${side}`), count: left }),
          }))}
          left={Math.max(0, untrained.count - named)}
        >
          {untrained.count === 0 ? t('untrainedNone') : t('untrained', { count: untrained.count })}
        </Fact>
      )}
      <Fact
        tone="plain"
        lines={weakest.slice(0, named).map(({ id, mentor, mentee, score }) => ({
          key: id,
          text: t('weakestOf', { mentor: mentor.name, mentee: mentee.name, score }),
        }))}
      >
        {t('weakest')}
      </Fact>
    </ul>
  )
}

/** Pairs wait for those who have not finished their lessons, unless the Organizer says why not. */
function Held({
  pairs,
  waiver,
  choose,
}: {
  pairs: number
  waiver: Waiver | undefined
  choose: (waiver: Waiver | undefined) => void
}) {
  const styles = useStyles()
  const t = useText(approveStrings)
  return (
    <Field label={t('held', { count: pairs })} hint={t('waiverNote')} className={styles.held}>
      <Select
        className={styles.narrow}
        select={{ className: styles.narrow }}
        value={waiver ?? ''}
        onChange={(_, { value }) => choose(waivers.find((one) => one === value))}
      >
        <option value="">{t('waiver.none')}</option>
        {waivers.map((one) => (
          <option key={one} value={one}>
            {t(`waiver.${one}`)}
          </option>
        ))}
      </Select>
    </Field>
  )
}

function Holidays({ holidays }: { holidays: Known['holidays'] }) {
  const t = useText(approveStrings)
  const { shortDay, list } = useFormat()
  if (!holidays.known)
    return (
      <Fact tone="look">
        {t('holidaysUnknown')} <Link href={hrefOf('schedule')}>{t('holidaysEnter')}</Link>
      </Fact>
    )
  if (holidays.sessions === 0) return <Fact tone="good">{t('holidaysNone')}</Fact>
  const days = list(holidays.days.slice(0, named).map((day) => shortDay(`${day}T12:00:00Z`)))
  return <Fact tone="look">{t('holidays', { count: holidays.sessions, of: holidays.of, days })}</Fact>
}

function Fact({
  tone,
  children,
  lines = [],
  left = 0,
}: {
  tone: 'good' | 'look' | 'plain'
  children: ReactNode
  lines?: { key: string; text: string }[]
  /** How many are not named. */
  left?: number
}) {
  const styles = useStyles()
  const t = useText(approveStrings)
  const Icon = { good: CheckmarkCircleRegular, look: WarningRegular, plain: InfoRegular }[tone]
  return (
    <li className={styles.fact}>
      <Icon className={mergeClasses(styles.icon, styles[tone])} aria-hidden />
      <span>{children}</span>
      {lines.length > 0 && (
        <ul className={styles.more}>
          {lines.map(({ key, text }) => (
            <li key={key} className={styles.line}>
              {text}
            </li>
          ))}
          {left > 0 && <li className={styles.line}>{t('andMore', { count: left })}</li>}
        </ul>
      )}
    </li>
  )
}
