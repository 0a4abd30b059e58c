import { Button, FluentProvider, Spinner, Tab, TabList } from '@fluentui/react-components'
import { useEffect, useMemo } from 'react'
import type { Address } from './address.ts'
import { GuidedPath } from './guided-path.tsx'
import { LinkNotice, useLinks } from './links.tsx'
import { OfficeWindow } from './office-window.tsx'
import { OutlookWindow } from './outlook-window.tsx'
import { Personas } from './personas.tsx'
import { Phone } from './phone.tsx'
import { Split } from './split.tsx'
import { TeamsWindow } from './teams-window.tsx'
import { act, type ShownCompany, useTenant } from './tenant-api.ts'
import { FLUENT_THEMES } from './themes.ts'
import { TopBar } from './top-bar.tsx'
import { type Go, useAddress } from './use-address.ts'
import type { ViewProps } from './view-props.ts'
import { directionOf, LOCALES, Speech, sayIn, useSpeech } from './words.ts'

export function App() {
  const [address, go] = useAddress()
  const { lang, theme } = address
  const speech = useMemo(() => ({ say: sayIn(lang), locale: LOCALES[lang], lang }), [lang])
  const dir = directionOf(lang)
  useEffect(() => {
    document.documentElement.lang = lang
    document.documentElement.dir = dir
    document.title = speech.say('title')
  }, [lang, dir, speech])
  return (
    <Speech.Provider value={speech}>
      <FluentProvider theme={FLUENT_THEMES[theme]} dir={dir} className="ground">
        <div className={`page theme-${theme}`}>
          <Desk address={address} go={go} />
        </div>
      </FluentProvider>
    </Speech.Provider>
  )
}

function Desk({ address, go }: { address: Address; go: Go }) {
  const { say } = useSpeech()
  const { data: company, error, again } = useTenant<ShownCompany>('company', ['clock', 'directory', 'chat'])
  const persona = company?.personas.find(({ role }) => role === address.persona) ?? company?.personas[0]
  useLanguageOf(persona, address.lang)
  const { follow, visits, told, dismiss } = useLinks(company, go)
  if (!company || !persona) {
    return (
      <main className="alone">
        {error ? <Button onClick={again}>{say('retry')}</Button> : <Spinner label={say('loading')} />}
      </main>
    )
  }
  const view = { address, go, company, persona, follow, visits }
  return (
    <>
      <TopBar {...view} />
      <GuidedPath {...view} />
      <div className="desk">
        <Personas {...view} />
        <main className="windows" aria-label={say('panes')}>
          <div className="pane-tabs">
            <TabList
              aria-label={say('panes')}
              selectedValue={address.pane}
              onTabSelect={(_event, { value }) => go({ pane: value as Address['pane'] })}
            >
              <Tab value="teams">{say(address.host === 'office' ? 'hostOffice' : 'showTeams')}</Tab>
              <Tab value="outlook">{say('showOutlook')}</Tab>
            </TabList>
          </div>
          {address.device === 'desktop' ? <TwoWindows {...view} /> : <PhoneAndWindow {...view} />}
        </main>
      </div>
      <LinkNotice told={told} dismiss={dismiss} />
    </>
  )
}

/** Cards follow the page: who it shows reads its language from now on. In English everybody reads as the directory had it. */
function useLanguageOf(persona: ShownCompany['personas'][number] | undefined, lang: Address['lang']) {
  const { id, reads, hasChosen } = persona ?? {}
  useEffect(() => {
    if (id === undefined || reads === lang || (lang === 'en' && !hasChosen)) return
    act('language', { person: id, lang }).catch(() => undefined)
  }, [id, reads, hasChosen, lang])
}

function TwoWindows(view: ViewProps) {
  const { say } = useSpeech()
  const { host, app, pane } = view.address
  const left = host === 'office' && app === 'tab' ? <OfficeWindow {...view} /> : <TeamsWindow {...view} />
  return <Split label={say('resize')} front={pane} left={left} right={<OutlookWindow {...view} />} />
}

/** What hosts the tab is on the phone; of the other two, the one that tells more stays on the desk. */
function PhoneAndWindow(view: ViewProps) {
  const { host, app, pane } = view.address
  const isOutlook = host === 'outlook'
  const InHand = isOutlook ? OutlookWindow : host === 'office' && app === 'tab' ? OfficeWindow : TeamsWindow
  const OnDesk = isOutlook ? TeamsWindow : OutlookWindow
  return (
    <div className={`beside front-${pane} in-hand-${isOutlook ? 'outlook' : 'teams'}`}>
      <Phone {...view}>
        <InHand {...view} />
      </Phone>
      <div className="split-side split-desk">
        <OnDesk {...view} />
      </div>
    </div>
  )
}
