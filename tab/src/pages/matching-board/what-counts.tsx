/** What counts: the rules that may be changed, the weight of each part, and what a choice would bring before it holds. */
import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  mergeClasses,
  Select,
  Switch,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { ApiProblem } from '../../api/client.ts'
import { useMatching, useSaveMatching, useTryMatching } from '../../api/pairing/matching.ts'
import { Conflict, overtakenBy } from '../../ui/conflict.tsx'
import { conflictStrings } from '../../ui/conflict-strings.ts'
import { Panel } from '../../ui/panel.tsx'
import { Reading } from '../../ui/states.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { EffectPanel } from './effect.tsx'
import { ExclusionsPanel } from './exclusions.tsx'
import { reasonStrings } from './reason-strings.ts'
import type { Reasons } from './reasons.ts'
import { ScenariosPanel } from './scenarios.tsx'
import { WaysPanel } from './ways.tsx'
import { pointsFor, reachOf, type WeightWord, weightWords, wordOf } from './weight-words.ts'
import {
  type Choice,
  type Draft,
  differencesOf,
  draftOf,
  inputOf,
  limitsOf,
  pairsStrangers,
  usualDraft,
  wrongIn,
} from './what-counts-draft.ts'
import { whatCountsStrings } from './what-counts-strings.ts'

type Matching = Out<'matching'>

const useStyles = makeStyles({
  stack: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  small: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(260px, 100%), 1fr))',
    gap: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXL}`,
    alignItems: 'start',
  },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  fault: { margin: 0, color: tokens.colorStatusDangerForeground1 },
  number: { maxWidth: '140px' },
  weight: { display: 'grid', alignContent: 'start', gap: tokens.spacingVerticalXS },
  switches: { gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXL}` },
  switch: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  effect: { ':empty': { display: 'none' } },
})

export function WhatCounts({ cohortId, reasons }: { cohortId: string; reasons: Reasons }) {
  const styles = useStyles()
  return (
    <div className={styles.stack}>
      <Reading query={useMatching(cohortId)}>
        {(matching) => <Choices {...{ cohortId, matching, reasons }} />}
      </Reading>
      <WaysPanel cohortId={cohortId} />
      <ExclusionsPanel cohortId={cohortId} />
    </div>
  )
}

interface Props {
  cohortId: string
  matching: Matching
  reasons: Reasons
}

function Choices({ cohortId, matching, reasons }: Props) {
  const styles = useStyles()
  const t = useText(whatCountsStrings)
  const conflict = useText(conflictStrings)
  const names = useText(reasonStrings)
  const words = useWords()
  const toasts = useToasts()
  const save = useSaveMatching()
  const trial = useTryMatching()
  const [draft, setDraft] = useState<Draft>(() => draftOf(matching))
  const [version, setVersion] = useState(matching.version)
  const [shown, setShown] = useState(false)
  const wrong = wrongIn(matching, draft)
  const overtaken = overtakenBy<Matching>(save.error)
  const fault = overtaken ? trial.error : (save.error ?? trial.error)
  const saidWrong = fault instanceof ApiProblem ? fault.field : undefined
  const limits = limitsOf(matching)
  const errorOf = (field: string) => {
    if (!(shown && wrong.has(field)) && field !== saidWrong) return undefined
    const known = limits.get(field)
    return known ? t('wrongNumber', { least: known.least, most: known.most }) : t('wrongValue')
  }
  const rule = (name: string) => names.maybe(`name.${name}`) ?? name
  const choices = matching.rules.flatMap((one) => one.choices)
  // What was tried with other choices says nothing about these.
  const isOfThis = JSON.stringify(trial.variables) === JSON.stringify(inputOf(cohortId, matching, draft))
  const ready = () => {
    setShown(true)
    return wrong.size === 0
  }
  const send = (seen: string) =>
    save.mutate(
      { ...inputOf(cohortId, matching, draft), version: seen },
      {
        onSuccess: (saved) => {
          setVersion(saved.version)
          toasts.say(t('saved'))
        },
      },
    )
  return (
    <>
      <Panel title={t('rules')}>
        <p className={styles.note}>{t('rulesNote')}</p>
        {[choices.filter(isSwitch), choices.filter((one) => !isSwitch(one))].map((group, index) => (
          <div
            key={index === 0 ? 'switches' : 'fields'}
            className={mergeClasses(styles.fields, index === 0 && styles.switches)}
          >
            {group.map((choice) => (
              <RuleField
                key={choice.setting}
                {...{ choice, error: errorOf(`rules.${choice.setting}`) }}
                value={draft.rules[choice.setting] ?? ''}
                change={(value) => setDraft({ ...draft, rules: { ...draft.rules, [choice.setting]: value } })}
              />
            ))}
          </div>
        ))}
        {pairsStrangers(matching, draft) && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{t('noLanguage')}</MessageBarBody>
          </MessageBar>
        )}
        <p className={styles.small}>
          {t('always', {
            rules: matching.rules
              .flatMap((one) => (one.choices.length > 0 ? [] : [rule(one.rule)]))
              .join(' · '),
          })}
        </p>
      </Panel>
      <Panel title={t('weights')}>
        <p className={styles.note}>{t('weightsNote')}</p>
        <div className={styles.fields}>
          {matching.weights.map(({ part, usual, units, least, most }) => (
            <div key={part} className={styles.weight}>
              <Field
                label={reasons.part(part)}
                hint={`${t.maybe(`unit.${part}`) ?? ''} ${t('usual', { points: usual })}`}
                validationMessage={errorOf(`weights.${part}`) ?? null}
              >
                <Input
                  className={styles.number}
                  type="number"
                  min={least}
                  max={most}
                  value={draft.weights[part] ?? ''}
                  onChange={(_, { value }) =>
                    setDraft({ ...draft, weights: { ...draft.weights, [part]: value } })
                  }
                />
              </Field>
              <WeightInWords {...{ matching, draft, part, units }} name={reasons.part(part)} set={setDraft} />
            </div>
          ))}
        </div>
      </Panel>
      <div className={styles.acts}>
        <Button
          disabled={trial.isPending}
          onClick={() => ready() && trial.mutate(inputOf(cohortId, matching, draft))}
        >
          {trial.isPending ? t('trying') : t('try')}
        </Button>
        <Button appearance="primary" disabled={save.isPending} onClick={() => ready() && send(version)}>
          {t('save')}
        </Button>
        <Button appearance="subtle" onClick={() => setDraft(usualDraft(matching))}>
          {t('backToUsual')}
        </Button>
        {fault && <p className={styles.fault}>{words.whyNot(fault)}</p>}
      </div>
      {overtaken && (
        <Conflict
          overtaken={overtaken}
          fields={differencesOf(draft, draftOf(overtaken.now), {
            rule: (setting) => t.maybe(`set.${setting}`) ?? setting,
            part: reasons.part,
            yesNo: (on) => conflict(on ? 'yes' : 'no'),
          })}
          busy={save.isPending}
          keepMine={() => send(overtaken.now.version)}
          takeTheirs={() => {
            setDraft(draftOf(overtaken.now))
            setVersion(overtaken.now.version)
            save.reset()
          }}
        />
      )}
      <div role="status" className={styles.effect}>
        {trial.data &&
          (isOfThis ? (
            <EffectPanel effect={trial.data} {...{ matching, reasons, rule }} />
          ) : (
            <p className={styles.note}>{t('effectStale')}</p>
          ))}
      </div>
      <ScenariosPanel
        cohortId={cohortId}
        choices={() => (ready() ? inputOf(cohortId, matching, draft) : undefined)}
      />
    </>
  )
}

