/** The organization chart's reading: how fresh, and what to correct where. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { UseQueryResult } from '@tanstack/react-query'
import type { Out } from '../../../../bot/contract/index.ts'
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

function HowFresh({ organization: { state, people, finishedAt } }: { organization: Organization }) {
  const t = useText(strings)
  const format = useFormat()
  const now = useNow()
  if (state === 'reading') return t('chart.reading', { people })
  if (state === 'failed') return t('chart.failed')
  if (state === 'never' || !finishedAt) return t('chart.never')
  return t('chart.fresh', { when: format.relative(finishedAt, now) })
}
