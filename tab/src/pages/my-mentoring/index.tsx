/** My mentoring: what it is for before enrolling; after that what comes next, and whatever waits for me. */
import { lazy, Suspense, useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { useMyMentoring } from '../../api/mentoring.ts'
import { useCohortChoice } from '../../ui/cohort.tsx'
import { Loading, Reading } from '../../ui/states.tsx'
import { Invitation } from './invitation.tsx'
import { Taking } from './taking-part.tsx'

export type Mine = Out<'myMentoring'>

/** Most people see the form once: it is loaded when they open it. */
const EnrolForm = lazy(() => import('./enrol-form.tsx'))

export default function MyMentoring() {
  const { id } = useCohortChoice()
  const query = useMyMentoring(id)
  const [form, setForm] = useState(false)
  return (
    <Reading query={query}>
      {(mine) => {
        if (form && mine.cohort) {
          return (
            <Suspense fallback={<Loading />}>
              <EnrolForm mine={mine} cohort={mine.cohort} done={() => setForm(false)} />
            </Suspense>
          )
        }
        return mine.participant && mine.cohort ? (
          <Taking
            mine={mine}
            participant={mine.participant}
            cohort={mine.cohort}
            edit={() => setForm(true)}
          />
        ) : (
          <Invitation cohort={mine.cohort} enrol={() => setForm(true)} />
        )
      }}
    </Reading>
  )
}
