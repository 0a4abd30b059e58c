/** Approving, and what came of it: how many, and for every "no" the pair and the rule. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { CheckmarkRegular, DismissRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { useApprovePairings } from '../../api/board.ts'
import { useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import type { Reasons } from './reasons.ts'
import { strings } from './strings.ts'

type Board = Out<'board'>
type Refused = Out<'approvePairings'>['refused']

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
})

/** The route takes this many ids at once; more than that is asked for in portions. */
const portion = 5000

export function useApproval(board: Board | undefined, cohortId: string) {
  const t = useText(strings)
  const words = useWords()
  const toasts = useToasts()
  const approve = useApprovePairings()
  const [refused, setRefused] = useState<Refused>([])
  const proposed = board?.pairings.filter((pairing) => pairing.state === 'proposed') ?? []

  async function run(ids: 'all' | string[]): Promise<void> {
    const turns = ids === 'all' ? ['all' as const] : portions(ids)
    const no: Refused = []
    let approved = 0
    try {
      for (const pairingIds of turns) {
        const answer = await approve.mutateAsync({ id: cohortId, pairingIds })
        approved += answer.approved
        no.push(...answer.refused)
      }
      toasts.say(t('approved', { count: approved }))
    } catch (fault) {
      toasts.say(t('failed', { why: words.whyNot(fault) }))
    }
    setRefused(no)
  }
  return { proposed, busy: approve.isPending, run, refused, forget: () => setRefused([]) }
}

function portions(ids: string[]): string[][] {
  const turns: string[][] = []
  for (let from = 0; from < ids.length; from += portion) turns.push(ids.slice(from, from + portion))
  return turns
}

type Approval = ReturnType<typeof useApproval>

interface ButtonsProps {
  approval: Approval
  picked: ReadonlySet<string>
  done(): void
}

export function ApproveButton({ approval, picked, done }: ButtonsProps) {
  const t = useText(strings)
  const { proposed, busy, run } = approval
  if (proposed.length === 0) return null
  const chosen = proposed.filter(({ id }) => picked.has(id)).map(({ id }) => id)
  const some = chosen.length > 0 && chosen.length < proposed.length
  return (
    <Button
      appearance="primary"
      icon={<CheckmarkRegular />}
      disabled={busy}
      onClick={() => void run(some ? chosen : 'all').then(done)}
    >
      {some ? t('approveSelected', { count: chosen.length }) : t('approveAll', { count: proposed.length })}
    </Button>
  )
}

export function ApprovalOutcome({
  approval,
  board,
  reasons,
}: {
  approval: Approval
  board: Board
  reasons: Reasons
}) {
  const styles = useStyles()
  const t = useText(strings)
  const { refused, forget } = approval
  if (refused.length === 0) return null
  const pairOf = (id: string) => {
    const pairing = board.pairings.find((one) => one.id === id)
    return pairing ? t('pairOf', { mentor: pairing.mentor.name, mentee: pairing.mentee.name }) : ''
  }
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('approvedNot', { count: refused.length })}</MessageBarTitle>
        <ul className={styles.list}>
          {refused.slice(0, 20).map(({ pairingId, code, detail }) => (
            <li key={pairingId}>
              {pairOf(pairingId)}: {reasons.rule(code, detail)}
            </li>
          ))}
        </ul>
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            icon={<DismissRegular />}
            aria-label={t('close')}
            onClick={forget}
          />
        }
      />
    </MessageBar>
  )
}
