/**
 * The views of the board as tabs after the ARIA pattern: one stop for Tab, arrow keys between them. Not Fluent's TabList: its
 * focus helpers are hidden elements that can be focused, which accessibility checkers rightly refuse.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { KeyboardEvent } from 'react'

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXL,
    rowGap: 0,
    borderBlockEndWidth: '1px',
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke2,
  },
  tab: {
    padding: `${tokens.spacingVerticalM} 0`,
    border: 0,
    background: 'none',
    font: 'inherit',
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    boxShadow: 'none',
    ':hover': {
      color: tokens.colorNeutralForeground1,
      boxShadow: `inset 0 -2px 0 ${tokens.colorNeutralStroke1}`,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  here: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: `inset 0 -3px 0 ${tokens.colorCompoundBrandStroke}`,
    ':hover': { boxShadow: `inset 0 -3px 0 ${tokens.colorCompoundBrandStroke}` },
  },
})

interface Props<V extends string> {
  label: string
  tabs: readonly { value: V; text: string }[]
  value: V
  choose(value: V): void
}

export function ViewTabs<V extends string>({ label, tabs, value, choose }: Props<V>) {
  const styles = useStyles()
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const at = tabs.findIndex((tab) => tab.value === value)
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1
    const target = {
      ArrowRight: at + forward,
      ArrowLeft: at - forward,
      Home: 0,
      End: tabs.length - 1,
    }[event.key]
    if (target === undefined) return
    event.preventDefault()
    const place = (target + tabs.length) % tabs.length
    choose(tabs[place]!.value)
    event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')[place]?.focus()
  }
  return (
    <div role="tablist" aria-label={label} className={styles.list} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          aria-selected={tab.value === value}
          tabIndex={tab.value === value ? 0 : -1}
          className={mergeClasses(styles.tab, tab.value === value && styles.here)}
          onClick={() => choose(tab.value)}
        >
          {tab.text}
        </button>
      ))}
    </div>
  )
}
