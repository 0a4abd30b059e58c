import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import './styles/ground.css'
import './styles/top.css'
import './styles/guided-path.css'
import './styles/desk.css'
import './styles/windows.css'
import './styles/tab.css'
import './styles/chat.css'
import './styles/cards.css'
import './styles/calendar.css'
import './styles/narrow.css'

createRoot(document.getElementById('root')!).render(<App />)
