/** Who is chosen and what is about to be decided about whom. A decision is sent when its message passes without "Undo". */
import { useState } from 'react'
import { useDecideParticipant } from '../../api/organization/people.ts'
import { useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import type { Row } from './row.ts'
import { strings } from './strings.ts'

export const decisions = ['approve', 'waitlist', 'decline'] as const
export type Decision = (typeof decisions)[number]

/** Requests under way at once; more would only queue up in the browser. */
const atOnce = 4

/** As it stood when the button was pressed, whatever is read since. */
type Seen = ReadonlyMap<string, NonNullable<Row['participant']>['state']>

export type Decisions = ReturnType<typeof useDecisions>

export function useDecisions(people: readonly Row[]) {
  const t = useText(strings)
  const words = useWords()
  const toasts = useToasts()
  const { mutateAsync } = useDecideParticipant()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [deciding, setDeciding] = useState<ReadonlyMap<string, Decision>>(new Map())

  const choose = (id: string, on: boolean) =>
    setChosen((all) => {
      const next = new Set(all)
      if (on) next.add(id)
      else next.delete(id)
      return next
    })
  const clearChoice = () => setChosen(new Set())
  const settle = (ids: readonly string[]) =>
    setDeciding((all) => new Map([...all].filter(([id]) => !ids.includes(id))))

  const send = async (ids: readonly string[], decision: Decision, seen: Seen) => {
    const faults: unknown[] = []
    const queue = [...ids]
    const work = async () => {
      for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
        await mutateAsync({ id, decision, seen: seen.get(id) ?? 'applied' }).catch((fault: unknown) =>
          faults.push(fault),
        )
      }
    }
    await Promise.all(Array.from({ length: atOnce }, work))
    settle(ids)
    if (faults.length > 0) toasts.say(t('failed', { count: faults.length, why: words.whyNot(faults[0]) }))
  }
  const decide = (ids: readonly string[], decision: Decision) => {
    setDeciding((all) => new Map([...all, ...ids.map((id) => [id, decision] as const)]))
    clearChoice()
    const seen: Seen = new Map(
      people.flatMap(({ participant }) => (participant ? [[participant.id, participant.state]] : [])),
    )
    const name = people.find(({ participant }) => participant?.id === ids[0])?.person.name ?? ''
    toasts.soon(
      t(`soon.${decision}`, { count: ids.length, name }),
      () => void send(ids, decision, seen),
      () => settle(ids),
      { kind: decision, count: ids.length, text: (count) => t(`soon.${decision}`, { count, name }) },
    )
  }
  /** How many who wait have a decision that is about to be sent. */
  const decided = people.filter(
    ({ participant }) => participant?.state === 'applied' && deciding.has(participant.id),
  ).length
  return { chosen, choose, clearChoice, decide, deciding, decided }
}
