import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useFormat, useText } from '../../ui/text.tsx'
import type { SummaryView } from './kept-drafts.ts'
import { strings } from './strings.ts'

const useStyles = makeStyles({
  list: {
    display: 'flex',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: '4px',
    listStyleType: 'none',
    overflowX: 'auto',
  },
  item: { flex: '0 0 min(260px, 80%)' },
  choice: {
    display: 'grid',
    alignContent: 'start',
    gap: '2px',
    width: '100%',
    height: '100%',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: '12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  here: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    boxShadow: `inset 0 -3px 0 ${tokens.colorCompoundBrandStroke}`,
  },
  title: {
    fontWeight: tokens.fontWeightSemibold,
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
  },
  state: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

type Ats = Pick<SummaryView, 'changedAt' | 'publishedAt' | 'withdrawnAt'>

interface Props {
  summaries: readonly SummaryView[]
  chosen: string
  choose(id: string): void
}

/** Every Summary by its title, who wrote it, and since when it is as it is; the newest first, as the service gives them. */
export function SummaryList({ summaries, chosen, choose }: Props) {
  const styles = useStyles()
  const t = useText(strings)
  const { shortDay, time } = useFormat()
  const whenOf = ({ withdrawnAt, publishedAt, changedAt }: Ats) => {
    const at = withdrawnAt ?? publishedAt ?? changedAt
    return t('dayTime', { day: shortDay(at), time: time(at) })
  }
  return (
    <nav aria-label={t('drafts')}>
      <ul className={styles.list}>
        {summaries.map(({ id, title, state, author, ...at }) => (
          <li key={id} className={styles.item}>
            <button
              type="button"
              className={mergeClasses(styles.choice, id === chosen && styles.here)}
              aria-current={id === chosen ? 'true' : undefined}
              onClick={() => choose(id)}
            >
              <span className={styles.title}>{title || t('untitled')}</span>
              <span className={styles.state}>
                {t('changed', { state: t(`state.${state}`), when: whenOf(at) })}
              </span>
              {author && <span className={styles.state}>{t('wroteIt', { author: author.name })}</span>}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
