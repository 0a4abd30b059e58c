/** What a set of choices would bring: how many are placed, which rule costs how many, and what decides. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { Out } from '../../../../bot/contract/index.ts'
import { Panel } from '../../ui/panel.tsx'
import { partColor } from '../../ui/score-bar.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import type { Reasons } from './reasons.ts'
import { whatCountsStrings } from './what-counts-strings.ts'

const useStyles = makeStyles({
  lead: { margin: 0, fontSize: tokens.fontSizeBase400 },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(260px, 100%), 1fr))',
    gap: tokens.spacingHorizontalXXL,
    alignItems: 'start',
  },
  shares: { paddingInlineStart: 0, listStyleType: 'none', gap: tokens.spacingVerticalS },
  bar: {
    display: 'block',
    height: '6px',
    minWidth: '2px',
    borderRadius: tokens.borderRadiusCircular,
    forcedColorAdjust: 'none',
  },
  block: { display: 'grid', gap: tokens.spacingVerticalS, alignContent: 'start' },
})

const signed = { signDisplay: 'exceptZero' } as const

interface Props {
  effect: Out<'matchingEffect'>
  matching: Out<'matching'>
  reasons: Reasons
  rule(name: string): string
}

export function EffectPanel({ effect, matching, reasons, rule }: Props) {
  const styles = useStyles()
  const t = useText(whatCountsStrings)
  const { number } = useFormat()
  const ruleOf = (setting: string) =>
    rule(
      matching.rules.find(({ choices }) => choices.some((one) => one.setting === setting))?.rule ?? setting,
    )
  const { sample, mentors, mentees, placedMentors, placedMentees, pairs, score, weakest } = effect
  return (
    <Panel title={t('effect')}>
      {sample && <p className={styles.note}>{t('effectSample', sample)}</p>}
      <p className={styles.lead}>{t('effectPlaced', { placedMentors, mentors, placedMentees, mentees })}</p>
      <p className={styles.note}>
        {t('effectScore', { pairs, score, weakest: weakest ?? 0 })}{' '}
        {effect.changedPairs > 0 ? t('effectChanged', { count: effect.changedPairs }) : t('effectSame')}
      </p>
      <div className={styles.columns}>
        <section className={styles.block}>
          <h3 className={styles.heading}>{t('costs')}</h3>
          {effect.costs.length === 0 ? (
            <p className={styles.note}>{t('costsNone')}</p>
          ) : (
            <ul className={styles.list}>
              {effect.costs.map(({ setting, pairs: more, people, points }) => (
                <li key={setting}>
                  {t('cost', {
                    rule: ruleOf(setting),
                    pairs: number(more, signed),
                    people: number(people, signed),
                    points: number(points, signed),
                  })}
                </li>
              ))}
            </ul>
          )}
        </section>
        <section className={styles.block}>
          <h3 className={styles.heading}>{t('shares')}</h3>
          <ul className={mergeClasses(styles.list, styles.shares)}>
            {effect.parts.map(({ part, points, percent }) => (
              <li key={part}>
                {t('share', { part: reasons.part(part), percent, points })}
                <span
                  aria-hidden="true"
                  className={styles.bar}
                  style={{ width: `${percent}%`, backgroundColor: partColor(part) }}
                />
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Panel>
  )
}
