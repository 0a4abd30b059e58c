/**
 * Who counts as a top of the chart. A line that ends at nobody of these is not known to its end, and whoever stands on it is
 * not paired; so the people without a manager who are found in the directory are offered first.
 */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import type { Face } from '../../../../bot/contract/index.ts'
import { useOrganization } from '../../api/organization.ts'
import { Panel } from '../../ui/panel.tsx'
import { PersonFace } from '../../ui/person-face.tsx'
import { PersonPicker } from '../../ui/person-picker.tsx'
import { useText } from '../../ui/text.tsx'
import { topsStrings } from './tops-strings.ts'

const useStyles = makeStyles({
  note: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '72ch' },
  small: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  list: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    maxWidth: '480px',
  },
  add: { maxWidth: '480px' },
  suggested: { display: 'grid', gap: tokens.spacingVerticalS },
})

/** As many as the service takes. */
const most = 50
const mostSuggested = 5

interface Props {
  tops: readonly Face[]
  change(tops: Face[]): void
}

export function Tops({ tops, change }: Props) {
  const styles = useStyles()
  const t = useText(topsStrings)
  const add = (person: Face) => {
    if (!tops.some(({ id }) => id === person.id)) change([...tops, person])
  }
  return (
    <Panel title={t('title')}>
      <p className={styles.note}>{t('note')}</p>
      <p className={styles.small}>{t('byThemselves')}</p>
      {tops.length > 0 && (
        <ul className={styles.list} aria-label={t('title')}>
          {tops.map((person) => (
            <li key={person.id} className={styles.row}>
              <PersonFace person={person} size={32} />
              <Button
                size="small"
                aria-label={t('removeOf', { person: person.name })}
                onClick={() => change(tops.filter(({ id }) => id !== person.id))}
              >
                {t('remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {tops.length < most ? (
        <>
          <div className={styles.add}>
            <PersonPicker
              label={t('add')}
              value={undefined}
              onChange={(person) => person && add(person)}
              words={{ hint: t('hint'), none: t('none'), change: t('remove') }}
            />
          </div>
          <Suggested tops={tops} add={add} />
        </>
      ) : (
        <p className={styles.small}>{t('full', { most })}</p>
      )}
    </Panel>
  )
}

/** Where lines stop now; those with most people below first, since most hangs on them. */
function Suggested({ tops, add }: { tops: readonly Face[]; add(person: Face): void }) {
  const styles = useStyles()
  const t = useText(topsStrings)
  const { data } = useOrganization()
  const named = new Set(tops.map(({ id }) => id))
  const below = ({ detail }: { detail: Record<string, unknown> }) => Number(detail['peopleBelow'] ?? 0)
  const found = (data?.faults ?? [])
    .filter(({ kind, person }) => kind === 'missing-manager' && !named.has(person.id))
    .toSorted((one, other) => below(other) - below(one))
    .slice(0, mostSuggested)
  if (found.length === 0) return null
  return (
    <div className={styles.suggested}>
      <p className={styles.small}>{t('suggested')}</p>
      <ul className={styles.list} aria-label={t('suggested')}>
        {found.map((fault) => (
          <li key={fault.person.id} className={styles.row}>
            <PersonFace
              person={fault.person}
              size={32}
              note={[fault.person.jobTitle, t('below', { count: below(fault) })].filter(Boolean).join(' · ')}
            />
            <Button
              size="small"
              icon={<AddRegular />}
              aria-label={t('suggest', { person: fault.person.name })}
              onClick={() => add(fault.person)}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
