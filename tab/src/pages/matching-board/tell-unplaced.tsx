/** A card to everybody without a partner, at the Organizer's word: what they will read stands here before it is sent. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { useTellUnplaced } from '../../api/pairing/board.ts'
import { Panel } from '../../ui/panel.tsx'
import { useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { isPlaced } from './arrange.ts'
import { tellStrings } from './tell-strings.ts'

type Board = Out<'board'>

const useStyles = makeStyles({
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  quote: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke2,
  },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
})

export function TellUnplaced({ board, cohortId }: { board: Board; cohortId: string }) {
  const styles = useStyles()
  const t = useText(tellStrings)
  const words = useWords()
  const toasts = useToasts()
  const tell = useTellUnplaced()
  const [asking, setAsking] = useState(false)
  const partners = new Set(
    board.pairings.filter(isPlaced).flatMap(({ mentor, mentee }) => [mentor.id, mentee.id]),
  )
  const alone = new Set(board.unplaced.map(({ person }) => person.id).filter((id) => !partners.has(id))).size
  if (alone === 0) return null
  const open = board.pairings.some(({ state }) => state === 'proposed')
  const none = !board.pairings.some(({ state }) => state === 'approved' || state === 'active')
  const underWay = board.approval?.state === 'waiting' || board.approval?.state === 'running'
  if (open || none || underWay) return <p className={styles.note}>{t('later')}</p>
  const send = () =>
    tell.mutate(
      { id: cohortId },
      {
        onSuccess: ({ told, already }) => {
          setAsking(false)
          toasts.say(
            told === 0
              ? t('nobodyNew')
              : `${t('told', { count: told })}${already > 0 ? ` ${t('before', { count: already })}` : ''}`,
          )
        },
        onError: (fault) => toasts.say(words.whyNot(fault)),
      },
    )
  return (
    <Panel title={t('title')}>
      <p className={styles.note}>{t('note')}</p>
      {asking && (
        <>
          <p className={styles.note}>{t('willRead')}</p>
          <blockquote className={styles.quote}>{t('words')}</blockquote>
        </>
      )}
      <div className={styles.acts}>
        {asking ? (
          <>
            <Button appearance="primary" disabled={tell.isPending} onClick={send}>
              {t('send', { count: alone })}
            </Button>
            <Button onClick={() => setAsking(false)}>{t('notNow')}</Button>
          </>
        ) : (
          <Button onClick={() => setAsking(true)}>{t('ask')}</Button>
        )}
      </div>
    </Panel>
  )
}
