/** What time it is for the program: the server's clock, carried on by ours. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { minuteMs, plusMs } from '../../../bot/domain/span.ts'
import { now as readClock } from '../clock.ts'

const NowContext = createContext<Date | undefined>(undefined)

const tickMs = minuteMs

/** `serverNow` is an instant the server just said; a phone with a wrong clock still counts down to the right minute. */
export function NowProvider({ serverNow, children }: { serverNow: string; children: ReactNode }) {
  const ahead = useMemo(() => new Date(serverNow).getTime() - readClock().getTime(), [serverNow])
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), tickMs)
    return () => clearInterval(timer)
  }, [])
  return <NowContext.Provider value={plusMs(readClock(), ahead)}>{children}</NowContext.Provider>
}

/** Changes once a minute. */
export function useNow(): Date {
  return useContext(NowContext) ?? readClock()
}
