/** Whom colleagues put forward: each once, with everybody who spoke for them. Inviting is one press; setting aside tells nobody. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { Out } from '../../../../bot/contract/index.ts'
import { useNominations, useSetNominationAside } from '../../api/enrolment/nominations.ts'
import { Panel } from '../../ui/panel.tsx'
import { PersonFace } from '../../ui/person-face.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { InviteOne } from './invite-one.tsx'
import { nominationStrings } from './nomination-strings.ts'

type Nomination = Out<'nominations'>['nominations'][number]

const useStyles = makeStyles({
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { display: 'grid', gap: tokens.spacingVerticalL, margin: 0, padding: 0, listStyleType: 'none' },
  one: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS },
  voices: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalM,
    listStyleType: 'none',
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke2,
  },
  line: { margin: 0, overflowWrap: 'anywhere' },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  summary: { cursor: 'pointer', paddingBlock: tokens.spacingVerticalXS },
})

export function Nominations({ cohortId }: { cohortId: string }) {
  const styles = useStyles()
  const t = useText(nominationStrings)
  const { data, isError } = useNominations(cohortId)
  if (!data) return isError ? <p className={styles.note}>{t('failed')}</p> : null
  const { nominations, total, waiting, isOpen } = data
  const open = nominations.filter(({ state }) => state === 'waiting')
  const settled = nominations.filter(({ state }) => state !== 'waiting')
  const list = (some: Nomination[]) => (
    <ul className={styles.list}>
      {some.map((one) => (
        <NominationOf key={one.person.id} nomination={one} cohortId={cohortId} isOpen={isOpen} />
      ))}
    </ul>
  )
  return (
    <Panel title={waiting > 0 ? t('title.waiting', { count: waiting }) : t('title')}>
      <p className={styles.note}>{t(total === 0 ? 'none' : waiting === 0 ? 'none-waiting' : 'note')}</p>
      {open.length > 0 && list(open)}
      {settled.length > 0 && (
        <details>
          <summary className={styles.summary}>{t('settled', { count: settled.length })}</summary>
          {list(settled)}
        </details>
      )}
      {total > nominations.length && (
        <p className={styles.note}>{t('more', { count: total - nominations.length })}</p>
      )}
    </Panel>
  )
}

function NominationOf({
  nomination: { person, side, state, voices },
  cohortId,
  isOpen,
}: {
  nomination: Nomination
  cohortId: string
  isOpen: boolean
}) {
  const styles = useStyles()
  const t = useText(nominationStrings)
  const format = useFormat()
  const toasts = useToasts()
  const words = useWords()
  const aside = useSetNominationAside()
  const { id: personId, name } = person
  const mayInvite = isOpen && (state === 'waiting' || state === 'set-aside')
  return (
    <li className={styles.one}>
      <PersonFace person={person} size={32} />
      <p className={styles.note}>
        {t(`as.${side}`)} · {t(`state.${state}`)}
      </p>
      <ul className={styles.voices}>
        {voices.map(({ by, line, side: asWhat, isNamed, saidAt }) => (
          <li key={by.id}>
            <p className={styles.line} dir="auto">
              {line}
            </p>
            <p className={styles.note}>
              {[
                by.name,
                format.day(saidAt),
                ...(asWhat === side ? [] : [t(`as.${asWhat}`)]),
                ...(isNamed ? [] : [t('unnamed')]),
              ].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      {(mayInvite || state === 'waiting') && (
        <div className={styles.acts}>
          {mayInvite && <InviteOne cohortId={cohortId} person={person} />}
          {state === 'waiting' && (
            <Button
              size="small"
              disabledFocusable={aside.isPending}
              aria-label={t('aside.of', { name })}
              onClick={() =>
                aside.mutate(
                  { id: cohortId, personId },
                  {
                    onSuccess: () => toasts.say(t('aside.done', { name })),
                    onError: (fault) => toasts.say(words.whyNot(fault)),
                  },
                )
              }
            >
              {t('aside')}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}
