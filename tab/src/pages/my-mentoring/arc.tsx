/** The arc as steps, today marked. */
import { Panel } from '../../ui/panel.tsx'
import { Steps } from '../../ui/steps.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import type { Mine } from './mine.ts'
import { strings } from './strings.ts'

export default function Arc({ steps }: { steps: Mine['steps'] }) {
  const t = useText(strings)
  const format = useFormat()
  return (
    <Panel title={t('arc.title')}>
      <Steps
        label={t('arc.title')}
        stateWords={{
          done: t('step.done'),
          now: t('step.now'),
          ahead: t('step.ahead'),
          missed: t('step.missed'),
        }}
        steps={steps.map(({ key, number, at, state }) => ({
          key: `${key}-${number ?? 0}`,
          label: key === 'session' ? t('step.session', { number: number ?? 0 }) : t(`step.${key}`),
          note: at && format.shortDay(at),
          state,
        }))}
      />
    </Panel>
  )
}
