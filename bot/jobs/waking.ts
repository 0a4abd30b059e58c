/**
 * When a worker looks into its queue. It is woken, and does not look by itself:
 *
 * - by whoever adds a job, once that is committed: in this process directly, in the others by a notification of the
 *   database that is part of the same transaction;
 * - by an alarm, for a job that is put off or tried again later: nobody announces that a moment has come;
 * - by the look, one query about all queues: the net for what nobody announced, as what a dead worker left, and the one
 *   who sets the alarms. Where notifications do not arrive, it is what finds the jobs of other instances.
 */
import type { Clock } from 'pg-boss'
import { secondMs } from '../domain/span.ts'

export interface Waking {
  /** From here on there are workers to wake: the id of each queue's. */
  begin(workers: ReadonlyMap<string, string>): void
  wake(queue: string): void
  wakeIn(queue: string, seconds: number): void
  lookWithin(seconds: number): void
  /** Whether notifications arrive; they do until somebody says otherwise. */
  hears(isHearing: boolean): void
  stop(): void
}

interface Needs {
  clock: Clock
  query(text: string): Promise<{ rows: Found[] }>
  wakeWorker(id: string): void
  /** With nothing when the database answers again. */
  failed(error?: unknown): void
}

/** Of a queue in which jobs wait. */
interface Found {
  queue: string
  isDue: boolean
  /** Seconds until the first that is put off; null when none is. */
  dueIn: number | null
}

/** By the clock of the database, which says when a job may begin. `jobs` is pg-boss's schema. */
const waiting = `select name as queue, bool_or(start_after <= jobs.job_now()) as "isDue",
  extract(epoch from min(start_after) filter (where start_after > jobs.job_now()) - jobs.job_now())::float8 as "dueIn"
  from jobs.job where state < 'active' and not blocked group by name`

/** Seconds between two looks. */
const calm = 20
const alert = 2
/** Seconds by which an alarm is late on purpose: a moment too early it would wake a worker for nothing. */
const beat = 0.1

export function wakingWith({ clock, query, wakeWorker, failed }: Needs): Waking {
  let workers: ReadonlyMap<string, string> = new Map()
  let isHearing = true
  let isFailing = false
  let isLooking = false
  let isStopped = false
  let nextLook: Alarm | undefined
  const alarms = new Map<string, Alarm>()

  const alarm = (seconds: number, act: () => void): Alarm => {
    const ms = Math.max(0, seconds) * secondMs
    const handle = clock.setTimeout(act, ms) as NodeJS.Timeout
    handle.unref?.()
    return { at: clock.now() + ms, cancel: () => clock.clearTimeout(handle) }
  }
  const isSooner = (seconds: number, than?: Alarm) => !than || clock.now() + seconds * secondMs < than.at

  const wake = (queue: string) => {
    const worker = workers.get(queue)
    if (worker) wakeWorker(worker)
  }
  const wakeIn = (queue: string, seconds: number) => {
    // What is further away, a later look will find.
    if (isStopped || !workers.has(queue) || seconds > calm) return
    if (!isSooner(seconds + beat, alarms.get(queue))) return
    alarms.get(queue)?.cancel()
    const rings = () => {
      alarms.delete(queue)
      wake(queue)
      // Behind the job that is due now another may be put off.
      lookWithin(1)
    }
    alarms.set(queue, alarm(seconds + beat, rings))
  }
  const lookWithin = (seconds: number) => {
    if (isStopped || workers.size === 0 || !isSooner(seconds, nextLook)) return
    nextLook?.cancel()
    nextLook = alarm(seconds, () => {
      nextLook = undefined
      void look()
    })
  }
  const look = async () => {
    if (isLooking) return lookWithin(1)
    isLooking = true
    try {
      const { rows } = await query(waiting)
      for (const { queue, isDue, dueIn } of rows) {
        if (isDue) wake(queue)
        if (dueIn !== null) wakeIn(queue, dueIn)
      }
      if (isFailing) failed()
      isFailing = false
    } catch (error) {
      if (!isFailing && !isStopped) failed(error)
      isFailing = true
    }
    isLooking = false
    lookWithin(isHearing && !isFailing ? calm : alert)
  }

  return {
    wake,
    wakeIn,
    lookWithin,
    begin(known) {
      workers = known
      lookWithin(0)
    },
    hears(now) {
      isHearing = now
      // What was said meanwhile was not heard, and from now on it is not.
      lookWithin(0)
    },
    stop() {
      isStopped = true
      nextLook?.cancel()
      for (const { cancel } of alarms.values()) cancel()
    },
  }
}

interface Alarm {
  at: number
  cancel(): void
}
