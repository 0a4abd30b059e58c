/** Every link of the page, wherever it stands, is answered here: nobody leaves this machine by pressing one. */
import { Button } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useCallback, useEffect, useRef, useState } from 'react'
import { readPlace } from './address.ts'
import { type Destination, readDeepLink } from './deep-link.ts'
import { read, type ShownCompany } from './tenant-api.ts'
import type { Go } from './use-address.ts'
import { useSpeech } from './words.ts'

export interface Told {
  text: string
  isBad: boolean
}

export interface Links {
  follow: (url: string) => void
  /** How often a link led into the tab: the same one may lead there again. */
  visits: number
  told: Told | undefined
  dismiss: () => void
}

export function useLinks(company: ShownCompany | undefined, go: Go): Links {
  const { say } = useSpeech()
  const [visits, setVisits] = useState(0)
  const [told, setTold] = useState<Told>()
  const tell = useTelling(say)
  const follow = useCallback(
    (url: string) => {
      if (!company) return
      const to = readDeepLink(url, company)
      setTold(undefined)
      if (to.kind === 'page') {
        go({ app: 'tab', host: 'teams', pane: 'teams', ...readPlace(to.sub) })
        setVisits((count) => count + 1)
      } else if (to.kind === 'chat') go({ app: 'chat', host: 'teams', pane: 'teams' })
      else if (to.kind === 'channels') go({ app: 'channels', host: 'teams', pane: 'teams' })
      else void tell(to).then(setTold)
    },
    [company, go, tell],
  )
  usePressedLinks(follow)
  return { follow, visits, told, dismiss: () => setTold(undefined) }
}

type Spoken = Exclude<Destination, { kind: 'page' | 'chat' | 'channels' }>

function useTelling(say: ReturnType<typeof useSpeech>['say']): (to: Spoken) => Promise<Told> {
  return useCallback(
    async (to) => {
      if (to.kind === 'unknown-app') return { text: say('linkUnknownApp'), isBad: true }
      if (to.kind === 'meeting') return { text: say('linkMeeting'), isBad: false }
      if (to.kind === 'web') return { text: say('linkWeb', { url: to.url }), isBad: false }
      const names = await Promise.all(to.signInNames.map(nameOf))
      const missing = names.indexOf(undefined)
      if (missing >= 0) return { text: say('linkNobody', { name: to.signInNames[missing]! }), isBad: true }
      const name = names.join(', ')
      return { text: say(to.how === 'call' ? 'linkCall' : 'linkChat', { name }), isBad: false }
    },
    [say],
  )
}

/** Teams finds people in these links by their userPrincipalName alone. */
async function nameOf(signInName: string): Promise<string | undefined> {
  const query = new URLSearchParams({ signInName })
  return (await read<{ name: string | null }>(`signed-in?${query}`)).name ?? undefined
}

/** Links in cards, messages, invitations: anchors of any origin but this page's own. */
function usePressedLinks(follow: (url: string) => void): void {
  const latest = useRef(follow)
  latest.current = follow
  useEffect(() => {
    const press = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
      if (!link || event.defaultPrevented || link.origin === location.origin) return
      event.preventDefault()
      latest.current(link.href)
    }
    // A middle button opens a window of its own.
    for (const name of ['click', 'auxclick'] as const) document.addEventListener(name, press)
    return () => {
      for (const name of ['click', 'auxclick'] as const) document.removeEventListener(name, press)
    }
  }, [])
}

export function LinkNotice({ told, dismiss }: Pick<Links, 'told' | 'dismiss'>) {
  const { say } = useSpeech()
  if (!told) return null
  return (
    <div className={told.isBad ? 'link-notice is-bad' : 'link-notice'} role={told.isBad ? 'alert' : 'status'}>
      <p>{told.text}</p>
      <Button appearance="subtle" icon={<DismissRegular />} aria-label={say('close')} onClick={dismiss} />
    </div>
  )
}
