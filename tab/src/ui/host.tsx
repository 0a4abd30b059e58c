/** The host by context, for the few pieces that open links or make links to share. Absent in tests of single pages. */
import { createContext, useContext } from 'react'
import { type AppAddress, type Host, shareLink } from '../teams.ts'

interface Surroundings {
  host: Host | undefined
  app: AppAddress
}

const HostContext = createContext<Surroundings>({ host: undefined, app: { appId: '', tenantId: '' } })
export const HostProvider = HostContext.Provider

/** Opens a link the way the host wants it, e.g. a Teams meeting without leaving Teams. */
export function useOpenLink(): (url: string) => void {
  const { host } = useContext(HostContext)
  return (url) => (host ? host.openLink(url) : window.open(url, '_blank', 'noopener'))
}

/** A link that opens the tab at a destination, or undefined when the app's id is not known. */
export function useShareLink(destination: string, label: string): string | undefined {
  const { app } = useContext(HostContext)
  return app.appId ? shareLink(app, destination, label) : undefined
}
