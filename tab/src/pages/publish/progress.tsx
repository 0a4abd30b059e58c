import { Panel } from '../../ui/panel.tsx'
import { type Step, Steps } from '../../ui/steps.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import type { SummaryView } from './kept-drafts.ts'
import { strings } from './strings.ts'

const way = ['drafted', 'submitted', 'approved', 'published'] as const

/** drafted → submitted → approved → published, and withdrawn where it was, with who and when where that is known. */
export function Way({ summary }: { summary: SummaryView }) {
  const t = useText(strings)
  const { shortDay } = useFormat()
  const at = way.indexOf(summary.state as (typeof way)[number])
  const note = (step: (typeof way)[number]) => {
    if (step === 'drafted' && summary.author) {
      return t('by', { name: summary.author.name, when: shortDay(summary.changedAt) })
    }
    if (step === 'approved' && summary.approvedBy && summary.approvedAt) {
      return t('by', { name: summary.approvedBy.name, when: shortDay(summary.approvedAt) })
    }
    return step === 'published' && summary.publishedAt ? shortDay(summary.publishedAt) : undefined
  }
  const isWithdrawn = summary.state === 'withdrawn'
  const stateOf = (i: number): Step['state'] => {
    // Only what was published can be withdrawn: the way there stays.
    if (i < at || summary.state === 'published' || isWithdrawn) return 'done'
    return i === at ? 'now' : 'ahead'
  }
  const withdrawnStep = (): Step => {
    const { withdrawnBy, withdrawnAt } = summary
    const when = withdrawnAt && shortDay(withdrawnAt)
    const said = withdrawnBy && when ? t('by', { name: withdrawnBy.name, when }) : when
    return { key: 'withdrawn', label: t('step.withdrawn'), state: 'done', ...(said ? { note: said } : {}) }
  }
  const steps = way.map((step, i): Step => {
    const said = note(step)
    return { key: step, label: t(`step.${step}`), state: stateOf(i), ...(said ? { note: said } : {}) }
  })
  if (isWithdrawn) steps.push(withdrawnStep())
  return (
    <Panel>
      <Steps
        label={t('steps')}
        steps={steps}
        stateWords={{ done: t('done'), now: t('now'), ahead: t('ahead'), missed: t('missed') }}
      />
    </Panel>
  )
}
