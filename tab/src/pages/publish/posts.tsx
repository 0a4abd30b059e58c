/** Where a published Summary stands, channel by channel. */
import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components'
import type { Out } from '../../../../bot/contract/index.ts'
import { usePostSummaryAgain, useSettlePost } from '../../api/publishing/summaries.ts'
import { Panel } from '../../ui/panel.tsx'
import { useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
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
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  why: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

const colors = {
  waiting: 'informative',
  posting: 'brand',
  posted: 'success',
  refused: 'danger',
  removed: 'informative',
  unknown: 'warning',
} as const

interface Props {
  id: string
  /** A withdrawn one is posted nowhere any more. */
  isWithdrawn: boolean
  posts: SummaryView['posts']
  channels: Out<'summaries'>['channels']
}

export function Posts({ id, isWithdrawn, posts, channels }: Props) {
  const styles = useStyles()
  const t = useText(strings)
  const name = useChannelName(channels)
  const words = useWords()
  const toasts = useToasts()
  const again = usePostSummaryAgain()
  const settle = useSettlePost()
  const onError = (fault: Error) => toasts.say(t('failed', { why: words.whyNot(fault) }))
  const settleAt = ({ teamId, channelId }: SummaryView['posts'][number], isThere: boolean) =>
    settle.mutate({ id, channel: { teamId, channelId }, isThere }, { onError })
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
            {post.state === 'unknown' && !isWithdrawn && (
              <>
                <p className={styles.why}>{t('unknownNote')}</p>
                <div className={styles.acts}>
                  <Button
                    disabled={settle.isPending}
                    aria-label={t('isThereIn', { channel: name(post) })}
                    onClick={() => settleAt(post, true)}
                  >
                    {t('isThere')}
                  </Button>
                  <Button
                    disabled={settle.isPending}
                    aria-label={t('postIn', { channel: name(post) })}
                    onClick={() => settleAt(post, false)}
                  >
                    {t('postAnew')}
                  </Button>
                </div>
              </>
            )}
          </li>
        ))}
      </ul>
      {posts.some(({ state }) => state === 'refused') && (
        <Button disabled={again.isPending} onClick={() => again.mutate({ id }, { onError })}>
          {t('postAgain')}
        </Button>
      )}
    </Panel>
  )
}
