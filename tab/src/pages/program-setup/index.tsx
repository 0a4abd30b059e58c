/** Program: where the Cohort stands, what is due, whose turn it is; and its plan. */
import { Button } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import { useCohortDetails } from '../../api/program/cohorts.ts'
import { useCohortChoice } from '../../ui/cohort.tsx'
import { useReader } from '../../ui/me.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Loading, Reading } from '../../ui/states.tsx'
import { frameStrings } from '../../ui/strings.ts'
import { useText } from '../../ui/text.tsx'
import { CohortView } from './cohort-view.tsx'
import { strings } from './strings.ts'

const ContentPage = lazy(() => import('./content-page.tsx'))
const PlanForm = lazy(() => import('./plan-form.tsx'))

export default function Program() {
  const { id } = useCohortChoice()
  const [form, setForm] = useState<'new' | 'edit' | 'content'>()
  const query = useCohortDetails(id)
  const close = () => setForm(undefined)
  if (form === 'new') {
    return (
      <Suspense fallback={<Loading />}>
        {id === null ? (
          <PlanForm done={close} />
        ) : (
          <Reading query={query}>
            {(last) => <PlanForm done={close} {...(last.may.edit ? { last } : {})} />}
          </Reading>
        )}
      </Suspense>
    )
  }
  if (id === null) return <First start={() => setForm('new')} />
  return (
    <Reading query={query}>
      {(cohort) =>
        form === 'content' ? (
          <Suspense fallback={<Loading />}>
            <ContentPage cohort={cohort} done={close} />
          </Suspense>
        ) : form === 'edit' ? (
          <Suspense fallback={<Loading />}>
            <PlanForm key={cohort.id} cohort={cohort} done={close} />
          </Suspense>
        ) : (
          <CohortView
            cohort={cohort}
            edit={() => setForm('edit')}
            startNew={() => setForm('new')}
            writeTexts={() => setForm('content')}
          />
        )
      }
    </Reading>
  )
}

/** The very first run: nothing exists, and that is fine. */
function First({ start }: { start: () => void }) {
  const t = useText(strings)
  const frame = useText(frameStrings)
  const { roles } = useReader()
  return (
    <PageHeader
      place={frame('place.program')}
      lead={t('lead.first')}
      note={t('first.note')}
      action={
        roles.includes('organizer') && (
          <Button appearance="primary" size="large" onClick={start}>
            {t('first.act')}
          </Button>
        )
      }
    />
  )
}
