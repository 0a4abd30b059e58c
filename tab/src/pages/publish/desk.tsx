/** One Summary: figures and channels on the left, the text in the middle, the post as Teams shows it on the right. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { SendRegular } from '@fluentui/react-icons'
import { type ReactNode, useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import {
  useApproveSummary,
  useSendBackSummary,
  useSubmitSummary,
  useTakeSummaryBack,
  useWithdrawSummary,
} from '../../api/publishing/summaries.ts'
import { useNow } from '../../ui/now.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { ChannelPost } from './channel-post.tsx'
import { Channels } from './channels.tsx'
import { DeleteDraft } from './delete-draft.tsx'
import { Editor } from './editor.tsx'
import { Figures } from './figures.tsx'
import type { SummaryView } from './kept-drafts.ts'
import { Posts } from './posts.tsx'
import { Way } from './progress.tsx'
import { SendBack } from './send-back.tsx'
import { strings } from './strings.ts'
import { type Draft, useDraft } from './use-draft.ts'

type View = Out<'summaries'>

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  desk: {
    display: 'grid',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@media (min-width: 900px)': { gridTemplateColumns: 'minmax(260px, 5fr) minmax(0, 16fr)' },
  },
  work: {
    display: 'grid',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@media (min-width: 1240px)': { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
  },
  column: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  preview: { '@media (min-width: 1240px)': { position: 'sticky', insetBlockStart: tokens.spacingVerticalL } },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  read: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
})

interface Props {
  view: View
  summary: SummaryView
  /** The list of Summaries, and the buttons for a new one. */
  list: ReactNode
  aside: ReactNode
}

export function Desk({ view, summary, list, aside }: Props) {
  const styles = useStyles()
  const t = useText(strings)
  const { relative } = useFormat()
  const now = useNow()
  const draft = useDraft(summary)
  const editing = summary.state === 'drafted' && view.may.draft
  const shown = editing ? draft.text : summary
  return (
    <div className={styles.page}>
      <PageHeader
        place={t('title')}
        lead={useLead(view, summary)}
        action={
          <>
            {aside}
            <Acts view={view} summary={summary} draft={draft} editing={editing} />
          </>
        }
      />
      {list}
      <Way summary={summary} />
      <div className={styles.desk}>
        <div className={styles.column}>
          {summary.posts.length > 0 && (
            <Posts
              id={summary.id}
              isWithdrawn={summary.state === 'withdrawn'}
              posts={summary.posts}
              channels={view.channels}
            />
          )}
          <Channels
            channels={view.channels}
            chosen={shown.channels}
            choose={editing ? (channels) => draft.change({ channels }) : undefined}
          />
          <Figures figures={summary.figures} />
        </div>
        <div className={styles.work}>
          {editing ? (
            <Editor summary={summary} draft={draft} />
          ) : (
            <Panel title={summary.title || t('untitled')}>
              <p className={styles.read}>{summary.body}</p>
            </Panel>
          )}
          <div className={`${styles.column} ${styles.preview}`}>
            <h2 className={styles.heading}>{t('preview')}</h2>
            <ChannelPost
              programName={view.programName}
              title={shown.title}
              body={shown.body}
              figures={summary.figures}
              when={summary.publishedAt ? relative(summary.publishedAt, now) : t('justNow')}
            />
          </div>
        </div>
      </div>
    </div>
  )
}

function useLead(view: View, summary: SummaryView): string {
  const t = useText(strings)
  const sponsor = (summary.sponsor ?? view.sponsor)?.name ?? t('theSponsor')
  switch (summary.state) {
    case 'drafted':
      return t(summary.note ? 'nowSentBack' : 'nowDrafted')
    case 'submitted':
      if (summary.channels.some(({ lost }) => lost)) return t('nowLost')
      return summary.mayDecide ? t('nowApprove') : t('nowSubmitted', { sponsor })
    case 'approved':
      if (summary.posts.some((post) => post.state === 'unknown')) return t('nowUnknown')
      return t(summary.posts.every((post) => post.state === 'refused') ? 'nowRefused' : 'nowApproved')
    case 'published':
      if (summary.posts.some((post) => post.state === 'unknown')) return t('nowUnknown')
      return t(summary.posts.every((post) => post.state === 'posted') ? 'nowPublished' : 'nowPartly')
    case 'withdrawn': {
      if (summary.posts.some(({ why }) => why === 'by-hand')) return t('nowWithdrawnPartly')
      return t('nowWithdrawn', { count: summary.posts.filter((post) => post.state === 'removed').length })
    }
  }
}

interface ActsProps {
  view: View
  summary: SummaryView
  draft: Draft
  editing: boolean
}

function Acts({ view, summary, draft, editing }: ActsProps) {
  const t = useText(strings)
  const words = useWords()
  const toasts = useToasts()
  const submit = useSubmitSummary()
  const approve = useApproveSummary()
  const sendBack = useSendBackSummary()
  const takeBack = useTakeSummaryBack()
  const withdraw = useWithdrawSummary()
  const { id, revision, state } = summary
  const after = (text: string) => ({
    onSuccess: () => toasts.say(text),
    onError: (fault: Error) => toasts.say(t('failed', { why: words.whyNot(fault) })),
  })
  const [saving, setSaving] = useState(false)
  const busy = saving || [submit, approve, sendBack, takeBack, withdraw].some(({ isPending }) => isPending)
  const send = async () => {
    const { title, body, channels } = draft.text
    if (!title.trim() || !body.trim()) return toasts.say(t('needTitle'))
    if (channels.length === 0) return toasts.say(t('needChannel'))
    setSaving(true)
    const saved = await draft.save()
    setSaving(false)
    if (!saved) return
    submit.mutate({ id }, after(t('submitted', { sponsor: view.sponsor?.name ?? t('theSponsor') })))
  }
  if (editing) {
    return (
      <>
        <DeleteDraft
          summary={summary}
          title={draft.text.title}
          busy={busy || draft.state === 'conflict'}
          settle={async () => ((await draft.save()) ? draft.revision() : undefined)}
        />
        <Button
          appearance="primary"
          icon={<SendRegular />}
          disabled={busy || draft.state === 'conflict'}
          onClick={() => void send()}
        >
          {t('submit')}
        </Button>
      </>
    )
  }
  if (state === 'submitted' && !summary.mayDecide && view.may.draft) {
    return (
      <Button disabled={busy} onClick={() => takeBack.mutate({ id }, after(t('takenBack')))}>
        {t('takeBack')}
      </Button>
    )
  }
  if (state === 'submitted' && summary.mayDecide) {
    return (
      <>
        <SendBack
          busy={busy}
          send={(note) =>
            sendBack.mutate(
              { id, note },
              after(t('sentBack', { author: summary.author?.name ?? t('theAuthor') })),
            )
          }
        />
        <Button
          appearance="primary"
          disabled={busy}
          onClick={() => approve.mutate({ id, revision }, after(t('approved')))}
        >
          {t('approve')}
        </Button>
      </>
    )
  }
  if (state === 'published') {
    return (
      <Button
        disabled={busy}
        onClick={() => toasts.soon(t('withdrawing'), () => withdraw.mutate({ id }, after(t('withdrawn'))))}
      >
        {t('withdraw')}
      </Button>
    )
  }
  return null
}
