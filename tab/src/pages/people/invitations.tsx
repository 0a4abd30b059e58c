/** Invitations as numbers, and a list of people to invite: looked at first, each line that invites nobody with why, then sent. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { mostListBytes } from '../../../../bot/contract/limits.ts'
import { useInvitations, useInviteFromList } from '../../api/enrolment/invitations.ts'
import { base64Of } from '../../ui/base64-of.ts'
import { Panel } from '../../ui/panel.tsx'
import { Stat, Stats } from '../../ui/stat.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useWords } from '../../ui/words.ts'
import { inviteStrings } from './invite-strings.ts'

const useStyles = makeStyles({
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  fault: { margin: 0, color: tokens.colorStatusDangerForeground1 },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

const shownAtOnce = 50

export function Invitations({ cohortId }: { cohortId: string }) {
  const styles = useStyles()
  const t = useText(inviteStrings)
  const { number } = useFormat()
  const { data, isError } = useInvitations(cohortId)
  if (!data) return isError ? <p className={styles.note}>{t('failed')}</p> : null
  const { isOpen, invited, unsent, opened, enrolled, declined } = data
  return (
    <Panel title={t('title')}>
      <p className={styles.note}>{t(isOpen ? 'note' : 'closed')}</p>
      {invited > 0 && (
        <Stats>
          <Stat label={t('invited')} value={number(invited)} />
          {opened !== undefined && <Stat label={t('opened')} value={number(opened)} />}
          <Stat label={t('enrolled')} value={number(enrolled)} />
          {declined !== undefined && <Stat label={t('declined')} value={number(declined)} />}
        </Stats>
      )}
      {invited > 0 && declined === undefined && <p className={styles.note}>{t('few')}</p>}
      {isOpen && unsent > 0 && <p className={styles.note}>{t('unsent', { count: unsent })}</p>}
      {isOpen && <FromList cohortId={cohortId} />}
    </Panel>
  )
}

function FromList({ cohortId }: { cohortId: string }) {
  const styles = useStyles()
  const t = useText(inviteStrings)
  const words = useWords()
  const input = useRef<HTMLInputElement>(null)
  const look = useInviteFromList()
  const send = useInviteFromList()
  const [file, setFile] = useState<string>()
  const [unsent, setUnsent] = useState<'tooLarge' | 'notRead'>()
  const forget = () => {
    setFile(undefined)
    look.reset()
  }
  const read = async (chosen: File) => {
    forget()
    send.reset()
    const isTooLarge = chosen.size > mostListBytes
    const bytes = isTooLarge ? undefined : await base64Of(chosen)
    setUnsent(isTooLarge ? 'tooLarge' : bytes === undefined ? 'notRead' : undefined)
    setFile(bytes)
    if (bytes !== undefined) look.mutate({ id: cohortId, apply: false, file: bytes })
    if (input.current) input.current.value = ''
  }
  const ready = file !== undefined && look.data ? look.data.ready : 0
  const fault = look.error ?? send.error
  return (
    <>
      <p className={styles.note}>{t('byName')}</p>
      <p className={styles.note}>{t('listNote')}</p>
      <input
        ref={input}
        hidden
        type="file"
        accept=".csv,.txt,.tsv,text/csv"
        aria-label={t('list')}
        onChange={({ target }) => target.files?.[0] && void read(target.files[0])}
      />
      <div role="status">
        {unsent && <p className={styles.fault}>{t(unsent)}</p>}
        {fault && <p className={styles.fault}>{words.whyNot(fault)}</p>}
        {send.data && <p className={styles.note}>{t('sent', { count: send.data.ready })}</p>}
        {file !== undefined && look.data && <Looked at={look.data} />}
      </div>
      <div className={styles.acts}>
        {file !== undefined && ready > 0 ? (
          <>
            <Button
              appearance="primary"
              disabledFocusable={send.isPending}
              onClick={() => send.mutate({ id: cohortId, apply: true, file }, { onSuccess: forget })}
            >
              {t('send', { count: ready })}
            </Button>
            <Button disabledFocusable={send.isPending} onClick={forget}>
              {t('cancel')}
            </Button>
          </>
        ) : (
          <Button disabledFocusable={look.isPending} onClick={() => input.current?.click()}>
            {t('list')}
          </Button>
        )}
      </div>
    </>
  )
}

function Looked({ at: { ready, mentors, mentees, aside, asideCount } }: { at: Out<'inviteFromList'> }) {
  const styles = useStyles()
  const t = useText(inviteStrings)
  const shown = aside.slice(0, shownAtOnce)
  return (
    <>
      <p className={styles.note}>
        {ready > 0 ? t('ready', { count: ready, mentors, mentees }) : t('nobody')}
      </p>
      {asideCount > 0 && (
        <>
          <p className={styles.note}>{t('aside', { count: asideCount })}</p>
          <ul>
            {shown.map(({ line, why, value }) => (
              <li key={`${line} ${why}`}>
                {value === undefined
                  ? t('line', { line, why: t(`why.${why}`) })
                  : t('lineOf', { line, value, why: t(`why.${why}`) })}
              </li>
            ))}
            {asideCount > shown.length && <li>{t('more', { count: asideCount - shown.length })}</li>}
          </ul>
        </>
      )}
    </>
  )
}
