/** The program's clock to the second, for a timer that runs while it is looked at. */
import { useEffect, useMemo, useState } from 'react'
import { plusMs, secondMs } from '../../../bot/domain/span.ts'
import { now as readClock } from '../clock.ts'

/** `serverNow` is an instant the server just said; a device with a wrong clock counts down to the right second all the same. */
export function useTicking(serverNow: string): Date {
  const ahead = useMemo(() => new Date(serverNow).getTime() - readClock().getTime(), [serverNow])
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), secondMs)
    return () => clearInterval(timer)
  }, [])
  return plusMs(readClock(), ahead)
}
