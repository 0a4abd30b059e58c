import {
  Button,
  Menu,
  MenuButton,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemCheckbox,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Popover,
  PopoverSurface,
  PopoverTrigger,
} from '@fluentui/react-components'
import {
  ClockRegular,
  DesktopRegular,
  OptionsRegular,
  OrganizationRegular,
  PhoneRegular,
  StopRegular,
} from '@fluentui/react-icons'
import { type Address, DEVICES, HOSTS, LANGUAGES, THEMES } from './address.ts'
import { groupFaults } from './fault-groups.ts'
import { act, type ShownCompany } from './tenant-api.ts'
import { useClock } from './use-clock.ts'
import type { ViewProps } from './view-props.ts'
import { WeekLine } from './week-line.tsx'
import { useSpeech, type Word } from './words.ts'

export function TopBar(view: ViewProps) {
  const { company } = view
  const { say, locale } = useSpeech()
  const facts = {
    people: company.people.toLocaleString(locale),
    countries: say(company.countries === 1 ? 'country' : 'countries', { count: company.countries }),
  }
  return (
    <section className="top-bar" aria-label={company.name}>
      <div className="top-title">
        <Mark />
        <div>
          <h1>{company.name}</h1>
          <p>{say(company.isFromFile ? 'tenantFactsFile' : 'tenantFacts', facts)}</p>
          <WeekLine company={company} />
        </div>
      </div>
      <div className="top-tools">
        {company.faultCount > 0 && <ChartFaults company={company} />}
        <Clock company={company} />
        <DeviceMenu {...view} />
        <ViewMenu {...view} />
      </div>
    </section>
  )
}

/** The page's own sign: a small circle that teaches a large one. */
function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="9" />
      <circle cx="12.5" cy="18.5" r="5.5" className="mark-large" />
      <circle cx="21.5" cy="12" r="3.5" className="mark-small" />
    </svg>
  )
}

