/** The same chart in words: every pair, where the two reporting lines meet, and whether one is inside the other. */
import {
  Button,
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useText } from '../../ui/text.tsx'
import { chartStrings } from './chart-strings.ts'
import { type Chart, linesMeet } from './chart-view.ts'
import { strings } from './strings.ts'

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  table: { minWidth: '560px' },
  pair: { justifyContent: 'flex-start', textAlign: 'start', paddingInline: 0 },
  inside: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
})

const page = 100

export function ChartTable({ chart, open }: { chart: Chart; open: (pairingId: string) => void }) {
  const styles = useStyles()
  const t = useText(chartStrings)
  const board = useText(strings)
  const [shown, setShown] = useState(page)
  const name = (place: number) => chart.nodes[place]!.person.name
  const arcs = [...chart.arcs].sort((a, b) => Number(b.insideLine) - Number(a.insideLine))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must scroll by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={t('label', { pairs: chart.arcs.length })}>
      <Table size="small" className={styles.table}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell>{t('tablePair')}</TableHeaderCell>
            <TableHeaderCell>{t('tableMeet')}</TableHeaderCell>
            <TableHeaderCell>{t('tableUp')}</TableHeaderCell>
            <TableHeaderCell>{t('tableVerdict')}</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {arcs.slice(0, shown).map((arc) => {
            const meeting = linesMeet(chart, arc.mentor, arc.mentee)
            return (
              <TableRow key={arc.pairingId}>
                <TableCell>
                  <Button
                    appearance="transparent"
                    size="small"
                    className={styles.pair}
                    onClick={() => open(arc.pairingId)}
                  >
                    {board('pairOf', { mentor: name(arc.mentor), mentee: name(arc.mentee) })}
                  </Button>
                </TableCell>
                <TableCell>{meeting.at === undefined ? t('neverMeet') : name(meeting.at)}</TableCell>
                <TableCell>
                  {meeting.mentorSteps} / {meeting.menteeSteps}
                </TableCell>
                <TableCell className={arc.insideLine ? styles.inside : undefined}>
                  {arc.insideLine ? t('insideLineYes') : t('insideLineNo')}
                </TableCell>
              </TableRow>
            )
          })}
        </TableBody>
      </Table>
      {shown < arcs.length && (
        <Button onClick={() => setShown(shown + page)}>
          {t('more', { count: Math.min(page, arcs.length - shown) })}
        </Button>
      )}
    </section>
  )
}
