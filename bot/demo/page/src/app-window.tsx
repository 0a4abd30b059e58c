import { mergeClasses } from '@fluentui/react-components'
import type { FluentIcon } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { Face } from './face.tsx'
import { Unread } from './personas.tsx'
import type { Persona } from './tenant-api.ts'
import { useSpeech } from './words.ts'

export interface RailItem {
  id: string
  name: string
  icon: FluentIcon
  iconOn: FluentIcon
  isOpen: boolean
  onOpen: () => void
  unread?: number
}

interface AppWindowProps {
  kind: 'teams' | 'outlook' | 'office'
  name: string
  persona: Persona
  rail: RailItem[]
  children: ReactNode
}

/** A window with a title bar, a rail of apps and whatever is open: the shape Teams, Outlook and Microsoft 365 share. */
export function AppWindow({ kind, name, persona, rail, children }: AppWindowProps) {
  const { say } = useSpeech()
  return (
    <section className={`window window-${kind}`} aria-label={name}>
      <div className="window-bar">
        <h2>{name}</h2>
        <span className="window-person">
          <span>{persona.name}</span>
          <Face id={persona.id} name={persona.name} size={24} />
        </span>
      </div>
      <nav className="rail" aria-label={`${say('rail')}: ${name}`}>
        {rail.map(({ id, name: label, icon: Icon, iconOn: IconOn, isOpen, onOpen, unread = 0 }) => (
          <button
            key={id}
            type="button"
            className={mergeClasses('rail-item', isOpen && 'is-open')}
            aria-current={isOpen ? 'page' : undefined}
            onClick={onOpen}
          >
            {isOpen ? <IconOn fontSize={24} /> : <Icon fontSize={24} />}
            <span>{label}</span>
            <Unread count={unread} />
          </button>
        ))}
      </nav>
      <div className="window-body">{children}</div>
    </section>
  )
}
