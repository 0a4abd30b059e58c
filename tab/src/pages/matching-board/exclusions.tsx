/**
 * Lists of people who must not be paired: brought in as a file, each bad line named, corrected line by line or taken out of
 * force as a whole by whoever brought them in. Of other people's lists there is a name and a number.
 */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { mostListBytes } from '../../../../bot/contract/limits.ts'
import {
  useExclusions,
  useImportExclusions,
  useRemoveExclusion,
  useRemoveExclusionList,
} from '../../api/pairing/matching.ts'
import { base64Of } from '../../ui/base64-of.ts'
import { Panel } from '../../ui/panel.tsx'
import { Reading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { whatCountsStrings } from './what-counts-strings.ts'

const useStyles = makeStyles({
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  fault: { margin: 0, color: tokens.colorStatusDangerForeground1 },
  list: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  source: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

const shownAtOnce = 50

export function ExclusionsPanel({ cohortId }: { cohortId: string }) {
  const styles = useStyles()
  const t = useText(whatCountsStrings)
  const words = useWords()
  const file = useRef<HTMLInputElement>(null)
  const bring = useImportExclusions()
  const [unsent, setUnsent] = useState<'tooLarge' | 'notRead'>()
  const read = async (chosen: File) => {
    const bytes = chosen.size <= mostListBytes ? await base64Of(chosen) : undefined
    setUnsent(chosen.size > mostListBytes ? 'tooLarge' : bytes === undefined ? 'notRead' : undefined)
    bring.reset()
    if (bytes !== undefined) bring.mutate({ id: cohortId, source: chosen.name.slice(0, 120), file: bytes })
    if (file.current) file.current.value = ''
  }
  return (
    <Panel
      title={t('lists')}
      aside={
        <Button disabled={bring.isPending} onClick={() => file.current?.click()}>
          {t('import')}
        </Button>
      }
    >
      <p className={styles.note}>{t('listsNote')}</p>
      <input
        ref={file}
        hidden
        type="file"
        accept=".csv,.txt,.tsv,.json,.jsonl,text/csv"
        aria-label={t('import')}
        onChange={({ target }) => target.files?.[0] && void read(target.files[0])}
      />
      <div role="status">
        {unsent && <p className={styles.fault}>{t(unsent)}</p>}
        {bring.error && <p className={styles.fault}>{words.whyNot(bring.error)}</p>}
        {bring.data && <Imported said={bring.data} />}
      </div>
      <Reading query={useExclusions(cohortId)}>
        {(listed) => (
          <>
            <Sources cohortId={cohortId} sources={listed.sources} />
            <Listed cohortId={cohortId} listed={listed} />
          </>
        )}
      </Reading>
    </Panel>
  )
}

function Imported({ said }: { said: Out<'importExclusions'> }) {
  const styles = useStyles()
  const t = useText(whatCountsStrings)
  return (
    <>
      <p className={styles.note}>{t('kept', { count: said.kept })}</p>
      {said.stillInForce > 0 && (
        <p className={styles.note}>{t('stillInForce', { count: said.stillInForce })}</p>
      )}
      {said.bad.length > 0 && (
        <ul>
          {said.bad.slice(0, shownAtOnce).map(({ line, why, value }) => (
            <li key={`${line} ${why}`}>{t('badLine', { line, why: t(`bad.${why}`), value: value ?? '' })}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function Sources({ cohortId, sources }: { cohortId: string; sources: Out<'exclusions'>['sources'] }) {
  const styles = useStyles()
  const t = useText(whatCountsStrings)
  const words = useWords()
  const toasts = useToasts()
  const remove = useRemoveExclusionList()
  if (sources.length === 0) return <p className={styles.note}>{t('listsNone')}</p>
  return (
    <ul className={styles.list} aria-label={t('lists')}>
      {sources.map(({ source, count, mine, owner }) => (
        <li key={source} className={styles.row}>
          <span>{t('list', { source, lines: t('lines', { count }) })}</span>
          {mine ? (
            <Button
              size="small"
              disabled={remove.isPending}
              aria-label={t('removeListOf', { source })}
              onClick={() =>
                toasts.soon(t('removingList', { source }), () =>
                  remove.mutate(
                    { id: cohortId, source },
                    { onError: (fault) => toasts.say(words.whyNot(fault)) },
                  ),
                )
              }
            >
              {t('removeList')}
            </Button>
          ) : (
            <span className={styles.source}>
              {owner ? t('listOf', { name: owner.name }) : t('listOfNobody')}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

function Listed({ cohortId, listed }: { cohortId: string; listed: Out<'exclusions'> }) {
  const styles = useStyles()
  const t = useText(whatCountsStrings)
  const words = useWords()
  const toasts = useToasts()
  const remove = useRemoveExclusion()
  const [most, setMost] = useState(shownAtOnce)
  if (listed.total === 0) return null
  return (
    <>
      <ul className={styles.list}>
        {listed.exclusions.slice(0, most).map(({ kind, person, other, source }) => (
          <li key={`${kind} ${person.id} ${other.id} ${source}`} className={styles.row}>
            <span>{t('exclusion', { kind: t(`kind.${kind}`), person: person.name, other: other.name })}</span>
            <span className={styles.source}>{source}</span>
            <Button
              size="small"
              disabled={remove.isPending}
              aria-label={t('removeOf', { person: person.name, other: other.name })}
              onClick={() =>
                remove.mutate(
                  { id: cohortId, kind, source, personId: person.id, otherId: other.id },
                  {
                    onSuccess: () => toasts.say(t('removed')),
                    onError: (fault) => toasts.say(words.whyNot(fault)),
                  },
                )
              }
            >
              {t('remove')}
            </Button>
          </li>
        ))}
      </ul>
      {most < listed.exclusions.length && (
        <Button onClick={() => setMost(most + shownAtOnce)}>
          {t('more', { count: listed.total - most })}
        </Button>
      )}
    </>
  )
}
