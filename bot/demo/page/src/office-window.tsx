import {
  PeopleCommunityFilled,
  PeopleCommunityRegular,
  PeopleSwapFilled,
  PeopleSwapRegular,
} from '@fluentui/react-icons'
import { AppWindow } from './app-window.tsx'
import { TabFrame } from './tab-frame.tsx'
import type { ViewProps } from './view-props.ts'
import { useSpeech } from './words.ts'

/** The Microsoft 365 app with the product's tab open in it. */
export function OfficeWindow(view: ViewProps) {
  const { say } = useSpeech()
  return (
    <AppWindow
      kind="office"
      name={say('hostOffice')}
      persona={view.persona}
      rail={[
        {
          id: 'teams',
          name: say('showTeams'),
          icon: PeopleCommunityRegular,
          iconOn: PeopleCommunityFilled,
          isOpen: false,
          onOpen: () => view.go({ app: 'tab', host: 'teams', pane: 'teams' }),
        },
        {
          id: 'tab',
          name: say('appMentoring'),
          icon: PeopleSwapRegular,
          iconOn: PeopleSwapFilled,
          isOpen: true,
          onOpen: () => view.go({ app: 'tab', host: 'office' }),
        },
      ]}
    >
      <TabFrame {...view} />
    </AppWindow>
  )
}
