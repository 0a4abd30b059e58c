/** The organization chart's reading: how fresh, and what to correct where. */
import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components'
import type { UseQueryResult } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { chartOldAfterHours } from '../../../../bot/contract/limits.ts'
import { hourMs } from '../../../../bot/domain/span.ts'
import { useReadOrganization } from '../../api/organization/organization.ts'
import { useNow } from '../../ui/now.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Stat, Stats } from '../../ui/stat.tsx'
import { Reading } from '../../ui/states.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { ConfirmedTops, MissingLinks } from './missing-links.tsx'
import { strings } from './strings.ts'

type Organization = Out<'organization'>

const useStyles = makeStyles({
  small: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  line: { display: 'block' },
})

export function ChartState({ query }: { query: UseQueryResult<Organization, Error> }) {
  const t = useText(strings)
  return (
    <Panel title={t('chart.title')}>
      <Reading query={query}>
        {(organization) => <Chart organization={organization} lookAgain={query.refetch} />}
      </Reading>
    </Panel>
  )
}

const lookMs = 2000

function Chart({ organization, lookAgain }: { organization: Organization; lookAgain: () => unknown }) {
  const styles = useStyles()
  const t = useText(strings)
  const words = useWords()
  const toasts = useToasts()
  const { number } = useFormat()
  const read = useReadOrganization()
  const { state, people, startedAt = null } = organization
  /** When the reading before ours had begun, until ours is over. */
  const [before, setBefore] = useState<string | null>()
  const isAwaited = before !== undefined
  const isOver = isAwaited && state !== 'reading' && startedAt !== before
  useEffect(() => {
    if (!isOver) return
    setBefore(undefined)
    if (state === 'fresh') toasts.say(t('said.read', { count: people }))
  }, [isOver, state, people, t, toasts])
  // It begins a moment after it was asked for.
  useEffect(() => {
    if (!isAwaited) return undefined
    const timer = setInterval(lookAgain, lookMs)
    return () => clearInterval(timer)
  }, [isAwaited, lookAgain])
  const again = () =>
    read.mutate(
      {},
      {
        onSuccess: () => {
          setBefore(startedAt)
          toasts.say(t('said.reading'))
        },
        onError: (fault) => toasts.say(words.whyNot(fault)),
      },
    )
  return (
    <>
      {people > 0 && (
        <Stats>
          <Stat value={number(people)} label={t('chart.people')} />
        </Stats>
      )}
      <p className={styles.small} role="status">
        <HowFresh organization={organization} />
      </p>
      <Failed organization={organization} />
      <div>
        <Button disabledFocusable={read.isPending || state === 'reading'} onClick={again}>
          {t(state === 'never' ? 'act.read' : 'act.read-again')}
        </Button>
      </div>
      {state !== 'never' && (
        <>
          <MissingLinks organization={organization} />
          <ConfirmedTops tops={organization.tops} />
        </>
      )}
    </>
  )
}

function HowFresh({
  organization: { state, people, finishedAt, wholeAt, nextAt, isToldOfChanges },
}: {
  organization: Organization
}) {
  const styles = useStyles()
  const t = useText(strings)
  const format = useFormat()
  const now = useNow()
  const when = (instant: string) => ({ when: format.relative(instant, now) })
  const lines = [
    ...(state === 'reading' ? [t('chart.reading', { people })] : []),
    ...(finishedAt ? [t('chart.fresh', when(finishedAt))] : []),
    ...(wholeAt ? [t('chart.whole', when(wholeAt))] : []),
    ...(nextAt && state !== 'reading'
      ? [new Date(nextAt) > now ? t('chart.next', when(nextAt)) : t('chart.due')]
      : []),
    ...(finishedAt ? [t(isToldOfChanges ? 'chart.told' : 'chart.nightly')] : []),
  ]
  if (state === 'never' || lines.length === 0) return t('chart.never')
  return lines.map((line) => (
    <span key={line} className={styles.line}>
      {line}
    </span>
  ))
}

/** A chart that is old is a warning on top of the page, whatever the reason: beside the list it may be folded away. */
export function OldChart({ organization }: { organization: Organization }) {
  const t = useText(strings)
  const why = useWhyFailed(organization)
  if (!useIsOld(organization)) return null
  return <Told intent="warning">{[t('chart.old'), ...why].join(' ')}</Told>
}

/** One night that failed is told where the chart is. */
function Failed({ organization }: { organization: Organization }) {
  const why = useWhyFailed(organization)
  const isOld = useIsOld(organization)
  return why.length === 0 || isOld ? null : <Told intent="info">{why.join(' ')}</Told>
}

function Told({ intent, children }: { intent: 'warning' | 'info'; children: string }) {
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>{children}</MessageBarBody>
    </MessageBar>
  )
}

function useIsOld({ finishedAt }: Organization): boolean {
  const now = useNow()
  if (finishedAt === undefined) return false
  return now.getTime() - new Date(finishedAt).getTime() > chartOldAfterHours * hourMs
}

function useWhyFailed({ state, failure }: Organization): string[] {
  const t = useText(strings)
  return state === 'failed' ? [t('chart.failed'), t(`trouble.${failure ?? 'other'}`)] : []
}
