/** The text, what became of it, and both texts when somebody else was faster. */
import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Textarea,
  tokens,
} from '@fluentui/react-components'
import { Panel } from '../../ui/panel.tsx'
import { useText } from '../../ui/text.tsx'
import { useWords } from '../../ui/words.ts'
import type { DraftText, SummaryView } from './kept-drafts.ts'
import { strings } from './strings.ts'
import type { Draft } from './use-draft.ts'

export const longestTitle = 120
export const longestBody = 4000

const useStyles = makeStyles({
  state: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  body: { minHeight: '320px' },
  two: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  version: {
    display: 'grid',
    gridTemplateRows: 'auto auto 1fr auto',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  read: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
})

export function Editor({ summary, draft }: { summary: SummaryView; draft: Draft }) {
  const styles = useStyles()
  const t = useText(strings)
  const words = useWords()
  const { text, state, change } = draft
  return (
    <Panel
      title={t('text')}
      aside={
        <span role="status" className={styles.state}>
          {state === 'kept' || state === 'conflict' ? '' : t(state)}
        </span>
      }
    >
      {draft.recovered && state === 'dirty' && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{t('recovered')}</MessageBarBody>
        </MessageBar>
      )}
      {state === 'kept' && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {t('kept', { why: words.whyNot(draft.fault) })}{' '}
            <Button size="small" onClick={() => void draft.save()}>
              {t('saveNow')}
            </Button>
          </MessageBarBody>
        </MessageBar>
      )}
      {state === 'conflict' && <Conflict summary={summary} draft={draft} />}
      {summary.note && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <strong>{t('note')}:</strong> {summary.note}
          </MessageBarBody>
        </MessageBar>
      )}
      <Field label={t('textTitle')} hint={t('left', { left: longestTitle - text.title.length })}>
        <Input
          value={text.title}
          maxLength={longestTitle}
          onChange={(_, { value }) => change({ title: value })}
        />
      </Field>
      <Field
        label={t('textBody')}
        hint={`${t('bodyHint')} ${t('left', { left: longestBody - text.body.length })}`}
      >
        <Textarea
          value={text.body}
          maxLength={longestBody}
          resize="vertical"
          rows={14}
          textarea={{ className: styles.body }}
          onChange={(_, { value }) => change({ body: value })}
        />
      </Field>
    </Panel>
  )
}

function Conflict({ summary, draft }: { summary: SummaryView; draft: Draft }) {
  const styles = useStyles()
  const t = useText(strings)
  return (
    <section role="alert" aria-label={t('conflictTitle')}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <strong>{t('conflictTitle')}.</strong> {t('conflictNote')}
        </MessageBarBody>
      </MessageBar>
      <div className={styles.two}>
        <Version heading={t('mine')} text={draft.text} act={t('keepMine')} choose={draft.keepMine} />
        <Version
          heading={t('theirs', { author: summary.author?.name ?? '' })}
          text={summary}
          act={t('takeTheirs')}
          choose={draft.takeTheirs}
        />
      </div>
    </section>
  )
}

function Version({
  heading,
  text,
  act,
  choose,
}: {
  heading: string
  text: DraftText
  act: string
  choose: () => void
}) {
  const styles = useStyles()
  return (
    <div className={styles.version}>
      <h3 className={styles.heading}>{heading}</h3>
      <p className={styles.title}>{text.title}</p>
      <p className={styles.text}>{text.body}</p>
      <div>
        <Button onClick={choose}>{act}</Button>
      </div>
    </div>
  )
}
