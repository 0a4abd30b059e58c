/** One text, a language at a time: written beside the default, shown as it is read, saved as a version. */
import {
  Button,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Tab,
  TabList,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { type Language, languages } from '../../../../bot/words/sentence.ts'
import { useContent, useWriteContent } from '../../api/program/contents.ts'
import { Panel } from '../../ui/panel.tsx'
import { Reading } from '../../ui/states.tsx'
import { useFormat, useLanguage, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { ContentPart } from './content-form.tsx'
import { ContentPreview } from './content-preview.tsx'
import { type Group, isGroup, isWhole, type Json, type Shape, same } from './content-shape.ts'
import { contentStrings } from './content-strings.ts'

type View = Out<'content'>
type Spoken = View['languages'][number]

/** What was typed, and the version that it was typed over. */
interface Draft {
  body: Group
  seen: number
}
export type Drafts = Record<string, Draft>

const useStyles = makeStyles({
  stack: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXL },
  two: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(320px, 100%), 1fr))',
    gap: tokens.spacingHorizontalXL,
    alignItems: 'start',
  },
  acts: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  tabs: { flexWrap: 'wrap' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  fault: { margin: 0, color: tokens.colorStatusDangerForeground1 },
  list: { margin: 0, paddingInlineStart: '20px', display: 'grid', gap: tokens.spacingVerticalS },
})

export function ContentEditor({
  cohortId,
  kind,
  name,
  drafts,
  keep,
}: {
  cohortId: string
  kind: string
  /** Its key. */
  name: string
  drafts: Drafts
  keep: (drafts: Drafts) => void
}) {
  const styles = useStyles()
  const t = useText(contentStrings)
  const [language, setLanguage] = useState<Language>(useLanguage())
  const query = useContent(cohortId, kind, name)
  const place = (one: Language) => `${kind}.${name}.${one}`
  return (
    <Reading query={query}>
      {(view) => {
        const spoken = view.languages.find((one) => one.language === language)
        const draft = drafts[place(language)]
        const { [place(language)]: _, ...others } = drafts
        return (
          <div className={styles.stack}>
            <TabList
              className={styles.tabs}
              selectedValue={language}
              onTabSelect={(_event, { value }) => setLanguage(value as Language)}
            >
              {languages.map((one) => (
                <Tab key={one} value={one}>
                  {t(`language.${one}`)}
                  {drafts[place(one)] ? ' •' : ''}
                </Tab>
              ))}
            </TabList>
            {spoken && (
              <OneLanguage
                key={language}
                {...{ cohortId, view, spoken, draft }}
                type={(body) =>
                  keep({ ...drafts, [place(language)]: { body, seen: draft?.seen ?? view.version } })
                }
                rebase={() =>
                  draft && keep({ ...drafts, [place(language)]: { ...draft, seen: view.version } })
                }
                drop={() => keep(others)}
                saved={(version) =>
                  // Nobody else wrote: what is typed in other languages is as new as before.
                  keep(
                    Object.fromEntries(
                      Object.entries(others).map(([at, other]) => [
                        at,
                        at.startsWith(`${kind}.${name}.`) && other.seen === view.version
                          ? { ...other, seen: version }
                          : other,
                      ]),
                    ),
                  )
                }
              />
            )}
            <History
              view={view}
              use={(one, body) => {
                setLanguage(one)
                keep({ ...drafts, [place(one)]: { body, seen: view.version } })
              }}
            />
          </div>
        )
      }}
    </Reading>
  )
}

interface One {
  cohortId: string
  view: View
  spoken: Spoken
  draft: Draft | undefined
  type: (body: Group) => void
  /** Somebody else wrote meanwhile, and what was typed here stays all the same. */
  rebase: () => void
  drop: () => void
  saved: (version: number) => void
}

