/** Pairs that are known already, as a list: looked at first, each line that pins nobody with why, then pinned. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { mostListBytes } from '../../../../bot/contract/limits.ts'
import { usePairsFromList } from '../../api/pairing/board.ts'
import { base64Of } from '../../ui/base64-of.ts'
import { Panel } from '../../ui/panel.tsx'
import { useText } from '../../ui/text.tsx'
import { useWords } from '../../ui/words.ts'
import { knownPairStrings } from './known-pair-strings.ts'

const useStyles = makeStyles({
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  fault: { margin: 0, color: tokens.colorStatusDangerForeground1 },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

const shownAtOnce = 50

export function KnownPairs({ cohortId }: { cohortId: string }) {
  const styles = useStyles()
  const t = useText(knownPairStrings)
  const words = useWords()
  const input = useRef<HTMLInputElement>(null)
  const look = usePairsFromList()
  const pin = usePairsFromList()
  const [file, setFile] = useState<string>()
  const [unsent, setUnsent] = useState<'tooLarge' | 'notRead'>()
  const forget = () => {
    setFile(undefined)
    look.reset()
  }
  const read = async (chosen: File) => {
    forget()
    pin.reset()
    const isTooLarge = chosen.size > mostListBytes
    const bytes = isTooLarge ? undefined : await base64Of(chosen)
    setUnsent(isTooLarge ? 'tooLarge' : bytes === undefined ? 'notRead' : undefined)
    setFile(bytes)
    if (bytes !== undefined) look.mutate({ id: cohortId, apply: false, file: bytes })
    if (input.current) input.current.value = ''
  }
  const ready = file !== undefined && look.data ? look.data.ready : 0
  const fault = look.error ?? pin.error
  return (
    <Panel title={t('title')}>
      <p className={styles.note}>{t('note')}</p>
      <p className={styles.note}>{t('columns')}</p>
      <input
        ref={input}
        hidden
        type="file"
        accept=".csv,.txt,.tsv,text/csv"
        aria-label={t('choose')}
        onChange={({ target }) => target.files?.[0] && void read(target.files[0])}
      />
      <div role="status">
        {unsent && <p className={styles.fault}>{t(unsent)}</p>}
        {fault && <p className={styles.fault}>{words.whyNot(fault)}</p>}
        {pin.data && <p className={styles.note}>{t('pinned', { count: pin.data.ready })}</p>}
        {file !== undefined && look.data && <Looked at={look.data} />}
      </div>
      <div className={styles.acts}>
        {file !== undefined && ready > 0 ? (
          <>
            <Button
              appearance="primary"
              disabledFocusable={pin.isPending}
              onClick={() => pin.mutate({ id: cohortId, apply: true, file }, { onSuccess: forget })}
            >
              {t('pin', { count: ready })}
            </Button>
            <Button disabledFocusable={pin.isPending} onClick={forget}>
              {t('cancel')}
            </Button>
          </>
        ) : (
          <Button disabledFocusable={look.isPending} onClick={() => input.current?.click()}>
            {t('choose')}
          </Button>
        )}
      </div>
    </Panel>
  )
}

function Looked({ at: { ready, pairs, aside, asideCount } }: { at: Out<'pairsFromList'> }) {
  const styles = useStyles()
  const t = useText(knownPairStrings)
  const words = useWords()
  const [first, rest] = [pairs.slice(0, shownAtOnce), ready - Math.min(pairs.length, shownAtOnce)]
  const lines = aside.slice(0, shownAtOnce)
  const because = ({ why, rule }: (typeof aside)[number]) =>
    why === 'rule' ? words.refusal(rule ?? '', {}, t('why.rule')) : t(`why.${why}`)
  return (
    <>
      <p className={styles.note}>{ready > 0 ? t('ready', { count: ready }) : t('nobody')}</p>
      {first.length > 0 && (
        <ul>
          {first.map(({ line, mentor, mentee }) => (
            <li key={line}>{t('pair', { mentor: mentor.name, mentee: mentee.name })}</li>
          ))}
          {rest > 0 && <li>{t('more', { count: rest })}</li>}
        </ul>
      )}
      {asideCount > 0 && (
        <>
          <p className={styles.note}>{t('aside', { count: asideCount })}</p>
          <ul>
            {lines.map((one) => (
              <li key={`${one.line} ${one.why}`}>
                {one.value === undefined
                  ? t('line', { line: one.line, why: because(one) })
                  : t('lineOf', { line: one.line, value: one.value, why: because(one) })}
              </li>
            ))}
            {asideCount > lines.length && <li>{t('more', { count: asideCount - lines.length })}</li>}
          </ul>
        </>
      )}
    </>
  )
}