function ChartFaults({ company }: { company: ShownCompany }) {
  const { say } = useSpeech()
  const count = company.faultCount
  const title = count === 1 ? say('fault') : say('faults', { count })
  return (
    <Popover trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<OrganizationRegular />} className="fold">
          {title}
        </Button>
      </PopoverTrigger>
      <PopoverSurface className="faults" aria-label={title}>
        <p>{say('faultsHint')}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard */}
        <div className="fault-groups" tabIndex={0}>
          {groupFaults(company).map(({ kind, title, count, faults }) => (
            <section key={kind}>
              <h3>{say(title, { count })}</h3>
              <ul>
                {faults.map(({ personId, text }) => (
                  <li key={personId + text} dir="auto">
                    {text}
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </PopoverSurface>
    </Popover>
  )
}

function Clock({ company }: { company: ShownCompany }) {
  const { say, locale } = useSpeech()
  const { note, isMoving: isOurs, move } = useClock()
  const { life, movingTo } = company
  const isMoving = isOurs || movingTo !== null
  const shown = dayOf(company.now, locale, { year: 'numeric' })
  return (
    <>
      <Menu
        checkedValues={{ life: life?.isOn ? ['on'] : [] }}
        onCheckedValueChange={(_event, { checkedItems }) =>
          void act('life', { isOn: checkedItems.length > 0 }).catch(() => {})
        }
      >
        <MenuTrigger disableButtonEnhancement>
          <MenuButton appearance="subtle" icon={<ClockRegular />} aria-label={`${say('clock')}: ${shown}`}>
            <span className="fold-text">{shown}</span>
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem disabled={isMoving} onClick={() => move({ days: 1 })}>
              {say('clockDay')}
            </MenuItem>
            <MenuItem disabled={isMoving} onClick={() => move({ days: 7 })}>
              {say('clockWeek')}
            </MenuItem>
            <MenuItem disabled={isMoving} onClick={() => move({ days: 28 })}>
              {say('clockMonth')}
            </MenuItem>
            <MenuItem disabled={isMoving} onClick={() => move({ next: 'session' })}>
              {say('clockSession')}
            </MenuItem>
            {life && (
              <>
                <MenuDivider />
                <MenuItemCheckbox name="life" value="on" disabled={isMoving}>
                  {say('lifeOn')}
                </MenuItemCheckbox>
              </>
            )}
          </MenuList>
        </MenuPopover>
      </Menu>
      <output className="clock-note">
        {movingTo ? say('clockOnItsWay', { date: dayOf(movingTo, locale) }) : note ? say(note) : ''}
      </output>
      {movingTo && (
        <Button
          appearance="subtle"
          icon={<StopRegular />}
          onClick={() => void act('clock/stop', {}).catch(() => {})}
        >
          {say('clockStop')}
        </Button>
      )}
    </>
  )
}

const dayOf = (instant: string, locale: string, more: Intl.DateTimeFormatOptions = {}) =>
  new Date(instant).toLocaleDateString(locale, { weekday: 'short', day: 'numeric', month: 'short', ...more })

const THEME_WORDS: Record<string, Word> = {
  light: 'themeLight',
  dark: 'themeDark',
  contrast: 'themeContrast',
}
const HOST_WORDS: Record<string, Word> = { teams: 'hostTeams', outlook: 'hostOutlook', office: 'hostOffice' }
const LANGUAGE_NAMES: Record<string, string> = { en: 'English', es: 'Español', ar: 'العربية' }

const DEVICE_WORDS: Record<Address['device'], Word> = {
  desktop: 'deviceDesktop',
  iphone: 'deviceIphone',
  android: 'deviceAndroid',
}

/** Desktop or phone: the same person, the same app. */
function DeviceMenu({ address, go }: ViewProps) {
  const { say } = useSpeech()
  const { device } = address
  const shown = say(DEVICE_WORDS[device])
  return (
    <Menu
      checkedValues={{ device: [device] }}
      onCheckedValueChange={(_event, { checkedItems }) =>
        go({ device: checkedItems[0] as Address['device'] })
      }
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="subtle"
          icon={device === 'desktop' ? <DesktopRegular /> : <PhoneRegular />}
          aria-label={`${say('device')}: ${shown}`}
        >
          <span className="fold-text">{shown}</span>
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <Choice
            title={say('device')}
            name="device"
            values={DEVICES}
            label={(one) => say(DEVICE_WORDS[one as Address['device']])}
          />
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

function ViewMenu({ address, go }: ViewProps) {
  const { say } = useSpeech()
  const { theme, lang, host } = address
  return (
    <Menu
      checkedValues={{ theme: [theme], lang: [lang], host: [host] }}
      onCheckedValueChange={(_event, { name, checkedItems }) => {
        const chosen = { [name]: checkedItems[0] }
        go(
          name === 'host'
            ? { ...chosen, app: 'tab', pane: checkedItems[0] === 'outlook' ? 'outlook' : 'teams' }
            : chosen,
        )
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="subtle" icon={<OptionsRegular />} aria-label={say('settings')}>
          <span className="fold-text">{say('settings')}</span>
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <Choice title={say('host')} name="host" values={HOSTS} label={(one) => say(HOST_WORDS[one]!)} />
          <MenuDivider />
          <Choice title={say('theme')} name="theme" values={THEMES} label={(one) => say(THEME_WORDS[one]!)} />
          <MenuDivider />
          <Choice
            title={say('language')}
            name="lang"
            values={LANGUAGES}
            label={(one) => LANGUAGE_NAMES[one]!}
          />
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

interface ChoiceProps {
  title: string
  name: string
  values: readonly string[]
  label: (value: string) => string
}

function Choice({ title, name, values, label }: ChoiceProps) {
  return (
    <MenuGroup>
      <MenuGroupHeader>{title}</MenuGroupHeader>
      {values.map((value) => (
        <MenuItemRadio key={value} name={name} value={value}>
          {label(value)}
        </MenuItemRadio>
      ))}
    </MenuGroup>
  )
}