/** Beside the number: a word for how much it may come to, and what one pair can get by it. */
function WeightInWords({
  matching: { weights },
  draft,
  part,
  units,
  name,
  set,
}: {
  matching: Matching
  draft: Draft
  part: string
  units: number
  name: string
  set(draft: Draft): void
}) {
  const styles = useStyles()
  const t = useText(whatCountsStrings)
  const { percent } = useFormat()
  const { own, all } = reachOf(weights, draft, part)
  const isBase = (weights.find((one) => one.part === part)?.least ?? 0) > 0
  const choose = (word: string) => {
    const points = pointsFor(weights, draft, part, word as WeightWord)
    set({ ...draft, weights: { ...draft.weights, [part]: String(points) } })
  }
  return (
    <>
      <Select
        className={styles.number}
        aria-label={t('word.of', { part: name })}
        value={wordOf(weights, draft, part)}
        onChange={(_, { value }) => choose(value)}
      >
        {weightWords.map((word) => (
          <option key={word} value={word} disabled={word === 'off' && isBase}>
            {t(`word.${word}`)}
          </option>
        ))}
      </Select>
      <p className={styles.small}>
        {t('reach', { count: units, points: own, share: percent(all > 0 ? own / all : 0) })}
      </p>
    </>
  )
}

const isSwitch = ({ kind }: Choice) => kind === 'switch'

function RuleField({
  choice,
  value,
  error,
  change,
}: {
  choice: Choice
  value: boolean | string
  error: string | undefined
  change(value: boolean | string): void
}) {
  const styles = useStyles()
  const t = useText(whatCountsStrings)
  const label = t.maybe(`set.${choice.setting}`) ?? choice.setting
  if (choice.kind === 'switch') {
    const on = choice.on ?? true
    return (
      <Switch
        className={styles.switch}
        label={label}
        checked={value === on}
        onChange={(_, { checked }) => change(checked ? on : !on)}
      />
    )
  }
  if (choice.kind === 'choice') {
    return (
      <Field label={label} validationMessage={error ?? null}>
        <Select value={String(value)} onChange={(_, picked) => change(picked.value)}>
          {choice.options?.map((option) => (
            <option key={option} value={option}>
              {t.maybe(`option.${option}`) ?? option}
            </option>
          ))}
        </Select>
      </Field>
    )
  }
  const unit = t.maybe(`in.${choice.unit ?? ''}`) ?? ''
  return (
    <Field
      label={label}
      hint={`${unit} ${choice.usual === null ? t('emptyOff') : t('zeroOff')}`}
      validationMessage={error ?? null}
    >
      <Input
        className={styles.number}
        type="number"
        min={choice.least}
        max={choice.most}
        value={String(value)}
        onChange={(_, typed) => change(typed.value)}
      />
    </Field>
  )
}
