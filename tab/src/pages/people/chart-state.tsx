/** The organization chart's reading: how fresh, and what to correct where. */
import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components'
import type { UseQueryResult } from '@tanstack/react-query'
import type { Out } from '../../../../bot/contract/index.ts'
import { chartOldAfterHours } from '../../../../bot/contract/limits.ts'
import { useReadOrganization } from '../../api/organization.ts'
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
      <Reading query={query}>{(organization) => <Chart organization={organization} />}</Reading>
    </Panel>
  )
}

function Chart({ organization }: { organization: Organization }) {
  const styles = useStyles()
  const t = useText(strings)
  const words = useWords()
  const toasts = useToasts()
  const { number } = useFormat()
  const read = useReadOrganization()
  const { state, people } = organization
  const again = () =>
    read.mutate(
      {},
      {
        onSuccess: () => toasts.say(t('said.reading')),
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
      <Trouble organization={organization} />
      {state !== 'never' && (
        <>
          <MissingLinks organization={organization} />
          <ConfirmedTops tops={organization.tops} />
        </>
      )}
      <div>
        <Button disabledFocusable={read.isPending || state === 'reading'} onClick={again}>
          {t(state === 'never' ? 'act.read' : 'act.read-again')}
        </Button>
      </div>
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

/** A chart that is old is a warning, whatever the reason; a reading that failed last night is only told. */
function Trouble({ organization: { state, finishedAt, failure } }: { organization: Organization }) {
  const t = useText(strings)
  const now = useNow()
  const isOld =
    finishedAt !== undefined &&
    now.getTime() - new Date(finishedAt).getTime() > chartOldAfterHours * 3_600_000
  if (!isOld && state !== 'failed') return null
  const told = [
    ...(isOld ? [t('chart.old')] : []),
    ...(state === 'failed' ? [t('chart.failed'), t(`trouble.${failure ?? 'other'}`)] : []),
  ]
  return (
    <MessageBar intent={isOld ? 'warning' : 'info'} layout="multiline">
      <MessageBarBody>{told.join(' ')}</MessageBarBody>
    </MessageBar>
  )
}
