import {
  CalendarLtrFilled,
  CalendarLtrRegular,
  PeopleSwapFilled,
  PeopleSwapRegular,
} from '@fluentui/react-icons'
import { AppWindow } from './app-window.tsx'
import { OutlookCalendar } from './outlook-calendar.tsx'
import { TabFrame } from './tab-frame.tsx'
import type { ViewProps } from './view-props.ts'
import { useSpeech } from './words.ts'

/** Outlook as the person sees it: their calendar, or the product's tab when Outlook is its host. */
export function OutlookWindow(view: ViewProps) {
  const { address, go, persona } = view
  const { say } = useSpeech()
  const isTab = address.host === 'outlook' && address.app === 'tab'
  return (
    <AppWindow
      kind="outlook"
      name={say('showOutlook')}
      persona={persona}
      rail={[
        {
          id: 'calendar',
          name: say('appCalendar'),
          icon: CalendarLtrRegular,
          iconOn: CalendarLtrFilled,
          isOpen: !isTab,
          onOpen: () => go(isTab ? { app: 'calendar', pane: 'outlook' } : { pane: 'outlook' }),
        },
        {
          id: 'tab',
          name: say('appMentoring'),
          icon: PeopleSwapRegular,
          iconOn: PeopleSwapFilled,
          isOpen: isTab,
          onOpen: () => go({ app: 'tab', host: 'outlook', pane: 'outlook' }),
        },
      ]}
    >
      {isTab ? <TabFrame {...view} /> : <OutlookCalendar key={persona.id} {...view} />}
    </AppWindow>
  )
}
