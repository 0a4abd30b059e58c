import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { type HostTheme, openHost, readSettings } from './teams.ts'

const dark = matchMedia('(prefers-color-scheme: dark)').matches
const theme: HostTheme = dark ? 'dark' : 'light'

createRoot(document.getElementById('root')!).render(
  <App settings={readSettings(document)} open={openHost} browser={{ locale: navigator.language, theme }} />,
)
