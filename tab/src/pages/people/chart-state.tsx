/** The organization chart's reading: how fresh, and what to correct where. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { useReadOrganization } from '../../api/organization.ts'
import { useNow } from '../../ui/now.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PersonFace } from '../../ui/person-face.tsx'
import { Stat, Stats } from '../../ui/stat.tsx'
import { Reading } from '../../ui/states.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { strings } from './strings.ts'

type Organization = Out<'organization'>

const useStyles = makeStyles({
  small: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  faults: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalL },
  fault: { display: 'grid', gap: tokens.spacingVerticalXS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
})

const shownFirst = 5

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
      {state !== 'never' && <Faults faults={organization.faults} />}
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

function Faults({ faults }: { faults: Organization['faults'] }) {
  const styles = useStyles()
  const t = useText(strings)
  const words = useWords()
  const [all, setAll] = useState(false)
  if (faults.length === 0) return <p className={styles.small}>{t('chart.no-faults')}</p>
  const shown = all ? faults : faults.slice(0, shownFirst)
  return (
    <>
      <h3 className={styles.heading}>{t('chart.faults', { count: faults.length })}</h3>
      <ul className={styles.faults}>
        {shown.map(({ person, kind }) => (
          <li key={`${person.id} ${kind}`} className={styles.fault}>
            <PersonFace person={person} size={28} note={words.t(`fault.${kind}`)} />
            <span className={styles.small}>{words.t(`remedy.${kind}`)}</span>
          </li>
        ))}
      </ul>
      {faults.length > shown.length && (
        <div>
          <Button size="small" appearance="subtle" onClick={() => setAll(true)}>
            {t('chart.all')}
          </Button>
        </div>
      )}
    </>
  )
}
