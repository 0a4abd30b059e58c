import { Button } from '@fluentui/react-components'
import { ChevronLeftRegular } from '@fluentui/react-icons'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { PhoneBack, type WayBack } from './phone-back.ts'
import type { ViewProps } from './view-props.ts'
import { useSpeech } from './words.ts'

/** With its edge; the screen itself is 390 × 844, as on most phones of these years. */
const BODY_HEIGHT = 868

/** A phone beside the desktop. What is shown on it is as large as on a phone, and drawn smaller where the window is low. */
export function Phone({ company, address, children }: ViewProps & { children: ReactNode }) {
  const { say, locale } = useSpeech()
  const room = useRef<HTMLDivElement>(null)
  const scale = useScale(room)
  const way: WayBack = useRef()
  const time = new Date(company.now).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' })
  const isTab = address.app === 'tab'
  return (
    <div ref={room} className="phone-room">
      <div className="phone-place" style={{ ['--scale' as string]: scale }}>
        <div className={`phone phone-${address.device}`}>
          <div className="phone-screen">
            <div className="phone-status">
              <time>{time}</time>
              <span className="phone-lens" aria-hidden="true" />
            </div>
            {isTab && (
              <div className="phone-head">
                <Button
                  appearance="transparent"
                  icon={<ChevronLeftRegular className="mirrored" />}
                  aria-label={say('phoneBack')}
                  onClick={() => way.current?.()}
                />
                <span>{say('appMentoring')}</span>
              </div>
            )}
            <PhoneBack.Provider value={way}>{children}</PhoneBack.Provider>
            <div className="phone-foot" aria-hidden="true" />
          </div>
        </div>
      </div>
    </div>
  )
}

/** As large as the room is high, and never larger than it is. */
function useScale(room: { current: HTMLElement | null }): number {
  const [scale, setScale] = useState(1)
  useEffect(() => {
    if (!room.current) return
    const watch = new ResizeObserver(([seen]) => {
      if (seen && seen.contentRect.height > 0) setScale(Math.min(1, seen.contentRect.height / BODY_HEIGHT))
    })
    watch.observe(room.current)
    return () => watch.disconnect()
  }, [room])
  return scale
}
