/** Approving, taking it back, and what came of it: how many, and for every "no" the pair and the rule. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  ProgressBar,
  tokens,
} from '@fluentui/react-components'
import { CheckmarkRegular, DismissRegular } from '@fluentui/react-icons'
import { useEffect, useRef, useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { secondMs } from '../../../../bot/domain/span.ts'
import { useApprovePairings, useUndoApproval } from '../../api/pairing/board.ts'
import { useCancelRun } from '../../api/pairing/matching.ts'
import { useText } from '../../ui/text.tsx'
import { useTicking } from '../../ui/ticking.ts'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { approveStrings } from './approve-strings.ts'
import { BeforeApproval, type Waiver } from './before-approval.tsx'
import type { Reasons } from './reasons.ts'
import { strings } from './strings.ts'
import { useUnderWayStyles } from './under-way-styles.ts'

type Board = Out<'board'>
type Refused = NonNullable<Board['approval']>['refused']

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  note: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  waiting: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
})

/** The routes take this many ids at once; more than that is asked for in portions. */
const portion = 5000

export function useApproval(board: Board, cohortId: string) {
  const t = useText(strings)
  const ta = useText(approveStrings)
  const words = useWords()
  const toasts = useToasts()
  const approve = useApprovePairings()
  const takeBack = useUndoApproval()
  const [forgotten, setForgotten] = useState<string>()
  const proposed = board.pairings.filter((pairing) => pairing.state === 'proposed')
  const { approval: many } = board
  const underWay = isUnderWay(many)
  const waitFor = useEnd(many, (approved) => toasts.say(t('approved', { count: approved })))
  const failed = (fault: unknown) => toasts.say(t('failed', { why: words.whyNot(fault) }))

  async function run(ids: 'all' | string[], waiver?: Waiver): Promise<void> {
    try {
      for (const pairingIds of ids === 'all' ? ['all' as const] : portions(ids)) {
        // What goes on behind the board says itself how far it is, and when it is over.
        waitFor((await approve.mutateAsync({ id: cohortId, pairingIds, ...(waiver ? { waiver } : {}) })).id)
      }
    } catch (fault) {
      failed(fault)
    }
  }
  async function undo(): Promise<void> {
    if (!underWay) return
    try {
      await takeBack.mutateAsync({ id: cohortId, approvalId: underWay.id })
      toasts.say(ta('undone'))
    } catch (fault) {
      failed(fault)
    }
  }
  return {
    ...{ proposed, run, undo, underWay },
    undoing: takeBack.isPending,
    busy: approve.isPending || underWay !== undefined,
    refused: many?.id === forgotten ? [] : stillOpen(many, proposed),
    forget: () => setForgotten(many?.id),
  }
}

type Many = Board['approval']

function isUnderWay(many: Many) {
  return many?.state === 'waiting' || many?.state === 'running' ? many : undefined
}

/** Says it once to whoever asked for it, or saw it go on. */
function useEnd(many: Many, say: (approved: number) => void): (id: string) => void {
  const awaited = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (isUnderWay(many)) awaited.current = many?.id
    else if (many && many.id === awaited.current) {
      awaited.current = undefined
      if (many.state !== 'undone') say(many.approved)
    }
  })
  return (id) => {
    awaited.current = id
  }
}

/** What many approved at once left over, as long as it stands on the board undecided. */
function stillOpen(many: Many, proposed: readonly { id: string }[]): Refused {
  if (!many || isUnderWay(many) || many.refused.length === 0) return []
  const open = new Set(proposed.map(({ id }) => id))
  return many.refused.filter(({ pairingId }) => open.has(pairingId))
}

function portions(ids: string[]): string[][] {
  const turns: string[][] = []
  for (let from = 0; from < ids.length; from += portion) turns.push(ids.slice(from, from + portion))
  return turns
}

type Approval = ReturnType<typeof useApproval>

interface ButtonsProps {
  approval: Approval
  cohortId: string
  picked: ReadonlySet<string>
  reasons: Reasons
  /** One pair that was pressed in its row or its details: the question is about it alone. */
  one: string | undefined
  forget(): void
  done(): void
}

/** Opens what to know before; only the button in there approves. */
export function ApproveButton({ approval, cohortId, picked, reasons, one, forget, done }: ButtonsProps) {
  const t = useText(strings)
  const [asking, setAsking] = useState(false)
  const { proposed, busy, run } = approval
  if (proposed.length === 0) return null
  const chosen = proposed.filter(({ id }) => picked.has(id)).map(({ id }) => id)
  const some = chosen.length > 0 && chosen.length < proposed.length
  const single = one !== undefined && proposed.some(({ id }) => id === one) ? [one] : undefined
  const asked = single ?? (some ? chosen : undefined)
  const close = () => {
    setAsking(false)
    forget()
  }
  return (
    <>
      <Button
        appearance="primary"
        icon={<CheckmarkRegular />}
        disabled={busy}
        onClick={() => setAsking(true)}
      >
        {some ? t('approveSelected', { count: chosen.length }) : t('approveAll', { count: proposed.length })}
      </Button>
      {(asking || single) && (
        <BeforeApproval
          {...{ cohortId, reasons }}
          pairingIds={asked ?? 'all'}
          count={asked?.length ?? proposed.length}
          most={portion}
          close={close}
          approve={(waiver) => {
            close()
            void run(asked ?? 'all', waiver).then(single ? () => undefined : done)
          }}
        />
      )}
    </>
  )
}

/**
 * Ten seconds in which nothing is done, counted by the server's clock. Whoever pressed reads on here, at the words and not at the
 * button: a second press of the same key must not take back the first.
 */
function Undoing({ approval }: { approval: Approval }) {
  const styles = useStyles()
  const look = useUnderWayStyles()
  const t = useText(approveStrings)
  const { of, undoUntil, now } = approval.underWay!
  const clock = useTicking(now!)
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) panel.current?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  const left = Math.max(0, Math.ceil((Date.parse(undoUntil!) - clock.getTime()) / secondMs))
  return (
    <div className={look.panel} ref={panel} tabIndex={-1}>
      <div className={styles.waiting}>
        <span role="status">{t('waiting', { count: of })}</span>
        <span aria-hidden>{t('seconds', { count: left })}</span>
        <Button disabled={approval.undoing || left === 0} onClick={() => void approval.undo()}>
          {t('undo')}
        </Button>
      </div>
      <p className={styles.note}>{t('waitingNote')}</p>
    </div>
  )
}

/** Progress of many at once: the page may be left, and what is not looked at yet may be stopped. */
export function ApprovalProgress({ approval }: { approval: Approval }) {
  const { underWay } = approval
  const styles = useStyles()
  const look = useUnderWayStyles()
  const t = useText(strings)
  const words = useWords()
  const stop = useCancelRun()
  if (!underWay) return null
  if (underWay.undoUntil && underWay.now) return <Undoing key={underWay.id} approval={approval} />
  const { of, done, approved, runId } = underWay
  const said = t('approving', { approved, of })
  return (
    <div className={look.panel}>
      <span role="status">{said}</span>
      <ProgressBar aria-label={said} thickness="large" value={done} max={of} />
      <p className={styles.note}>{t('approvingNote')}</p>
      <div>
        <Button size="small" disabled={stop.isPending} onClick={() => stop.mutate({ id: runId })}>
          {t('stopApproving')}
        </Button>
        {stop.error && <span> {words.whyNot(stop.error)}</span>}
      </div>
    </div>
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
