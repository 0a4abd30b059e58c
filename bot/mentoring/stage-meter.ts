/** Milliseconds and peak memory of each stage, for report.json. */
import { steadyMs } from '../clock.ts'

export interface Stage {
  stage: string
  ms: number
  cpuMs: number
  peakMiB: number
}

export function newMeter() {
  const stages: Stage[] = []
  return {
    stages,
    measure<T>(stage: string, work: () => T): T {
      const from = steadyMs()
      const cpu = process.cpuUsage()
      const result = work()
      const { user, system } = process.cpuUsage(cpu)
      stages.push({
        stage,
        ms: Math.round(steadyMs() - from),
        cpuMs: Math.round((user + system) / 1e3),
        peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
      })
      return result
    },
  }
}
