import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { type HostTheme, openHost, readSettings } from './teams.ts'

const dark = matchMedia('(prefers-color-scheme: dark)').matches
const theme: HostTheme = dark ? 'dark' : 'light'
const settings = readSettings(document)
const browser = { locale: navigator.language, theme }
const root = createRoot(document.getElementById('root')!)

if (settings.outlook)
  void import('./outlook-pane.tsx').then(({ inPane }) => root.render(inPane(settings, browser)))
else root.render(<App settings={settings} open={openHost} browser={browser} />)
