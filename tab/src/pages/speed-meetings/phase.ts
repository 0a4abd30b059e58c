/** Where somebody is in their speed meeting at one moment. Pure: the timer, the first line and the ratings all follow it. */

import { hourMs, minuteMs, secondMs } from '../../../../bot/domain/span.ts'
import type { MyRound, MySpeed } from '../../api/speed/speed.ts'

type MyEvent = NonNullable<MySpeed['event']>

export type Phase =
  | { kind: 'before'; until: Date; next: MyRound | undefined }
  /** With somebody, or pausing when the round has no partner. */
  | { kind: 'round'; from: Date; until: Date; round: MyRound; next: MyRound | undefined }
  /** Between two rounds. */
  | { kind: 'change'; from: Date; until: Date; next: MyRound }
  | { kind: 'after' }

export function phaseAt({ startsAt, rounds }: MyEvent, now: Date): Phase {
  const at = now.getTime()
  const following = (number: number) => rounds.find(({ round, partner }) => round > number && partner)
  if (at < new Date(startsAt).getTime())
    return { kind: 'before', until: new Date(startsAt), next: following(0) }
  for (const [index, round] of rounds.entries()) {
    const [from, until] = [new Date(round.startsAt), new Date(round.endsAt)]
    if (at < from.getTime()) {
      return { kind: 'change', from: new Date(rounds[index - 1]!.endsAt), until: from, next: round }
    }
    if (at < until.getTime()) return { kind: 'round', from, until, round, next: following(round.round) }
  }
  return { kind: 'after' }
}

/** Everybody I met or am meeting, the latest first. */
export function metBy(
  { rounds }: MyEvent,
  now: Date,
): (MyRound & { partner: NonNullable<MyRound['partner']> })[] {
  return rounds
    .flatMap((round) =>
      round.partner && new Date(round.startsAt) <= now ? [{ ...round, partner: round.partner }] : [],
    )
    .reverse()
}

/** "6:42", and hours where there are any; never below zero. */
export function countdown(until: Date, now: Date): string {
  const left = Math.max(0, Math.ceil((until.getTime() - now.getTime()) / secondMs)) * secondMs
  const parts = [Math.floor(left / hourMs), Math.floor(left / minuteMs) % 60, (left / secondMs) % 60]
  const shown = parts[0] ? parts : parts.slice(1)
  return shown.map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, '0'))).join(':')
}
