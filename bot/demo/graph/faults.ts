import { share } from '../company/chance.ts'
import type { Fault, TenantState } from '../state.ts'

const drawn = new WeakMap<Fault, number>()

/** The next fault that hits this request, counted down; `where` is `METHOD /path?query`. */
export function takeFault(state: TenantState, service: Fault['service'], where: string): Fault | undefined {
  for (const fault of state.faults) {
    if (fault.service !== service || fault.times <= 0) continue
    if (fault.path && !new RegExp(fault.path.source, fault.path.flags.replace(/[gy]/g, '')).test(where))
      continue
    const draw = (drawn.get(fault) ?? 0) + 1
    drawn.set(fault, draw)
    if (fault.share !== undefined && share(`${fault.kind}:${draw}`) >= fault.share) continue
    fault.times--
    return fault
  }
  return undefined
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
