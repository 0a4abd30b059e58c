/** My mentoring: what it is for before enrolling; after that what comes next, and whatever waits for me. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useMyMentoring } from '../../api/enrolment/mentoring.ts'
import { useCohortChoice } from '../../ui/cohort.tsx'
import { focusHeading } from '../../ui/focus-heading.ts'
import { Loading, Reading } from '../../ui/states.tsx'
import { takesPart } from './takes-part.ts'
import { Taking } from './taking-part.tsx'

/** Most people see these once: they are loaded when somebody comes to them. */
const Invitation = lazy(() => import('./invitation.tsx').then((file) => ({ default: file.Invitation })))
const EnrolForm = lazy(() => import('./enrol-form.tsx'))
const EnrolDetails = lazy(() => import('./enrol-details.tsx'))
/** Few people have any of these: they come after the page. */
const Above = lazy(() => import('./above.tsx'))
const Below = lazy(() => import('./below.tsx'))
const Assisted = lazy(() => import('./assisted.tsx'))
const Entry = lazy(() => import('./entry.tsx'))
const Invited = lazy(() => import('./invited.tsx'))

const useStyles = makeStyles({
  below: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXL,
    marginBlockStart: tokens.spacingVerticalXL,
    ':empty': { display: 'none' },
  },
})

export default function MyMentoring() {
  const styles = useStyles()
  const { id } = useCohortChoice()
  const query = useMyMentoring(id)
  const [form, setForm] = useState(false)
  const close = () => setForm(false)
  const wasOpen = useRef(form)
  useEffect(() => {
    if (wasOpen.current && !form) focusHeading()
    wasOpen.current = form
  }, [form])
  return (
    <Reading query={query}>
      {(mine) => {
        if (form && mine.cohort) {
          return (
            <Suspense fallback={<Loading />}>
              {mine.participant && takesPart(mine.participant.state) ? (
                <EnrolDetails mine={mine} participant={mine.participant} cohort={mine.cohort} done={close} />
              ) : (
                <EnrolForm mine={mine} cohort={mine.cohort} done={close} />
              )}
            </Suspense>
          )
        }
        return (
          <>
            <Suspense fallback={null}>
              <Above />
            </Suspense>
            {mine.participant && mine.cohort ? (
              <Taking
                mine={mine}
                participant={mine.participant}
                cohort={mine.cohort}
                edit={() => setForm(true)}
              />
            ) : (
              <>
                {/* Who assists somebody comes for their times, not to enroll. */}
                <Suspense fallback={null}>
                  <Assisted />
                </Suspense>
                {mine.invitation && (
                  <Suspense fallback={null}>
                    <Invited key={mine.invitation.invitationId} invitation={mine.invitation} />
                  </Suspense>
                )}
                {mine.entry && (
                  <Suspense fallback={null}>
                    <Entry entry={mine.entry} />
                  </Suspense>
                )}
                <Suspense fallback={<Loading />}>
                  <Invitation cohort={mine.cohort} isShut={mine.entry?.isShut} enrol={() => setForm(true)} />
                </Suspense>
              </>
            )}
            <div className={styles.below}>
              <Suspense fallback={null}>
                <Below mine={mine} />
              </Suspense>
            </div>
          </>
        )
      }}
    </Reading>
  )
}
