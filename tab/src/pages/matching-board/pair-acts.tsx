/** What can be done with a pair that was approved: its times, its end, and other partners for both. Asks before it ends one. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { useEndPairing } from '../../api/enrolment/mentoring.ts'
import { usePropose } from '../../api/pairing/board.ts'
import { hrefOf } from '../../navigation.ts'
import { useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import type { BoardPairing } from './arrange.ts'
import { pairActsStrings } from './pair-acts-strings.ts'

const useStyles = makeStyles({
  ask: { display: 'grid', gap: tokens.spacingVerticalM, width: '100%', outlineOffset: '4px' },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
})

interface Props {
  cohortId: string
  pairing: BoardPairing
  /** The pair is over: its details close. */
  done(): void
}

export function PairActs({ cohortId, pairing, done }: Props) {
  const t = useText(pairActsStrings)
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button as="a" href={hrefOf('schedule', pairing.id)}>
        {t('move')}
      </Button>
      {!asking && <Button onClick={() => setAsking(true)}>{t('end')}</Button>}
      {asking && <EndQuestion {...{ cohortId, pairing, done }} close={() => setAsking(false)} />}
    </>
  )
}

/** In the details themselves: a dialog over a drawer would be one too many for a keyboard and a screen reader. */
function EndQuestion({ cohortId, pairing, done, close }: Props & { close(): void }) {
  const styles = useStyles()
  const root = useRef<HTMLElement>(null)
  useEffect(() => root.current?.focus(), [])
  const t = useText(pairActsStrings)
  const words = useWords()
  const toasts = useToasts()
  const end = useEndPairing()
  const propose = usePropose()
  const two = { mentor: pairing.mentor.name, mentee: pairing.mentee.name }
  async function run(find: boolean): Promise<void> {
    try {
      await end.mutateAsync({ id: pairing.id })
      toasts.say(t(find ? 'endedAndFinding' : 'ended', two))
      if (find) await propose.mutateAsync({ id: cohortId })
    } catch (fault) {
      toasts.say(words.whyNot(fault))
    }
    close()
    done()
  }
  return (
    <section ref={root} tabIndex={-1} className={styles.ask} aria-label={t('title', two)}>
      <strong>{t('title', two)}</strong>
      <p className={styles.note}>{t('note')}</p>
      <div className={styles.acts}>
        <Button appearance="primary" disabled={end.isPending} onClick={() => void run(true)}>
          {t('endAndFind')}
        </Button>
        <Button disabled={end.isPending} onClick={() => void run(false)}>
          {t('endOnly')}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </div>
    </section>
  )
}
