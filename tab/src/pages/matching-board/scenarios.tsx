/** Scenarios side by side: what each would bring and whom it would touch; one of them becomes the proposals. */
import { Button, Field, Input, makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { In, Out } from '../../../../bot/contract/index.ts'
import { useBoard } from '../../api/pairing/board.ts'
import {
  useNameScenario,
  usePublishScenario,
  useRemoveScenario,
  useScenarios,
} from '../../api/pairing/matching.ts'
import { Panel } from '../../ui/panel.tsx'
import { Reading } from '../../ui/states.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { RunFailure } from './run-failure.tsx'
import { scenarioStrings } from './scenario-strings.ts'

type Scenario = Out<'scenarios'>['scenarios'][number]

const useStyles = makeStyles({
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  fault: { margin: 0, color: tokens.colorStatusDangerForeground1 },
  keep: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalM },
  scroll: { overflowX: 'auto' },
  table: {
    borderCollapse: 'collapse',
    minWidth: '100%',
    '& tbody tr': {
      borderBlockStartWidth: '1px',
      borderBlockStartStyle: 'solid',
      borderBlockStartColor: tokens.colorNeutralStroke2,
    },
  },
  /** Stays in sight while the scenarios scroll past it. */
  row: {
    position: 'sticky',
    insetInlineStart: 0,
    minWidth: '104px',
    textAlign: 'start',
    verticalAlign: 'top',
    paddingBlock: tokens.spacingVerticalXS,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  cell: {
    minWidth: '120px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    textAlign: 'start',
    verticalAlign: 'top',
    fontVariantNumeric: 'tabular-nums',
  },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

interface Props {
  cohortId: string
  /** What stands in the form now; undefined while something in it is wrong. */
  choices(): In<'matchingEffect'> | undefined
}

export function ScenariosPanel({ cohortId, choices }: Props) {
  const styles = useStyles()
  const t = useText(scenarioStrings)
  const words = useWords()
  const keep = useNameScenario()
  const { data: board } = useBoard(cohortId)
  const [name, setName] = useState('')
  const press = () => {
    const chosen = choices()
    if (!chosen || name.trim() === '') return
    keep.mutate({ ...chosen, name: name.trim() }, { onSuccess: () => setName('') })
  }
  return (
    <Panel title={t('title')}>
      <p className={styles.note}>{t('note')}</p>
      <div className={styles.keep}>
        <Field label={t('name')}>
          <Input value={name} maxLength={60} onChange={(_, { value }) => setName(value)} />
        </Field>
        <Button disabled={keep.isPending || name.trim() === ''} onClick={press}>
          {t('keep')}
        </Button>
      </div>
      {keep.error && <p className={styles.fault}>{words.whyNot(keep.error)}</p>}
      <Reading query={useScenarios(cohortId)}>
        {({ scenarios }) =>
          scenarios.length === 0 ? null : (
            <SideBySide scenarios={scenarios} now={figuresNow(board)} aim={aimNow(board)} />
          )
        }
      </Reading>
    </Panel>
  )
}

/** `now`: the proposals as they are, to compare with. */
function SideBySide({
  scenarios,
  now,
  aim,
}: {
  scenarios: Scenario[]
  now: Figures | undefined
  aim: Scenario['objective'] | undefined
}) {
  const styles = useStyles()
  const t = useText(scenarioStrings)
  const { number, list } = useFormat()
  const rows: [key: keyof typeof scenarioStrings.en & `row.${string}`, cell: (one: Figures) => string][] = [
    ['row.pairs', ({ pairs }) => number(pairs)],
    ['row.score', ({ score }) => number(score)],
    ['row.weakest', ({ weakest }) => (weakest === null ? '–' : number(weakest))],
    ['row.mentors', (one) => t('placedOf', { placed: one.placedMentors, all: one.mentors })],
    ['row.mentees', (one) => t('placedOf', { placed: one.placedMentees, all: one.mentees })],
    ['row.blocking', ({ blockingPairs }) => (blockingPairs === undefined ? '–' : number(blockingPairs))],
    ['row.changed', (one) => t('changed', { gone: one.pairsGone, come: one.pairsCome })],
    ['row.people', (one) => whoOf(one)],
  ]
  const whoOf = ({ changedPeople, changed }: Figures) => {
    if (changedPeople === 0) return t('nobody')
    const more = changedPeople - changed.length
    const names = list(changed.map(({ name }) => name))
    return more > 0 ? t('andMore', { names, count: more }) : names
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.scroll} aria-label={t('compare')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            {now && (
              <th scope="col" className={styles.cell}>
                {t('now')}
              </th>
            )}
            {scenarios.map(({ id, name }) => (
              <th key={id} scope="col" className={styles.cell}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row" className={styles.row}>
              {t('row.aim')}
            </th>
            {now && <td className={styles.cell}>{aim ? t(`aim.${aim}`) : '–'}</td>}
            {scenarios.map(({ id, objective, unusual }) => (
              <td key={id} className={styles.cell}>
                {t(`aim.${objective}`)} {t('unusual', { count: unusual.length })}
              </td>
            ))}
          </tr>
          {rows.map(([key, cell]) => (
            <tr key={key}>
              <th scope="row" className={styles.row}>
                {t(key)}
              </th>
              {now && <td className={styles.cell}>{againstNow.has(key) ? '–' : cell(now)}</td>}
              {scenarios.map(({ id, figures }) => (
                <td key={id} className={styles.cell}>
                  {figures ? cell(figures) : ''}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <td colSpan={now ? 2 : 1} />
            {scenarios.map((scenario) => (
              <td key={scenario.id} className={styles.cell}>
                <Acts scenario={scenario} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  )
}

type Figures = NonNullable<Scenario['figures']>

/** Rows that say how far a scenario is from the proposals: of the proposals themselves there is nothing to say. */
const againstNow: ReadonlySet<string> = new Set(['row.changed', 'row.people'])

/** What the proposals aimed for; a later run that stopped or failed left other ones. */
function aimNow(board: Out<'board'> | undefined): Scenario['objective'] | undefined {
  return board?.run?.state === 'done' ? board.run.objective : undefined
}

/** The proposals as the latest finished run left them. */
function figuresNow(board: Out<'board'> | undefined): Figures | undefined {
  if (!board?.totals) return undefined
  const scores = board.pairings.filter(({ state }) => state === 'proposed').map(({ score }) => score)
  return {
    ...board.totals,
    weakest: scores.length === 0 ? null : scores.reduce((least, score) => Math.min(least, score)),
    ...(board.blockingPairs === undefined ? {} : { blockingPairs: board.blockingPairs }),
    ...{ pairsGone: 0, pairsCome: 0, changedPeople: 0, changed: [] },
  }
}

function Acts({ scenario: { id, name, state, ...why } }: { scenario: Scenario }) {
  const styles = useStyles()
  const t = useText(scenarioStrings)
  const words = useWords()
  const toasts = useToasts()
  const publish = usePublishScenario()
  const remove = useRemoveScenario()
  const said = (sentence: string) => ({
    onSuccess: () => toasts.say(sentence),
    onError: (fault: Error) => toasts.say(words.whyNot(fault)),
  })
  return (
    <div className={styles.acts}>
      {(state === 'waiting' || state === 'running') && <Spinner size="tiny" label={t('running')} />}
      {state === 'failed' && (
        <p className={styles.fault}>
          <RunFailure {...why} />
        </p>
      )}
      {state === 'done' && (
        <Button
          size="small"
          appearance="primary"
          disabled={publish.isPending}
          aria-label={t('publishOf', { name })}
          onClick={() => publish.mutate({ id }, said(t('published', { name })))}
        >
          {t('publish')}
        </Button>
      )}
      <Button
        size="small"
        disabled={remove.isPending}
        aria-label={t('removeOf', { name })}
        onClick={() => remove.mutate({ id }, said(t('removed', { name })))}
      >
        {t('remove')}
      </Button>
    </div>
  )
}
