/**
 * The post as a Teams channel shows it: the same order, at most four figures, paragraphs split at blank lines, hidden figures
 * left out, as the bot's card does it.
 */
import { makeStyles, tokens } from '@fluentui/react-components'
import { PersonHeartFilled } from '@fluentui/react-icons'
import { useFormat, useText } from '../../ui/text.tsx'
import { useWords } from '../../ui/words.ts'
import type { SummaryView } from './kept-drafts.ts'
import { strings } from './strings.ts'

const mostFigures = 4

const useStyles = makeStyles({
  channel: {
    padding: tokens.spacingHorizontalL,
    borderRadius: '12px',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  post: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
  },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  bot: {
    display: 'grid',
    placeItems: 'center',
    width: '32px',
    height: '32px',
    borderRadius: '8px',
    fontSize: '20px',
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  card: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  program: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightBold,
    overflowWrap: 'anywhere',
  },
  figures: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(96px, 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  figure: { display: 'flex', flexDirection: 'column-reverse', justifyContent: 'flex-end' },
  value: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightBold,
    color: tokens.colorBrandForeground1,
  },
  paragraph: { margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
})

export function paragraphsOf(body: string): string[] {
  return body
    .split(/\r?\n\s*\r?\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
}

interface Props {
  programName: string
  title: string
  body: string
  figures: SummaryView['figures']
  when: string
}

export function ChannelPost({ programName, title, body, figures, when }: Props) {
  const styles = useStyles()
  const t = useText(strings)
  const words = useWords()
  const write = useFigure()
  const shown = figures.flatMap((figure) => {
    const label = words.figure(figure.key)
    return figure.value === undefined || !label ? [] : [{ key: figure.key, label, value: write(figure) }]
  })
  return (
    <div className={styles.channel}>
      <article className={styles.post} aria-label={t('preview')}>
        <div className={styles.head}>
          <span className={styles.bot} aria-hidden="true">
            <PersonHeartFilled />
          </span>
          <span className={styles.name}>{t('postedBy')}</span>
          <span className={styles.quiet}>{when}</span>
        </div>
        <div className={styles.card}>
          <div>
            {programName && <p className={styles.program}>{programName}</p>}
            <p className={styles.title}>{title || t('untitled')}</p>
          </div>
          {shown.length > 0 && (
            <dl className={styles.figures}>
              {shown.slice(0, mostFigures).map(({ key, label, value }) => (
                <div key={key} className={styles.figure}>
                  <dt className={styles.quiet}>{label}</dt>
                  <dd className={styles.value}>{value}</dd>
                </div>
              ))}
            </dl>
          )}
          {paragraphsOf(body).map((paragraph, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name
            <p key={i} className={styles.paragraph}>
              {paragraph}
            </p>
          ))}
        </div>
      </article>
    </div>
  )
}

/** Numbers as the card writes them. */
export function useFigure(): (figure: SummaryView['figures'][number]) => string {
  const { number, percent } = useFormat()
  const words = useWords()
  return ({ value = 0, unit, bound }) =>
    words.bound(
      bound,
      unit === 'percent' ? percent(value / 100) : number(value, { maximumFractionDigits: 1 }),
    )
}
