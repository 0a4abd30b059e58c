/** Where a published Summary stands, channel by channel. */
import { Badge, makeStyles, tokens } from '@fluentui/react-components'
import type { Out } from '../../../../bot/contract/index.ts'
import { Panel } from '../../ui/panel.tsx'
import { useText } from '../../ui/text.tsx'
import { useChannelName } from './channels.tsx'
import type { SummaryView } from './kept-drafts.ts'
import { strings } from './strings.ts'

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  why: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

const colors = {
  waiting: 'informative',
  posting: 'brand',
  posted: 'success',
  refused: 'danger',
  removed: 'informative',
} as const

interface Props {
  posts: SummaryView['posts']
  channels: Out<'summaries'>['channels']
}

export function Posts({ posts, channels }: Props) {
  const styles = useStyles()
  const t = useText(strings)
  const name = useChannelName(channels)
  return (
    <Panel title={t('posts')}>
      <ul className={styles.list}>
        {posts.map((post) => (
          <li key={`${post.teamId} ${post.channelId}`}>
            <span className={styles.line}>
              {name(post)}
              <Badge appearance="tint" color={colors[post.state]}>
                {t(`post.${post.state}`)}
              </Badge>
            </span>
            {post.why && <span className={styles.why}>{t.maybe(`why.${post.why}`) ?? ''}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
