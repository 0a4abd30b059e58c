/** What is known of me: to take along, how long it is kept, and to be erased. Opened by whoever wants it. */
import { Button, Checkbox } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useEraseMe, useExportMyData, useWhatIsKept, type WhatIsKept } from '../../api/records/my-data.ts'
import { Panel } from '../../ui/panel.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { Reading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { useLayout } from './layout.ts'
import { yourDataStrings } from './your-data-strings.ts'

export default function YourData() {
  const layout = useLayout()
  const t = useText(yourDataStrings)
  const kept = useWhatIsKept()
  return (
    <Panel title={t('title')} aside={<Download />}>
      <p className={layout.quiet}>{t('body')}</p>
      <Reading query={kept}>
        {(answer) => (
          <>
            <Kept {...answer} />
            {answer.isBeingErased ? <p role="status">{t('erase.waits')}</p> : <Erase />}
          </>
        )}
      </Reading>
    </Panel>
  )
}

function Download() {
  const t = useText(yourDataStrings)
  const words = useWords()
  const toasts = useToasts()
  const take = useExportMyData()
  const save = () =>
    take.mutate(undefined, {
      onSuccess: (document) => {
        saveFile([JSON.stringify(document, null, 2)], 'application/json', t('file'))
        toasts.say(t('saved'))
      },
      onError: (fault) => toasts.say(words.whyNot(fault)),
    })
  return (
    <Button icon={<ArrowDownloadRegular />} disabledFocusable={take.isPending} onClick={save}>
      {t('download')}
    </Button>
  )
}

/** As the register has it, group by group. */
function Kept({ groups, retentionMonths: count }: WhatIsKept) {
  const layout = useLayout()
  const t = useText(yourDataStrings)
  return (
    <section className={layout.close} aria-label={t('kept.title')}>
      <h3 className={layout.heading}>{t('kept.title')}</h3>
      <ul className={layout.list}>
        {groups.map(({ group, kept, erased }) => (
          <li key={group}>
            <strong>{t(`group.${group}`)}</strong>{' '}
            {kept.map((how) => t.maybe(`kept.${how}`, { count })).join(' ')}{' '}
            <span className={layout.small}>{erased.map((how) => t(`erased.${how}`)).join(' ')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** It cannot be taken back: what it does is read first, and said yes to. */
function Erase() {
  const layout = useLayout()
  const t = useText(yourDataStrings)
  const words = useWords()
  const erase = useEraseMe()
  const [asking, setAsking] = useState(false)
  const [isSure, setSure] = useState(false)
  if (!asking)
    return (
      <div>
        <Button appearance="subtle" onClick={() => setAsking(true)}>
          {t('erase.open')}
        </Button>
      </div>
    )
  return (
    <div className={layout.close}>
      <p className={layout.text}>{t('erase.body')}</p>
      <p className={layout.quiet}>{t('erase.stays')}</p>
      <Checkbox
        label={t('erase.sure')}
        checked={isSure}
        onChange={(_, { checked }) => setSure(checked === true)}
      />
      <div className={layout.row}>
        <Button autoFocus onClick={() => setAsking(false)}>
          {t('erase.keep')}
        </Button>
        <Button
          disabledFocusable={!isSure || erase.isPending}
          onClick={() => isSure && erase.mutate({ confirmed: true })}
        >
          {t('erase.confirm')}
        </Button>
      </div>
      {erase.isError && (
        <p className={layout.fault} role="alert">
          {words.whyNot(erase.error)}
        </p>
      )}
    </div>
  )
}
