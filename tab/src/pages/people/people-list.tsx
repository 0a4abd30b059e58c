/** The list: rows in sight only, a choice of several, decisions that wait for their "Undo" to pass. */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useInvitations } from '../../api/enrolment/invitations.ts'
import { useMedia } from '../../ui/media.ts'
import { Panel } from '../../ui/panel.tsx'
import { Empty } from '../../ui/states.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { useWords } from '../../ui/words.ts'
import { Opened } from './opened.tsx'
import { PersonRow } from './person-row.tsx'
import type { Row } from './row.ts'
import { strings } from './strings.ts'
import { type Decision, type Decisions, decisions } from './use-decisions.ts'

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    insetBlockStart: tokens.spacingVerticalS,
    zIndex: 4,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
  },
  count: {
    marginInlineEnd: 'auto',
    paddingInline: tokens.spacingHorizontalS,
    fontWeight: tokens.fontWeightSemibold,
  },
  small: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

const narrow = '(max-width: 760px)'
/** Wide: a name of two lines above a title of two. */
const rowHeights = { wide: 88, narrow: 168 }

export interface PeopleListProps {
  people: Row[]
  /** The chosen one. */
  cohortId: string | undefined
  total: number
  more: (() => void) | undefined
  loadingMore: boolean
  clear: () => void
  /** Who fits the search and stands outside the filters, when nobody inside them does. */
  elsewhere: Row[]
  decided: Decisions
}

export function PeopleList({
  people,
  cohortId,
  total,
  more,
  loadingMore,
  clear,
  elsewhere,
  decided,
}: PeopleListProps) {
  const styles = useStyles()
  const t = useText(strings)
  const isNarrow = useMedia(narrow)
  const mayInvite = useInvitations(cohortId).data?.isOpen ?? false
  const [opened, setOpened] = useState<Row>()
  const { chosen, choose, clearChoice, decide, deciding } = decided
  const panel = <Opened row={opened} close={() => setOpened(undefined)} />
  if (people.length === 0) {
    return (
      <>
        <Panel>
          <Empty
            title={t('list.none')}
            body={<Elsewhere elsewhere={elsewhere} />}
            action={<Button onClick={clear}>{t(elsewhere.length > 0 ? 'list.look' : 'list.clear')}</Button>}
          />
        </Panel>
        {panel}
      </>
    )
  }
  return (
    <>
      {chosen.size > 0 && (
        <div className={styles.bar} role="toolbar" aria-label={t('chosen', { count: chosen.size })}>
          <span className={styles.count}>{t('chosen', { count: chosen.size })}</span>
          {decisions.map((decision) => (
            <Button
              key={decision}
              size="small"
              appearance={decision === 'approve' ? 'primary' : 'secondary'}
              onClick={() => decide([...chosen], decision)}
            >
              {t(`row.${decision}`)}
            </Button>
          ))}
          <Button size="small" appearance="subtle" onClick={clearChoice}>
            {t('chosen.clear')}
          </Button>
        </div>
      )}
      <p className={styles.small} role="status">
        {t('list.count', { count: total })}
      </p>
      <VirtualList
        label={t('list.label')}
        count={people.length}
        total={total}
        rowHeight={isNarrow ? rowHeights.narrow : rowHeights.wide}
        keyOf={(index) => people[index]?.person.id ?? String(index)}
        {...(more ? { onNearEnd: more } : {})}
        renderRow={(index) => {
          const row = people[index]
          const id = row?.participant?.id
          return (
            row && (
              <PersonRow
                row={row}
                {...(mayInvite && cohortId ? { inviteTo: cohortId } : {})}
                narrow={isNarrow}
                chosen={id !== undefined && chosen.has(id)}
                {...(id && deciding.has(id) ? { deciding: deciding.get(id) as Decision } : {})}
                choose={(on) => id && choose(id, on)}
                decide={(decision) => id && decide([id], decision)}
                open={() => setOpened(row)}
              />
            )
          )
        }}
      />
      {panel}
      {loadingMore && (
        <p className={styles.small} role="status">
          {t('list.more')}
        </p>
      )}
    </>
  )
}

/** A search that finds nobody here says whom it finds elsewhere, and where. */
function Elsewhere({ elsewhere }: { elsewhere: Row[] }) {
  const t = useText(strings)
  const words = useWords()
  const { list } = useFormat()
  if (elsewhere.length === 0) return t('list.none.body')
  return t('list.elsewhere', {
    people: list(
      elsewhere.map(({ person, participant }) =>
        t('list.one', {
          name: person.name,
          state: participant ? words.t(`participant.${participant.state}`) : t('row.not-enrolled'),
        }),
      ),
    ),
  })
}
