/** "Why not these two?": any Mentor with any Mentee, answered by the same rules and score as the run. */
import { Badge, makeStyles, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular, DismissCircleRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Face, Out } from '../../../../bot/contract/index.ts'
import { useExplain } from '../../api/pairing/board.ts'
import { Panel } from '../../ui/panel.tsx'
import { PersonPicker } from '../../ui/person-picker.tsx'
import { ScoreBar } from '../../ui/score-bar.tsx'
import { Reading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.tsx'
import { isPlaced } from './arrange.ts'
import { chartStrings } from './chart-strings.ts'
import type { Reasons } from './reasons.ts'
import { strings } from './strings.ts'
import type { BoardActs } from './use-board-acts.ts'
import { WeighPair } from './weighing.tsx'
import { WishButtons, wishOf } from './wish-buttons.tsx'

const useStyles = makeStyles({
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  two: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(260px, 100%), 1fr))',
    gap: tokens.spacingHorizontalXXL,
    alignItems: 'start',
  },
  answer: { display: 'grid', gap: tokens.spacingVerticalM, minHeight: '72px' },
  verdict: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  yes: { color: tokens.colorStatusSuccessForeground1, fontSize: '24px' },
  no: { color: tokens.colorStatusDangerForeground1, fontSize: '24px' },
  rule: { margin: 0 },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

interface Props {
  cohortId: string
  reasons: Reasons
  board: Out<'board'>
  acts: BoardActs
}

export function WhyNot({ cohortId, ...rest }: Props) {
  const styles = useStyles()
  const t = useText(strings)
  const chart = useText(chartStrings)
  const [mentor, setMentor] = useState<Face>()
  const [mentee, setMentee] = useState<Face>()
  const words = { hint: t('askPick'), none: t('askNone'), change: t('change') }
  return (
    <Panel title={t('askTitle')}>
      <p className={styles.note}>{t('askNote')}</p>
      <div className={styles.two}>
        <PersonPicker
          label={chart('mentor')}
          value={mentor}
          onChange={setMentor}
          words={words}
          within={{ cohort: cohortId, side: 'mentor' }}
        />
        <PersonPicker
          label={chart('mentee')}
          value={mentee}
          onChange={setMentee}
          words={words}
          within={{ cohort: cohortId, side: 'mentee' }}
        />
      </div>
      <div className={styles.answer} role="status">
        {mentor && mentee && <Answer {...{ cohortId, mentor, mentee }} {...rest} />}
      </div>
    </Panel>
  )
}

function Answer({ cohortId, mentor, mentee, reasons, board, acts }: Props & { mentor: Face; mentee: Face }) {
  const styles = useStyles()
  const query = useExplain(cohortId, mentor.id, mentee.id)
  const pairing = board.pairings.find((one) => one.mentor.id === mentor.id && one.mentee.id === mentee.id)
  const isAgreed = pairing !== undefined && pairing.state !== 'proposed'
  return (
    <Reading query={query}>
      {(answer) => (
        <>
          <Verdict {...{ answer, reasons }} paired={pairing !== undefined && isPlaced(pairing)} />
          {!isAgreed && (!answer.refused || answer.refused.rule === 'forbidden') && (
            <div className={styles.acts}>
              <WishButtons
                pair={{ mentor, mentee }}
                now={wishOf(board.wishes, mentor.id, mentee.id)}
                acts={acts}
              />
            </div>
          )}
          {!answer.refused && (
            <WeighPair key={`${mentor.id} ${mentee.id}`} {...{ mentor, mentee, reasons }} />
          )}
        </>
      )}
    </Reading>
  )
}

function Verdict({ answer, reasons, paired }: { answer: Out<'explain'>; reasons: Reasons; paired: boolean }) {
  const styles = useStyles()
  const t = useText(strings)
  if (answer.refused) {
    return (
      <>
        <p className={styles.verdict}>
          <DismissCircleRegular className={styles.no} aria-hidden /> {t('askRefused')}
        </p>
        <p className={styles.rule}>{reasons.rule(answer.refused.rule, answer.refused.detail)}</p>
      </>
    )
  }
  return (
    <>
      <p className={styles.verdict}>
        <CheckmarkCircleRegular className={styles.yes} aria-hidden />{' '}
        {t('askAllowed', { score: answer.score ?? 0 })}
        {paired && (
          <Badge appearance="tint" color="success">
            {t('askAre')}
          </Badge>
        )}
      </p>
      {answer.parts && (
        <>
          <ScoreBar parts={reasons.named(answer.parts)} />
          <p className={styles.note}>{reasons.sentence(answer.parts, 12)}</p>
        </>
      )}
    </>
  )
}
