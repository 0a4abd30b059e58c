/** One person: face, state, side and topics, load, and the decision if one is due. */
import { Button, Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { PersonFace } from '../../ui/person-face.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { touched } from '../../ui/touch-targets.ts'
import { useWords } from '../../ui/words.ts'
import { InviteOne } from './invite-one.tsx'
import { inviteStrings } from './invite-strings.ts'
import { openedStrings } from './opened-strings.ts'
import type { Row } from './row.ts'
import { strings } from './strings.ts'
import { type Decision, decisions } from './use-decisions.ts'

const useStyles = makeStyles({
  row: {
    boxSizing: 'border-box',
    display: 'grid',
    gridTemplateColumns: '32px minmax(190px, 3fr) minmax(110px, 2fr) 56px minmax(110px, auto)',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    height: 'calc(100% - 6px)',
    paddingInline: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  narrow: {
    gridTemplateColumns: '32px minmax(0, 1fr) auto',
    [touched]: { gridTemplateColumns: '44px minmax(0, 1fr) auto' },
    gridTemplateRows: 'auto auto auto',
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalS,
  },
  under: { gridColumn: '2 / -1' },
  face: { overflow: 'hidden' },
  open: {
    ...{ display: 'block', minWidth: 0, overflow: 'hidden', padding: 0, border: 'none', cursor: 'pointer' },
    ...{ backgroundColor: 'transparent', color: 'inherit', font: 'inherit', textAlign: 'start' },
    borderRadius: tokens.borderRadiusMedium,
    [touched]: { minHeight: '44px' },
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  about: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
  },
  words: { display: 'grid', minWidth: 0 },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  load: { display: 'grid', justifyItems: 'center', fontVariantNumeric: 'tabular-nums' },
  acts: { display: 'flex', flexWrap: 'nowrap', gap: tokens.spacingHorizontalXS, justifyContent: 'flex-end' },
  actsNarrow: { justifyContent: 'flex-start' },
  state: { fontSize: tokens.fontSizeBase200, textAlign: 'end', color: tokens.colorNeutralForeground2 },
  stateNarrow: { textAlign: 'start' },
  button: { minWidth: 'auto', whiteSpace: 'nowrap' },
})

export interface PersonRowProps {
  row: Row
  /** The Cohort to which people can be invited now. */
  inviteTo?: string
  narrow: boolean
  chosen: boolean
  /** What was just decided and is about to be sent. */
  deciding?: Decision
  choose: (on: boolean) => void
  decide: (decision: Decision) => void
  open: () => void
}

export function PersonRow({
  row: { person, participant, isInvited },
  inviteTo,
  narrow,
  chosen,
  deciding,
  choose,
  decide,
  open,
}: PersonRowProps) {
  const styles = useStyles()
  const t = useText(strings)
  const opened = useText(openedStrings)
  const invite = useText(inviteStrings)
  const { beside } = useFormat()
  const words = useWords()
  const [changing, setChanging] = useState(false)
  const work = [person.jobTitle, person.department].filter(Boolean).join(' · ')
  // A row is as high as any other: what has no room is cut at its end, and whole under the pointer.
  const about = work && (
    <span className={styles.about} title={work}>
      {work}
    </span>
  )
  const { state } = participant ?? {}
  const isOpen = state === 'applied' || state === 'waitlisted'
  const topics = participant && beside(...participant.topics.map(({ topic }) => words.topic(topic)))
  /** Whoever has a partner keeps the decision that brought them together until that pair has ended. */
  const mayChange = state === 'declined' || (state === 'approved' && participant?.load === 0)
  return (
    <div className={mergeClasses(styles.row, narrow && styles.narrow)}>
      {isOpen && !deciding ? (
        <Checkbox
          aria-label={t('row.choose', { name: person.name })}
          checked={chosen}
          onChange={(_, { checked }) => choose(checked === true)}
        />
      ) : (
        <span />
      )}
      {participant ? (
        <button
          type="button"
          className={styles.open}
          aria-label={opened('open', { name: person.name })}
          aria-haspopup="dialog"
          onClick={open}
        >
          <PersonFace className={styles.face} person={person} size={36} note={about} />
        </button>
      ) : (
        <PersonFace className={styles.face} person={person} size={36} note={about} />
      )}
      {participant && narrow && <Load participant={participant} />}
      {participant ? (
        <div className={mergeClasses(styles.words, narrow && styles.under)}>
          <span className={styles.line}>{words.t(`side.${participant.side}`)}</span>
          <span className={mergeClasses(styles.line, styles.quiet)} title={topics}>
            {topics}
          </span>
        </div>
      ) : (
        !narrow && <span />
      )}
      {participant && !narrow && <Load participant={participant} />}
      {!participant && !narrow && <span />}
      {participant && (isOpen || (changing && mayChange)) && !deciding ? (
        <div className={mergeClasses(styles.acts, narrow && styles.under, narrow && styles.actsNarrow)}>
          {decisions
            .filter((decision) => outcome[decision] !== participant.state)
            .map((decision) => (
              <Button
                key={decision}
                className={styles.button}
                size="small"
                appearance={decision === 'approve' ? 'primary' : 'subtle'}
                aria-label={t('row.act', { act: t(`row.${decision}`), name: person.name })}
                onClick={() => {
                  setChanging(false)
                  decide(decision)
                }}
              >
                {t(`row.${decision}`)}
              </Button>
            ))}
        </div>
      ) : (
        <span className={mergeClasses(styles.state, narrow && styles.under, narrow && styles.stateNarrow)}>
          {participant
            ? words.t(`participant.${deciding ? outcome[deciding] : participant.state}`)
            : isInvited
              ? invite('isInvited')
              : !inviteTo && t('row.not-enrolled')}
          {!participant && !isInvited && inviteTo && <InviteOne cohortId={inviteTo} person={person} />}
          {mayChange && !deciding && (
            <Button
              className={styles.button}
              size="small"
              appearance="subtle"
              aria-label={t('row.act', { act: t('row.change'), name: person.name })}
              onClick={() => setChanging(true)}
            >
              {t('row.change')}
            </Button>
          )}
        </span>
      )}
    </div>
  )
}

const outcome = { approve: 'approved', waitlist: 'waitlisted', decline: 'declined' } as const

function Load({ participant: { load, capacity } }: { participant: NonNullable<Row['participant']> }) {
  const styles = useStyles()
  const t = useText(strings)
  return (
    <span className={styles.load}>
      <span>{t('row.load', { load, capacity })}</span>
      <span className={styles.quiet}>{t('row.load.label')}</span>
    </span>
  )
}
