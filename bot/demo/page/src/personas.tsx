import {
  CounterBadge,
  Menu,
  MenuButton,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { Face } from './face.tsx'
import type { Persona } from './tenant-api.ts'
import type { ViewProps } from './view-props.ts'
import { useSpeech } from './words.ts'

/** Who you are: a column of faces when there is room, one button with a menu when there is not. */
export function Personas(props: ViewProps) {
  return (
    <>
      <PersonaColumn {...props} />
      <PersonaMenu {...props} />
    </>
  )
}

function PersonaColumn({ company, persona, go }: ViewProps) {
  const { say } = useSpeech()
  return (
    <nav className="personas" aria-label={say('people')}>
      <h2 className="label">{say('people')}</h2>
      <ul>
        {company.personas.map((one) => (
          <li key={one.role}>
            <button
              type="button"
              className="persona"
              aria-current={one.role === persona.role ? 'true' : undefined}
              onClick={() => go({ persona: one.role })}
            >
              <Face id={one.id} name={one.name} size={40} />
              <PersonaText persona={one} />
              <Unread count={one.unread} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What the bot has written to somebody and they have not opened. */
export function Unread({ count }: { count: number }) {
  const { say } = useSpeech()
  if (count === 0) return null
  return (
    <span className="unread" role="img" aria-label={say('unread', { count })}>
      <CounterBadge color="danger" size="small" count={count} />
    </span>
  )
}

function PersonaText({ persona }: { persona: Persona }) {
  const { say } = useSpeech()
  return (
    <span className="persona-text">
      <span className="persona-role">{say(persona.role)}</span>
      <span className="persona-name">{persona.name}</span>
      <span className="persona-title">{persona.title}</span>
    </span>
  )
}

function PersonaMenu({ company, persona, go }: ViewProps) {
  const { say } = useSpeech()
  return (
    <div className="persona-menu">
      <Menu
        checkedValues={{ persona: [persona.role] }}
        onCheckedValueChange={(_event, { checkedItems }) =>
          go({ persona: checkedItems[0] as Persona['role'] })
        }
      >
        <MenuTrigger disableButtonEnhancement>
          <MenuButton appearance="subtle" icon={<Face id={persona.id} name={persona.name} size={28} />}>
            <span className="persona-menu-text">
              {persona.name} · {say(persona.role)}
            </span>
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList aria-label={say('people')}>
            {company.personas.map((one) => (
              <MenuItemRadio key={one.role} name="persona" value={one.role} secondaryContent={say(one.role)}>
                {one.name}
              </MenuItemRadio>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  )
}
