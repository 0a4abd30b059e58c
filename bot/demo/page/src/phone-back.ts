/** The phone's back button lies outside of what is shown; what is shown says where back leads. */
import { createContext, type MutableRefObject, useContext, useEffect } from 'react'

export type WayBack = MutableRefObject<(() => void) | undefined>

export const PhoneBack = createContext<WayBack>({ current: undefined })

/** While this is shown, back does that. On a desktop nobody presses it. */
export function useWayBack(goBack: () => void): void {
  const way = useContext(PhoneBack)
  useEffect(() => {
    way.current = goBack
    return () => {
      if (way.current === goBack) way.current = undefined
    }
  }, [way, goBack])
}