function OneLanguage({ cohortId, view, spoken, draft, type, rebase, drop, saved }: One) {
  const styles = useStyles()
  const t = useText(contentStrings)
  const words = useWords()
  const toasts = useToasts()
  const write = useWriteContent()
  const { kind, key } = view
  const { language } = spoken
  const shape = view.shape as Shape
  const body = draft?.body ?? (spoken.body as Group)
  const isOvertaken = draft !== undefined && draft.seen !== view.version
  const send = (given: Group | undefined) =>
    write.mutate(
      {
        ...{ id: cohortId, kind, key, language, seen: draft?.seen ?? view.version },
        ...(given ? { body: given } : {}),
      },
      {
        onSuccess: ({ version }) => {
          saved(version)
          toasts.say(given ? t('saved', { version }) : t('given-back'))
        },
      },
    )
  return (
    <>
      <MessageBar intent={spoken.state === 'older-than-another' ? 'warning' : 'info'} layout="multiline">
        <MessageBarBody>
          {t(`reads.${spoken.state}`, { language: t(`language.${spoken.reads}`) })}
        </MessageBarBody>
      </MessageBar>
      {isOvertaken && (
        <Conflict mine={draft.body} view={view} spoken={spoken} keepMine={rebase} takeTheirs={drop} />
      )}
      <div className={styles.two}>
        <Panel title={t('write')}>
          {view.gaps.length > 0 && (
            <p className={styles.quiet}>
              {t('gaps')} <bdi>{view.gaps.map((gap) => `{${gap}}`).join(' ')}</bdi>
            </p>
          )}
          <ContentPart
            name={kind}
            shape={shape}
            value={body}
            language={language}
            needed={view.needed}
            change={(next: Json) => isGroup(next) && type(next)}
          />
          <div className={styles.acts}>
            <Button
              appearance="primary"
              disabledFocusable={write.isPending || !draft || isOvertaken || !isWhole(shape, body)}
              onClick={() => send(body)}
            >
              {t('save')}
            </Button>
            {draft && <Button onClick={drop}>{t('drop')}</Button>}
            {spoken.state !== 'default' && spoken.state !== 'lacks' && !draft && (
              <Button disabledFocusable={write.isPending} onClick={() => send(undefined)}>
                {t('give-back')}
              </Button>
            )}
          </div>
          {write.isError && !isOvertaken && (
            <p className={styles.fault} role="alert">
              {words.whyNot(write.error)}
            </p>
          )}
        </Panel>
        <div className={styles.stack}>
          <Panel title={t('preview')}>
            <ContentPreview
              kind={kind}
              shape={shape}
              body={body}
              language={draft ? language : spoken.reads}
            />
          </Panel>
          <Panel title={t('default')}>
            {same(body, spoken.default as Group) ? (
              <p className={styles.quiet}>{t('default.same')}</p>
            ) : (
              <ContentPreview kind={kind} shape={shape} body={spoken.default as Group} language={language} />
            )}
          </Panel>
        </div>
      </div>
    </>
  )
}

/** Both texts, and a person decides which one stays: nothing is lost. */
function Conflict({
  mine,
  view,
  spoken,
  keepMine,
  takeTheirs,
}: {
  mine: Group
  view: View
  spoken: Spoken
  keepMine: () => void
  takeTheirs: () => void
}) {
  const styles = useStyles()
  const t = useText(contentStrings)
  const { language } = spoken
  return (
    <section role="alert" aria-label={t('conflict')}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <strong>{t('conflict')}.</strong> {t('conflict.note')}
        </MessageBarBody>
      </MessageBar>
      <div className={styles.two}>
        <Panel title={t('mine')}>
          <ContentPreview kind={view.kind} shape={view.shape as Shape} body={mine} language={language} />
          <div>
            <Button onClick={keepMine}>{t('mine.keep')}</Button>
          </div>
        </Panel>
        <Panel title={t('theirs', { name: view.history[0]?.by.name ?? '—' })}>
          <ContentPreview
            kind={view.kind}
            shape={view.shape as Shape}
            body={spoken.body as Group}
            language={spoken.reads}
          />
          <div>
            <Button onClick={takeTheirs}>{t('theirs.take')}</Button>
          </div>
        </Panel>
      </div>
    </section>
  )
}

/** Who wrote what and when; an earlier text can be written again from here. */
function History({ view, use }: { view: View; use: (language: Language, body: Group) => void }) {
  const styles = useStyles()
  const t = useText(contentStrings)
  const format = useFormat()
  const [open, setOpen] = useState<number>()
  if (view.history.length === 0) return null
  return (
    <Panel title={t('history')}>
      <ul className={styles.list}>
        {view.history.map(({ version, language, by, at, body }) => (
          <li key={version}>
            <div className={styles.acts}>
              <span>
                {t(body ? 'history.one' : 'history.back', {
                  ...{ version, language: t(`language.${language}`), name: by.name, day: format.day(at) },
                })}
              </span>
              {body && (
                <Button
                  size="small"
                  aria-expanded={open === version}
                  aria-label={t('history.show.one', { version })}
                  onClick={() => setOpen(open === version ? undefined : version)}
                >
                  {t('history.show')}
                </Button>
              )}
            </div>
            {body && open === version && (
              <>
                <ContentPreview
                  kind={view.kind}
                  shape={view.shape as Shape}
                  body={body as Group}
                  language={language}
                />
                <Button size="small" onClick={() => use(language, body as Group)}>
                  {t('history.use')}
                </Button>
              </>
            )}
          </li>
        ))}
        <li>{t('history.default')}</li>
      </ul>
    </Panel>
  )
}
