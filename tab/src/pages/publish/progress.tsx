import { Panel } from '../../ui/panel.tsx'
import { type Step, Steps } from '../../ui/steps.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import type { SummaryView } from './kept-drafts.ts'
import { strings } from './strings.ts'

const way = ['drafted', 'submitted', 'approved', 'published'] as const

/** drafted → submitted → approved → published, with who and when where that is known. */
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
  const stateOf = (i: number): Step['state'] => {
    if (summary.state === 'withdrawn') return 'missed'
    if (i < at || summary.state === 'published') return 'done'
    return i === at ? 'now' : 'ahead'
  }
  const steps = way.map((step, i): Step => {
    const said = note(step)
    return { key: step, label: t(`step.${step}`), state: stateOf(i), ...(said ? { note: said } : {}) }
  })
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
