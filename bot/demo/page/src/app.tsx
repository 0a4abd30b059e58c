import { Button, FluentProvider, Spinner, Tab, TabList } from '@fluentui/react-components'
import { useEffect, useMemo } from 'react'
import type { Address } from './address.ts'
import { GuidedPath } from './guided-path.tsx'
import { OfficeWindow } from './office-window.tsx'
import { OutlookWindow } from './outlook-window.tsx'
import { Personas } from './personas.tsx'
import { Split } from './split.tsx'
import { TeamsWindow } from './teams-window.tsx'
import { type Persona, type ShownCompany, useTenant } from './tenant-api.ts'
import { FLUENT_THEMES } from './themes.ts'
import { TopBar } from './top-bar.tsx'
import { type Go, useAddress } from './use-address.ts'
import { directionOf, LOCALES, Speech, sayIn, useSpeech } from './words.ts'

export interface ViewProps {
  address: Address
  go: Go
  company: ShownCompany
  persona: Persona
}

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
  if (!company || !persona) {
    return (
      <main className="alone">
        {error ? <Button onClick={again}>{say('retry')}</Button> : <Spinner label={say('loading')} />}
      </main>
    )
  }
  const view = { address, go, company, persona }
  const left =
    address.host === 'office' && address.app === 'tab' ? (
      <OfficeWindow {...view} />
    ) : (
      <TeamsWindow {...view} />
    )
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
          <Split label={say('resize')} front={address.pane} left={left} right={<OutlookWindow {...view} />} />
        </main>
      </div>
    </>
  )
}
