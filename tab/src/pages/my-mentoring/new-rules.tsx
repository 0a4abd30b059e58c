/** The ground rules as they are now, with what came and what went since this person accepted them. */
import { Badge, Button } from '@fluentui/react-components'
import { useUpdateEnrolment } from '../../api/enrolment/mentoring.ts'
import { Panel } from '../../ui/panel.tsx'
import { useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { useLayout } from './layout.ts'
import type { TakingProps } from './mine.ts'
import { strings } from './strings.ts'

export default function NewRules({ participant, cohort }: Pick<TakingProps, 'participant' | 'cohort'>) {
  const layout = useLayout()
  const t = useText(strings)
  const words = useWords()
  const toasts = useToasts()
  const update = useUpdateEnrolment()
  const { version, items, changed } = cohort.groundRules
  const accept = () => {
    const { state: _, pausedUntil: __, cohortId: ___, ...details } = participant
    update.mutate(
      { ...details, acceptedGroundRules: version },
      { onSuccess: () => toasts.say(t('rules.accepted')) },
    )
  }
  return (
    <Panel title={t('rules.changed')}>
      <p className={layout.quiet}>{t('rules.changed.body')}</p>
      <ul className={layout.list}>
        {items.map((item) => (
          <li key={item}>
            {item}
            {changed?.added.includes(item) && (
              <>
                {' '}
                <Badge appearance="tint">{t('rules.new')}</Badge>
              </>
            )}
          </li>
        ))}
      </ul>
      {changed && changed.dropped.length > 0 && (
        <>
          <p className={layout.quiet}>{t('rules.dropped')}</p>
          <ul className={layout.list}>
            {changed.dropped.map((item) => (
              <li key={item}>
                <s>{item}</s>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={layout.row}>
        <Button appearance="primary" disabledFocusable={update.isPending} onClick={accept}>
          {t('rules.accept')}
        </Button>
        {update.isError && (
          <p className={layout.fault} role="alert">
            {words.whyNot(update.error)}
          </p>
        )}
      </div>
    </Panel>
  )
}
