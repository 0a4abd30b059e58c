/** One application: what they wrote, what one thinks of it, and what the others do. */
import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { In } from '../../../../bot/contract/index.ts'
import { screeningWords } from '../../../../bot/words/screening.ts'
import { applicationQuestions, criteria, useDecideApplication } from '../../api/enrolment/screening.ts'
import { Panel } from '../../ui/panel.tsx'
import { PersonFace } from '../../ui/person-face.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import type { One } from './one.ts'
import { ReviewForm } from './review-form.tsx'

const useStyles = makeStyles({
  answers: { margin: 0, display: 'grid', gap: tokens.spacingVerticalM },
  question: { fontWeight: tokens.fontWeightSemibold },
  answer: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '70ch' },
  text: { margin: 0, overflowWrap: 'anywhere' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  differ: { margin: 0, color: tokens.colorStatusWarningForeground1, fontWeight: tokens.fontWeightSemibold },
  review: { display: 'grid', gap: tokens.spacingVerticalXS },
  scores: { margin: 0, paddingInlineStart: '20px' },
})

export function ApplicationCard({ one, mayDecide }: { one: One; mayDecide: boolean }) {
  const styles = useStyles()
  const t = useText(screeningWords)
  const { topic } = useWords()
  const { list } = useFormat()
  const [isReviewing, setReviewing] = useState(false)
  const { person, topics, sent, reviews, standing, apart, mayReview, mine, count } = one
  return (
    <Panel title={<PersonFace person={person} />}>
      <p className={styles.text}>
        {t('topics')}: {list(topics.map((level) => topic(level.topic)))}
      </p>
      {sent ? (
        <dl className={styles.answers}>
          {applicationQuestions.map((question) => (
            <div key={question}>
              <dt className={styles.question}>{t(`question.${question}`)}</dt>
              <dd className={styles.answer} dir="auto">
                {sent.answers[question]}
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className={styles.quiet}>{t('not-sent')}</p>
      )}
      {standing === 'waiting' ? (
        <p className={styles.quiet}>{count === 0 ? t('count.none') : t('count.waiting', { count })}</p>
      ) : (
        <p className={standing === 'differ' ? styles.differ : styles.text}>{t(`standing.${standing}`)}</p>
      )}
      {apart.length > 0 && (
        <p className={styles.text}>
          {t('differ.on', { what: list(apart.map((criterion) => t(`criterion.${criterion}`))) })}
        </p>
      )}
      {reviews.map((review) => (
        <ReviewLines key={review.by.id} review={review} />
      ))}
      {isReviewing && <ReviewForm one={one} stop={() => setReviewing(false)} />}
      {mayReview && !isReviewing && (
        <div className={styles.acts}>
          <Button appearance="primary" onClick={() => setReviewing(true)}>
            {t(mine ? 'again' : 'read')}
          </Button>
        </div>
      )}
      {mayDecide && <Deciding one={one} />}
    </Panel>
  )
}

function ReviewLines({ review }: { review: One['reviews'][number] }) {
  const styles = useStyles()
  const t = useText(screeningWords)
  const { by, verdict, scores, note } = review
  return (
    <section className={styles.review}>
      <h3 className={styles.text}>{t('review.by', { name: by.name, verdict: t(`verdict.${verdict}`) })}</h3>
      <ul className={styles.scores}>
        {criteria.map((criterion) => (
          <li key={criterion}>
            {t(`criterion.${criterion}`)}: {t('points', { points: scores[criterion] })}
          </li>
        ))}
      </ul>
      {note && (
        <p className={styles.answer} dir="auto">
          {note}
        </p>
      )}
    </section>
  )
}

/** With a reason that is kept; before two have read it, not without one. */
function Deciding({ one }: { one: One }) {
  const styles = useStyles()
  const t = useText(screeningWords)
  const { whyNot } = useWords()
  const toasts = useToasts()
  const deciding = useDecideApplication()
  const [reason, setReason] = useState('')
  const decide = (decision: In<'decideParticipant'>['decision']) =>
    deciding.mutate(
      { id: one.participantId, seen: one.state, decision, reason },
      { onSuccess: () => toasts.say(t('decided', { name: one.person.name })) },
    )
  const fault = deciding.isError
    ? { validationMessage: whyNot(deciding.error), validationState: 'error' as const }
    : {}
  return (
    <div className={styles.review}>
      {one.count < 2 && <p className={styles.quiet}>{t('decide.without')}</p>}
      <Field label={t('decide.reason')} hint={t('decide.hint')} {...fault}>
        <Textarea value={reason} maxLength={300} onChange={(_, { value }) => setReason(value)} />
      </Field>
      <div className={styles.acts}>
        {(['approve', 'waitlist', 'decline'] as const)
          .filter((decision) => !(decision === 'waitlist' && one.state === 'waitlisted'))
          .map((decision) => (
            <Button key={decision} disabledFocusable={deciding.isPending} onClick={() => decide(decision)}>
              {t(`decide.${decision}`)}
            </Button>
          ))}
      </div>
    </div>
  )
}
