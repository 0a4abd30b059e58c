/**
 * The text of a draft on its way to the server. saved: the server has it · dirty: typed, saved a moment after the last key ·
 * saving · kept: the server could not be reached, the text is on this device and tried again · conflict: somebody else saved
 * meanwhile, and a person decides between both texts. Every key lands on this device first.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiProblem } from '../../api/client.ts'
import { useEditSummary } from '../../api/publishing/summaries.ts'
import { type DraftText, dropDraft, keepDraft, keptDraft, type SummaryView, sameText } from './kept-drafts.ts'

export type DraftState = 'saved' | 'dirty' | 'saving' | 'kept' | 'conflict'

/** What came of one save: the server has every key, or those up to its start, or none. */
type Saved = 'whole' | 'older' | 'failed'

const restMs = 1200
const againMs = 8000

export interface Draft {
  text: DraftText
  state: DraftState
  fault: unknown
  /** Text from an earlier visit was put back. */
  recovered: boolean
  change(change: Partial<DraftText>): void
  /** Saves now, after what is being saved already; true when the server has everything. */
  save(): Promise<boolean>
  /** What the server has by now. */
  revision(): number
  keepMine(): void
  takeTheirs(): void
}

const textOf = ({ title, body, channels }: DraftText): DraftText => ({ title, body, channels })

/** Mount once for each Summary (`key={summary.id}`): what is typed belongs to that one. */
export function useDraft(summary: SummaryView): Draft {
  const { mutateAsync } = useEditSummary()
  const [kept] = useState(() => {
    const found = keptDraft(summary.id)
    return found && summary.state === 'drafted' && !sameText(found, summary) ? found : undefined
  })
  const [text, setText] = useState<DraftText>(textOf(kept ?? summary))
  const [state, setState] = useState<DraftState>(kept ? 'dirty' : 'saved')
  const [fault, setFault] = useState<unknown>()
  /** What asynchronous work reads: never older than the last key. */
  const now = useRef({ text, revision: kept?.revision ?? summary.revision })
  /** The save that is on its way; one at a time, since each needs the revision that the one before it brought. */
  const running = useRef<Promise<Saved>>(undefined)
  const server = useRef(summary)
  server.current = summary

  const send = useCallback(async (): Promise<Saved> => {
    const sent = now.current.text
    setState('saving')
    try {
      const { id } = server.current
      const answer = await mutateAsync({ id, revision: now.current.revision, ...sent })
      now.current.revision = answer.revision
      const whole = sameText(sent, now.current.text)
      if (whole) dropDraft(id)
      setState(whole ? 'saved' : 'dirty')
      setFault(undefined)
      return whole ? 'whole' : 'older'
    } catch (problem) {
      setFault(problem)
      const overtaken = problem instanceof ApiProblem && problem.code === 'changed-meanwhile'
      setState(overtaken ? 'conflict' : 'kept')
      return 'failed'
    }
  }, [mutateAsync])

  const save = useCallback(async (): Promise<boolean> => {
    while (running.current !== undefined) {
      const before = await running.current
      if (before !== 'older') return before === 'whole'
    }
    running.current = send().finally(() => {
      running.current = undefined
    })
    return (await running.current) === 'whole'
  }, [send])

  const put = useCallback((next: DraftText) => {
    now.current.text = next
    setText(next)
  }, [])

  const change = useCallback(
    (changed: Partial<DraftText>) => {
      put({ ...now.current.text, ...changed })
      keepDraft(server.current.id, { ...now.current.text, revision: now.current.revision })
      setState((before) => (before === 'conflict' ? before : 'dirty'))
    },
    [put],
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text starts the rest anew
  useEffect(() => {
    if (state !== 'dirty' && state !== 'kept') return
    const timer = setTimeout(() => void save(), state === 'dirty' ? restMs : againMs)
    const online = () => void save()
    addEventListener('online', online)
    return () => {
      clearTimeout(timer)
      removeEventListener('online', online)
    }
  }, [state, text, save])

  useEffect(() => {
    if (state !== 'saved' || summary.revision <= now.current.revision) return
    now.current.revision = summary.revision
    put(textOf(summary))
  }, [state, summary, put])

  return {
    text,
    state,
    fault,
    recovered: kept !== undefined,
    change,
    save: () => (state === 'saved' ? Promise.resolve(true) : save()),
    revision: () => now.current.revision,
    keepMine() {
      now.current.revision = server.current.revision
      void save()
    },
    takeTheirs() {
      now.current.revision = server.current.revision
      put(textOf(server.current))
      dropDraft(server.current.id)
      setState('saved')
    },
  }
}
