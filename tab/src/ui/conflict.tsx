/**
 * Somebody saved a form while it was being edited here. Both versions stand side by side, only where they differ, and a person
 * decides; nothing typed is lost before that. The one view of it for every form that brings the version it saw.
 */
import {
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { Face } from '../../../bot/contract/index.ts'
import { ApiProblem } from '../api/client.ts'
import { conflictStrings } from './conflict-strings.ts'
import { useFormat, useText } from './text.tsx'

/** What stands there now, in the shape of the route that reads it. */
export interface Overtaken<T> {
  now: T
  by?: Face
  at?: string
}

export function overtakenBy<T>(fault: unknown): Overtaken<T> | undefined {
  if (!(fault instanceof ApiProblem) || fault.code !== 'changed-meanwhile') return undefined
  return fault.saved as Overtaken<T> | undefined
}

export interface Difference {
  label: string
  mine: string
  theirs: string
}

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM, outlineOffset: '2px' },
  list: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0 },
  field: { fontWeight: tokens.fontWeightSemibold },
  two: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(200px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
  },
  version: {
    margin: 0,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    whiteSpace: 'pre-line',
    overflowWrap: 'anywhere',
  },
  who: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
})

interface Props {
  overtaken: Overtaken<unknown>
  /** All fields; those that are the same are left out. */
  fields: Difference[]
  busy: boolean
  keepMine(): void
  takeTheirs(): void
}

export function Conflict({ overtaken: { by, at }, fields, busy, keepMine, takeTheirs }: Props) {
  const styles = useStyles()
  const t = useText(conflictStrings)
  const { day, time } = useFormat()
  const root = useRef<HTMLElement>(null)
  useEffect(() => root.current?.focus(), [])
  const differing = fields.filter(({ mine, theirs }) => mine !== theirs)
  const said = (text: string) => (text === '' ? t('nothing') : text)
  return (
    <section ref={root} tabIndex={-1} role="alert" aria-label={t('title')} className={styles.root}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{t('title')}</MessageBarTitle>{' '}
          {by && at ? t('byAt', { name: by.name, day: day(at), time: time(at) }) : t('by')}
        </MessageBarBody>
      </MessageBar>
      {differing.length === 0 && <p>{t('same')}</p>}
      <ul className={styles.list} style={{ padding: 0, listStyleType: 'none' }} aria-label={t('field')}>
        {differing.map(({ label, mine, theirs }) => (
          <li key={label}>
            <span className={styles.field}>{label}</span>
            <div className={styles.two}>
              <p className={styles.version}>
                <span className={styles.who}>{t('mine')}</span>
                {said(mine)}
              </p>
              <p className={styles.version}>
                <span className={styles.who}>{by ? t('theirs', { name: by.name }) : t('theirsUnknown')}</span>
                {said(theirs)}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <div className={styles.acts}>
        <Button appearance="primary" disabled={busy} onClick={keepMine}>
          {t('keepMine')}
        </Button>
        <Button disabled={busy} onClick={takeTheirs}>
          {t('takeTheirs')}
        </Button>
      </div>
    </section>
  )
}
