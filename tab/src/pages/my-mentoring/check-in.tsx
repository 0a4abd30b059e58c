/** The check-in after a Session: three taps, the last one sends. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { In } from '../../../../bot/contract/index.ts'
import { useAnswerCheckIn } from '../../api/enrolment/mentoring.ts'
import { focusHeading } from '../../ui/focus-heading.ts'
import { Panel } from '../../ui/panel.tsx'
import { useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { useLayout } from './layout.ts'
import type { MyPairing, MySession } from './pairings.ts'
import { strings } from './strings.ts'

type Answer = In<'answerCheckIn'>
const obstacles: Answer['obstacle'][] = ['nothing', 'time', 'topic', 'technology', 'relationship', 'other']

const useStyles = makeStyles({
  question: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: {
    padding: 0,
    marginBlockEnd: tokens.spacingVerticalS,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
  answers: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  number: { minWidth: '48px' },
  ends: {
    display: 'flex',
    justifyContent: 'space-between',
    maxWidth: '272px',
    marginBlockStart: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
})

export function CheckIn({ session, partner }: { session: MySession; partner: MyPairing['partner'] }) {
  const styles = useStyles()
  const layout = useLayout()
  const t = useText(strings)
  const words = useWords()
  const toasts = useToasts()
  const answer = useAnswerCheckIn()
  const [held, setHeld] = useState<boolean>()
  const [worth, setWorth] = useState<number>()
  const { name } = partner
  const send = (obstacle: Answer['obstacle']) =>
    // The question may be gone from the page before the answer's own callbacks would run.
    void answer
      .mutateAsync({
        sessionId: session.id,
        held: held ?? false,
        ...(held && worth !== undefined ? { worth } : {}),
        obstacle,
      })
      .then(
        () => {
          toasts.say(t('check.thanks'))
          focusHeading()
        },
        // Shown beside the question.
        () => {},
      )
  const startOver = () => {
    setHeld(undefined)
    setWorth(undefined)
    answer.reset()
  }
  return (
    <Panel title={t('check.title', { number: session.number, name })}>
      {held === undefined ? (
        <Question first text={t('check.held')}>
          <Button appearance="primary" onClick={() => setHeld(true)}>
            {t('check.yes')}
          </Button>
          <Button onClick={() => setHeld(false)}>{t('check.no')}</Button>
        </Question>
      ) : held && worth === undefined ? (
        <div>
          <Question text={t('check.worth')}>
            {[1, 2, 3, 4, 5].map((value) => (
              <Button
                key={value}
                className={styles.number}
                aria-label={t('check.worth.value', { value })}
                onClick={() => setWorth(value)}
              >
                {value}
              </Button>
            ))}
          </Question>
          <div className={styles.ends}>
            <span>{t('check.worth.1')}</span>
            <span>{t('check.worth.5')}</span>
          </div>
        </div>
      ) : (
        <Question text={t('check.obstacle')}>
          {obstacles.map((obstacle) => (
            <Button key={obstacle} disabledFocusable={answer.isPending} onClick={() => send(obstacle)}>
              {words.obstacle(obstacle)}
            </Button>
          ))}
        </Question>
      )}
      {answer.isError && (
        <p className={layout.fault} role="alert">
          {words.whyNot(answer.error)}
        </p>
      )}
      <div className={layout.between}>
        <p className={layout.small}>{t('check.private', { name })}</p>
        {held !== undefined && (
          <Button size="small" appearance="subtle" onClick={startOver}>
            {t('check.back')}
          </Button>
        )}
      </div>
    </Panel>
  )
}

/** A new question takes the focus, so that keyboard and screen reader follow; the first one does not grab it. */
function Question({ text, first = false, children }: { text: string; first?: boolean; children: ReactNode }) {
  const styles = useStyles()
  const legend = useRef<HTMLLegendElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is another question
  useEffect(() => {
    if (!first) legend.current?.focus()
  }, [first, text])
  return (
    <fieldset className={styles.question}>
      <legend ref={legend} tabIndex={-1} className={styles.legend}>
        {text}
      </legend>
      <div className={styles.answers}>{children}</div>
    </fieldset>
  )
}
