/** The texts of a Program in its own words: which there are, and one of them to write. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { useContents } from '../../api/program/contents.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Reading } from '../../ui/states.tsx'
import { frameStrings } from '../../ui/strings.ts'
import { useFormat, useText } from '../../ui/text.tsx'
import { ContentEditor, type Drafts } from './content-editor.tsx'
import { useContentWord } from './content-form.tsx'
import { contentStrings } from './content-strings.ts'

type Content = Out<'contents'>['contents'][number]

const useStyles = makeStyles({
  stack: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXL },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
  words: { display: 'grid', minWidth: 0, flex: '1 1 260px' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalL },
})

export default function ContentPage({ cohort, done }: { cohort: Out<'cohort'>; done: () => void }) {
  const t = useText(contentStrings)
  const frame = useText(frameStrings)
  const word = useContentWord()
  const [open, setOpen] = useState<Pick<Content, 'kind' | 'key'>>()
  /** What was typed and not saved, also while another text is looked at. */
  const [drafts, setDrafts] = useState<Drafts>({})
  const query = useContents(cohort.id)
  const back = open ? () => setOpen(undefined) : done
  return (
    <>
      <PageHeader
        place={`${frame('place.program')} · ${cohort.programName}`}
        lead={open ? word(`key.${open.kind}.${open.key}`) : t('lead')}
        note={open ? t('note.one') : t('note')}
        action={<Button onClick={back}>{open ? t('back') : t('back.program')}</Button>}
      />
      {open ? (
        <ContentEditor
          cohortId={cohort.id}
          kind={open.kind}
          name={open.key}
          drafts={drafts}
          keep={setDrafts}
        />
      ) : (
        <Reading query={query}>{({ contents }) => <List contents={contents} open={setOpen} />}</Reading>
      )}
    </>
  )
}

function List({ contents, open }: { contents: Content[]; open: (content: Content) => void }) {
  const styles = useStyles()
  const t = useText(contentStrings)
  const word = useContentWord()
  const format = useFormat()
  const kinds = [...new Set(contents.map(({ kind }) => kind))]
  const stateOf = ({ version, own, changedAt }: Content) =>
    own.length === 0
      ? t('state.default')
      : t('state.own', {
          version,
          languages: format.list(own.map((language) => t(`language.${language}`))),
          day: changedAt ? format.day(changedAt) : '',
        })
  return (
    <div className={styles.stack}>
      {kinds.map((kind) => (
        <Panel key={kind} title={word(`kind.${kind}`)}>
          <ul className={styles.list}>
            {contents
              .filter((one) => one.kind === kind)
              .map((one) => (
                <li key={one.key} className={styles.row}>
                  <span className={styles.words}>
                    <strong>{word(`key.${kind}.${one.key}`)}</strong>
                    <span className={styles.quiet}>{word(`shown.${one.shown}`)}</span>
                    <span className={styles.quiet}>{stateOf(one)}</span>
                  </span>
                  <Button
                    aria-label={t('edit.what', { what: word(`key.${kind}.${one.key}`) })}
                    onClick={() => open(one)}
                  >
                    {t('edit')}
                  </Button>
                </li>
              ))}
          </ul>
        </Panel>
      ))}
    </div>
  )
}
