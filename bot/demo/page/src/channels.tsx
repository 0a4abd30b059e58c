import { Dropdown, mergeClasses, Option } from '@fluentui/react-components'
import { MessageView } from './message-view.tsx'
import { type ShownTeam, useTenant } from './tenant-api.ts'
import type { ViewProps } from './view-props.ts'
import { useSpeech } from './words.ts'

/** The teams a person is in, and what was posted there. */
export function Channels(view: ViewProps) {
  const { address, go, persona } = view
  const { say } = useSpeech()
  const { data: teams } = useTenant<ShownTeam[]>(`channels?person=${persona.id}`, ['channel', 'directory'])
  if (!teams) return null
  const all = teams.flatMap((team) => team.channels.map((channel) => ({ ...channel, team })))
  const open =
    all.find(({ id }) => id === address.channel) ??
    all.toSorted((one, other) => newest(other.threads).localeCompare(newest(one.threads)))[0]
  if (!open) {
    return (
      <div className="empty">
        <h3>{say('noTeams')}</h3>
      </div>
    )
  }
  return (
    <div className="channels">
      <nav className="channel-list" aria-label={say('channelsOf')}>
        {teams.map((team) => (
          <ChannelGroup key={team.id} team={team} openId={open.id} onOpen={(channel) => go({ channel })} />
        ))}
      </nav>
      <div className="channel">
        <div className="body-head">
          <TeamTile name={open.team.name} />
          <h3>
            {open.name} <span className="quiet">{open.team.name}</span>
          </h3>
          <div className="channel-choice">
            <Dropdown
              aria-label={say('channelsOf')}
              value={`${open.team.name} · ${open.name}`}
              selectedOptions={[open.id]}
              onOptionSelect={(_event, { optionValue }) => go({ channel: optionValue ?? '' })}
            >
              {all.map(({ id, name, team }) => (
                <Option key={id} value={id}>{`${team.name} · ${name}`}</Option>
              ))}
            </Dropdown>
          </div>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section className="messages" tabIndex={0} aria-label={say('posts')}>
          {open.threads.length === 0 && (
            <div className="empty">
              <h3>{say('noPosts')}</h3>
              <p>{say('noPostsText')}</p>
            </div>
          )}
          {open.threads.map((thread) => (
            <div className="thread" key={thread.id}>
              <MessageView view={view} message={thread} />
              {thread.replies && thread.replies.length > 0 && (
                <div className="replies">
                  <p className="quiet">{say('replies', { count: thread.replies.length })}</p>
                  {thread.replies.map((reply) => (
                    <MessageView key={reply.id} view={view} message={reply} />
                  ))}
                </div>
              )}
            </div>
          ))}
        </section>
      </div>
    </div>
  )
}

/** When the last thread began; nothing sorts first. */
const newest = (threads: ShownTeam['channels'][number]['threads']) => threads.at(-1)?.at ?? ''

interface ChannelGroupProps {
  team: ShownTeam
  openId: string
  onOpen: (channelId: string) => void
}

function ChannelGroup({ team, openId, onOpen }: ChannelGroupProps) {
  return (
    <section aria-label={team.name}>
      <h3>
        <TeamTile name={team.name} />
        {team.name}
      </h3>
      <ul>
        {team.channels.map(({ id, name, threads }) => (
          <li key={id}>
            <button
              type="button"
              className={mergeClasses('channel-item', id === openId && 'is-open')}
              aria-current={id === openId ? 'page' : undefined}
              onClick={() => onOpen(id)}
            >
              <span>{name}</span>
              {threads.length > 0 && <span className="count">{threads.length}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const TeamTile = ({ name }: { name: string }) => (
  <span className="team-tile" aria-hidden="true">
    {name
      .split(/\s+/)
      .map((word) => word[0])
      .slice(0, 2)
      .join('')}
  </span>
)
