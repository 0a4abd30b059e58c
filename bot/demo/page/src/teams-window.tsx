import {
  ChatFilled,
  ChatRegular,
  PeopleCommunityFilled,
  PeopleCommunityRegular,
  PeopleSwapFilled,
  PeopleSwapRegular,
} from '@fluentui/react-icons'
import { AppWindow } from './app-window.tsx'
import { BotChat } from './bot-chat.tsx'
import { Channels } from './channels.tsx'
import { TabFrame } from './tab-frame.tsx'
import type { ViewProps } from './view-props.ts'
import { useSpeech } from './words.ts'

/** Teams as the person sees it: the product's tab, their chat with the bot, the channels of their teams. */
export function TeamsWindow(view: ViewProps) {
  const { address, go, persona } = view
  const { say } = useSpeech()
  const shown = shownIn(address)
  return (
    <AppWindow
      kind="teams"
      name={say('showTeams')}
      persona={persona}
      rail={[
        {
          id: 'chat',
          name: say('appChat'),
          icon: ChatRegular,
          iconOn: ChatFilled,
          isOpen: shown === 'chat',
          onOpen: () => go({ app: 'chat', pane: 'teams' }),
          unread: persona.unread,
        },
        {
          id: 'channels',
          name: say('appChannels'),
          icon: PeopleCommunityRegular,
          iconOn: PeopleCommunityFilled,
          isOpen: shown === 'channels',
          onOpen: () => go({ app: 'channels', pane: 'teams' }),
        },
        {
          id: 'tab',
          name: say('appMentoring'),
          icon: PeopleSwapRegular,
          iconOn: PeopleSwapFilled,
          isOpen: shown === 'tab',
          onOpen: () => go({ app: 'tab', host: 'teams', pane: 'teams' }),
        },
      ]}
    >
      {shown === 'tab' && <TabFrame {...view} />}
      {shown === 'chat' && <BotChat key={persona.id} {...view} />}
      {shown === 'channels' && <Channels {...view} />}
    </AppWindow>
  )
}

/** While Outlook or Microsoft 365 holds the tab, Teams shows the chat. */
function shownIn({ app, host }: ViewProps['address']): 'tab' | 'chat' | 'channels' {
  if (app === 'channels') return 'channels'
  if (app === 'tab' || app === 'calendar') return host === 'teams' ? 'tab' : 'chat'
  return 'chat'
}
