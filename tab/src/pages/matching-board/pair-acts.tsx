/** What can be done with a pair that was approved: its times, its end, and other partners for both. Asks before it ends one. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useEndPairing } from '../../api/enrolment/mentoring.ts'
import { usePropose } from '../../api/pairing/board.ts'
import { hrefOf } from '../../navigation.ts'
import { useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import type { BoardPairing } from './arrange.ts'
import { pairActsStrings } from './pair-acts-strings.ts'

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
      <Button as="a" href={hrefOf('schedule')}>
        {t('move')}
      </Button>
      <Button onClick={() => setAsking(true)}>{t('end')}</Button>
      {asking && <EndDialog {...{ cohortId, pairing, done }} close={() => setAsking(false)} />}
    </>
  )
}

function EndDialog({ cohortId, pairing, done, close }: Props & { close(): void }) {
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
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface aria-label={t('title', two)}>
        <DialogBody>
          <DialogTitle>{t('title', two)}</DialogTitle>
          <DialogContent>{t('note')}</DialogContent>
          <DialogActions fluid>
            <Button onClick={close}>{t('cancel')}</Button>
            <Button disabled={end.isPending} onClick={() => void run(false)}>
              {t('endOnly')}
            </Button>
            <Button appearance="primary" disabled={end.isPending} onClick={() => void run(true)}>
              {t('endAndFind')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
