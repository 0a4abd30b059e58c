/**
 * The tenant's memory in a file, so that a demo stopped and started again finds its calendars and chats as they were.
 * What comes from the company's seed is not written down, nor keys and secrets: those are new at each start.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { putEvent } from './graph/event-store.ts'
import { type GraphMemory, memoryOf } from './graph/memory.ts'
import type { LifeMemory } from './life/shape.ts'
import type { DemoConversation, DemoEvent, TenantState } from './state.ts'

interface Snapshot {
  /** How far the clock was moved ahead, in milliseconds. */
  ahead: number
  events: DemoEvent[]
  /** Without these a booking repeated after a restart would be a second event, under the id of a first. */
  transactions: GraphMemory['transactions']
  nextEvent: number
  conversations: DemoConversation[]
  installedFor: string[]
  installedInTeams: string[]
  stepsDone: string[]
  /** Absent in what an earlier version wrote. */
  life?: LifeMemory
}

export function saveSnapshot(file: string, state: TenantState, ahead: number): void {
  const { transactions, nextEvent } = memoryOf(state)
  const snapshot: Snapshot = {
    ahead,
    events: [...state.events.values()],
    transactions,
    nextEvent,
    conversations: [...state.conversations.values()],
    installedFor: [...state.installedFor],
    installedInTeams: [...state.installedInTeams],
    stepsDone: [...state.stepsDone],
    ...(state.life ? { life: state.life } : {}),
  }
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  // A stop in the middle of writing leaves the old file whole.
  writeFileSync(`${file}.new`, JSON.stringify(snapshot, pack))
  renameSync(`${file}.new`, file)
}

/** Fills an empty state. @returns how far ahead the clock was, or nothing when there is no snapshot. */
export function loadSnapshot(file: string, state: TenantState): { ahead: number } | undefined {
  if (!existsSync(file)) return undefined
  const snapshot = JSON.parse(readFileSync(file, 'utf8'), unpack) as Snapshot
  for (const event of snapshot.events) putEvent(state, event)
  Object.assign(memoryOf(state), { transactions: snapshot.transactions, nextEvent: snapshot.nextEvent })
  for (const conversation of snapshot.conversations) state.conversations.set(conversation.id, conversation)
  // Teams told the bot of these before: no second installation event.
  for (const id of snapshot.installedFor) Set.prototype.add.call(state.installedFor, id)
  for (const id of snapshot.installedInTeams) Set.prototype.add.call(state.installedInTeams, id)
  for (const step of snapshot.stepsDone ?? []) state.stepsDone.add(step)
  if (snapshot.life) state.life = snapshot.life
  return { ahead: snapshot.ahead }
}

function pack(_key: string, value: unknown): unknown {
  if (value instanceof Map) return { $map: [...value] }
  if (value instanceof Set) return { $set: [...value] }
  return value
}

function unpack(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if ('$map' in value) return new Map(value.$map as [unknown, unknown][])
  if ('$set' in value) return new Set(value.$set as unknown[])
  return value
}
