/**
 * How the tab and its host reach each other. On a desktop the tab is framed and both post messages to the other's window. In a
 * phone's webview nothing holds the tab: it finds `nativeInterface`, and texts go back and forth (`public/webview.js`).
 */
import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { answerCall, isHostCall, type TabHost } from './host-protocol.ts'

type Send = (message: unknown) => void

interface Line {
  frame: RefObject<HTMLIFrameElement | null>
  /** Where the tab comes from. */
  origin: string
  isWebview: boolean
  host: TabHost
}

/** Answers what the tab asks for as long as it is shown, and gives the way to tell it of events. */
export function useTabLine({ frame, origin, isWebview, host }: Line): Send {
  const app = useRef<MessagePort | undefined>(undefined)
  const send = useCallback<Send>(
    (message) => {
      if (isWebview) app.current?.postMessage(JSON.stringify(message))
      else frame.current?.contentWindow?.postMessage(message, origin)
    },
    [isWebview, frame, origin],
  )
  useEffect(() => {
    const answer = async (call: unknown) => {
      if (!isHostCall(call)) return
      const reply = await answerCall(host, call)
      if (reply) send(reply)
    }
    const connect = (port: MessagePort | undefined) => {
      app.current?.close()
      app.current = port
      if (port) port.onmessage = ({ data }) => void answer(JSON.parse(data as string))
    }
    const hear = (event: MessageEvent) => {
      if (event.source !== frame.current?.contentWindow || event.origin !== origin) return
      // A webview has no window to post to: all that comes this way is the line itself, anew each time the tab is loaded.
      if (!isWebview) void answer(event.data)
      else if (event.data === 'webview') connect(event.ports[0])
    }
    addEventListener('message', hear)
    return () => {
      removeEventListener('message', hear)
      connect(undefined)
    }
  }, [frame, origin, isWebview, host, send])
  return send
}
