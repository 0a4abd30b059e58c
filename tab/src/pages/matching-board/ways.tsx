/** Which ways of matching people have themselves, besides the Organizer's pins and the engine. */
import { Button, Field, Input, makeStyles, Switch, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { useChangeWays, useWays } from '../../api/preferences/preferences.ts'
import { Conflict, overtakenBy } from '../../ui/conflict.tsx'
import { conflictStrings } from '../../ui/conflict-strings.ts'
import { Panel } from '../../ui/panel.tsx'
import { Reading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { waysStrings } from './ways-strings.ts'

type Ways = Out<'ways'>

const useStyles = makeStyles({
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  switches: { display: 'grid', justifyItems: 'start' },
  switch: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  number: { maxWidth: '140px' },
  acts: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  fault: { margin: 0, color: tokens.colorStatusDangerForeground1 },
})

/** As the service takes them. */
const days = { least: 1, most: 30 }

export function WaysPanel({ cohortId }: { cohortId: string }) {
  const t = useText(waysStrings)
  return (
    <Panel title={t('title')}>
      <Reading query={useWays(cohortId)}>{(ways) => <Choice cohortId={cohortId} ways={ways} />}</Reading>
    </Panel>
  )
}

function Choice({ cohortId, ways }: { cohortId: string; ways: Ways }) {
  const styles = useStyles()
  const t = useText(waysStrings)
  const conflict = useText(conflictStrings)
  const words = useWords()
  const toasts = useToasts()
  const change = useChangeWays()
  const [draft, setDraft] = useState({ ...ways, requestDays: String(ways.requestDays) })
  const overtaken = overtakenBy<Ways>(change.error)
  const send = (version: string) =>
    change.mutate(
      { id: cohortId, ...draft, requestDays, version },
      {
        onSuccess: (saved) => {
          setDraft({ ...saved, requestDays: String(saved.requestDays) })
          toasts.say(t('saved'))
        },
      },
    )
  const said = (one: { ranking: boolean; requests: boolean; requestDays: string | number }) => [
    one.ranking ? conflict('yes') : conflict('no'),
    one.requests ? conflict('yes') : conflict('no'),
    String(one.requestDays),
  ]
  const requestDays = Number(draft.requestDays)
  const isWrong =
    draft.requestDays.trim() === '' ||
    !Number.isInteger(requestDays) ||
    requestDays < days.least ||
    requestDays > days.most
  const isNew =
    draft.ranking !== ways.ranking || draft.requests !== ways.requests || requestDays !== ways.requestDays
  return (
    <>
      <p className={styles.note}>{t('note')}</p>
      <div className={styles.switches}>
        {(['ranking', 'requests'] as const).map((way) => (
          <Switch
            key={way}
            className={styles.switch}
            label={t(way)}
            checked={draft[way]}
            onChange={(_, { checked }) => setDraft({ ...draft, [way]: checked })}
          />
        ))}
      </div>
      {draft.requests && (
        <Field
          label={t('days')}
          hint={t('days.hint', days)}
          validationMessage={isWrong ? t('days.wrong', days) : null}
        >
          <Input
            className={styles.number}
            type="number"
            min={days.least}
            max={days.most}
            value={draft.requestDays}
            onChange={(_, { value }) => setDraft({ ...draft, requestDays: value })}
          />
        </Field>
      )}
      {overtaken && (
        <Conflict
          overtaken={overtaken}
          fields={[t('ranking'), t('requests'), t('days')].map((label, i) => ({
            label,
            mine: said(draft)[i]!,
            theirs: said(overtaken.now)[i]!,
          }))}
          busy={change.isPending}
          keepMine={() => send(overtaken.now.version)}
          takeTheirs={() => {
            setDraft({ ...overtaken.now, requestDays: String(overtaken.now.requestDays) })
            change.reset()
          }}
        />
      )}
      <div className={styles.acts}>
        <Button disabledFocusable={change.isPending || isWrong || !isNew} onClick={() => send(draft.version)}>
          {t('save')}
        </Button>
        {change.isError && !overtaken && (
          <p className={styles.fault} role="alert">
            {words.whyNot(change.error)}
          </p>
        )}
      </div>
    </>
  )
}
