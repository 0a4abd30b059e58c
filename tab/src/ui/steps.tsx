/** A way through time as steps, today marked. Down the page when narrow, across when wide. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkRegular, DismissRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'

export interface Step {
  key: string
  label: ReactNode
  note?: ReactNode
  state: 'done' | 'now' | 'ahead' | 'missed'
}

const wide = '@media (min-width: 1000px)'
const useStyles = makeStyles({
  list: {
    display: 'grid',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    [wide]: { gridAutoFlow: 'column', gridAutoColumns: 'minmax(0, 1fr)' },
  },
  step: {
    position: 'relative',
    display: 'grid',
    alignContent: 'start',
    gridTemplateColumns: '24px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    paddingBlockEnd: tokens.spacingVerticalL,
    [wide]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      rowGap: tokens.spacingVerticalS,
      paddingBlockEnd: 0,
      paddingInlineEnd: tokens.spacingHorizontalS,
    },
    '::before': {
      content: '""',
      position: 'absolute',
      insetInlineStart: '11px',
      insetBlockStart: '24px',
      insetBlockEnd: 0,
      width: '2px',
      backgroundColor: tokens.colorNeutralStroke2,
      [wide]: {
        insetInlineStart: '24px',
        insetInlineEnd: 0,
        insetBlockStart: '11px',
        insetBlockEnd: 'auto',
        width: 'auto',
        height: '2px',
      },
    },
    ':last-child::before': { display: 'none' },
  },
  passed: { '::before': { backgroundColor: tokens.colorCompoundBrandStroke } },
  dot: {
    boxSizing: 'border-box',
    width: '24px',
    height: '24px',
    borderRadius: '50%',
    display: 'grid',
    placeItems: 'center',
    fontSize: '14px',
    border: `2px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    zIndex: 1,
  },
  done: {
    border: `2px solid ${tokens.colorBrandBackground}`,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
  },
  now: { border: `7px solid ${tokens.colorBrandBackground}` },
  missed: {
    border: `2px solid ${tokens.colorNeutralStrokeAccessible}`,
    color: tokens.colorNeutralForeground2,
  },
  words: { display: 'grid', alignContent: 'start', gap: '2px', minWidth: 0 },
  label: { fontSize: tokens.fontSizeBase300 },
  current: { fontWeight: tokens.fontWeightSemibold },
  note: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

/** `stateWords` names each state for screen readers, e.g. "done". */
export function Steps({
  steps,
  label,
  stateWords,
}: {
  steps: readonly Step[]
  label: string
  stateWords: Record<Step['state'], string>
}) {
  const styles = useStyles()
  return (
    <ol className={styles.list} aria-label={label}>
      {steps.map(({ key, label, note, state }) => (
        <li
          key={key}
          className={mergeClasses(styles.step, (state === 'done' || state === 'missed') && styles.passed)}
          aria-current={state === 'now' ? 'step' : undefined}
        >
          <span
            role="img"
            aria-label={stateWords[state]}
            className={mergeClasses(
              styles.dot,
              state === 'done' && styles.done,
              state === 'now' && styles.now,
              state === 'missed' && styles.missed,
            )}
          >
            {state === 'done' && <CheckmarkRegular aria-hidden="true" />}
            {state === 'missed' && <DismissRegular aria-hidden="true" />}
          </span>
          <span className={styles.words}>
            <span className={mergeClasses(styles.label, state === 'now' && styles.current)}>{label}</span>
            {note && <span className={styles.note}>{note}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
