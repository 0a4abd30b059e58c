/**
 * Which channels get the post: those that its author can see. A team without the app cannot be chosen, and says what to do
 * about it; so does a channel that is out of sight by now.
 */
import { Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import type { Out } from '../../../../bot/contract/index.ts'
import { Panel } from '../../ui/panel.tsx'
import { useText } from '../../ui/text.tsx'
import type { SummaryView } from './kept-drafts.ts'
import { strings } from './strings.ts'

type Channel = Out<'summaries'>['channels'][number]
type Ref = SummaryView['channels'][number]

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalXS, margin: 0, padding: 0, listStyleType: 'none' },
  note: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  remedy: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

export const isSame = (one: Ref, other: Ref) =>
  one.teamId === other.teamId && one.channelId === other.channelId

/** The name of a channel: as Teams says now, or as its author saw it; one chosen before names were kept has none. */
export function useChannelName(channels: readonly Channel[]): (ref: Ref) => string {
  const t = useText(strings)
  return (ref) => {
    const { teamName, channelName } = channels.find((channel) => isSame(channel, ref)) ?? ref
    return teamName && channelName ? t('channel', { team: teamName, channel: channelName }) : t('someChannel')
  }
}

interface Props {
  channels: readonly Channel[]
  chosen: readonly Ref[]
  /** Absent when the reader may only look. */
  choose?: ((chosen: Ref[]) => void) | undefined
}

export function Channels({ channels, chosen, choose }: Props) {
  const styles = useStyles()
  const t = useText(strings)
  const name = useChannelName(channels)
  if (!choose) {
    return (
      <Panel title={t('channels')}>
        <ul className={styles.list}>
          {chosen.map((ref) => (
            <li key={`${ref.teamId} ${ref.channelId}`}>
              {name(ref)}
              {ref.lost && <span className={styles.remedy}>{t('lost')}</span>}
            </li>
          ))}
        </ul>
      </Panel>
    )
  }
  // What was chosen while the app was there can still be taken off.
  const isOpen = (channel: Channel) => channel.reachable || chosen.some((ref) => isSame(ref, channel))
  const closed = byTeam(channels.filter((channel) => !isOpen(channel)))
  // Chosen before, and not in the reader's sight any more: the text cannot be sent while one of them is among its channels.
  const unseen = chosen.filter((ref) => !channels.some((channel) => isSame(channel, ref)))
  return (
    <Panel title={t('channels')}>
      <p className={styles.note}>{channels.length === 0 ? t('channelsNone') : t('channelsNote')}</p>
      <ul className={styles.list}>
        {unseen.map((ref) => (
          <li key={`${ref.teamId} ${ref.channelId}`}>
            <Checkbox
              checked
              onChange={() => choose(chosen.filter((one) => !isSame(one, ref)))}
              label={
                <>
                  {name(ref)}
                  <span className={styles.remedy}>{t('lostMine')}</span>
                </>
              }
            />
          </li>
        ))}
        {channels.filter(isOpen).map((channel) => {
          const { reachable, ...named } = channel
          const on = chosen.some((ref) => isSame(ref, channel))
          const others = chosen.filter((ref) => !isSame(ref, channel))
          return (
            <li key={`${named.teamId} ${named.channelId}`}>
              <Checkbox
                checked={on}
                onChange={() => choose(on ? others : [...others, named])}
                label={
                  <>
                    {name(channel)}
                    {!reachable && <span className={styles.remedy}>{t('unreachableOne')}</span>}
                  </>
                }
              />
            </li>
          )
        })}
      </ul>
      {closed.length > 0 && (
        <ul className={styles.list}>
          {closed.map(({ teamId, teamName, count }) => (
            <li key={teamId}>
              {teamName}
              <span className={styles.remedy}>{t('unreachable', { count })}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

/** One line a team that lacks the app, however many channels it has. */
function byTeam(channels: readonly Channel[]): { teamId: string; teamName: string; count: number }[] {
  const teams = new Map<string, { teamId: string; teamName: string; count: number }>()
  for (const { teamId, teamName } of channels) {
    teams.set(teamId, { teamId, teamName, count: (teams.get(teamId)?.count ?? 0) + 1 })
  }
  return [...teams.values()]
}
