/** Beside somebody who has not enrolled: "Invite", and then as what. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useInvite } from '../../api/enrolment/invitations.ts'
import { useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { inviteStrings } from './invite-strings.ts'
import type { Row } from './row.ts'

const useStyles = makeStyles({
  acts: { display: 'flex', gap: tokens.spacingHorizontalXS, justifyContent: 'flex-end' },
  button: { minWidth: 'auto', whiteSpace: 'nowrap' },
})

export function InviteOne({ cohortId, person }: { cohortId: string; person: Row['person'] }) {
  const styles = useStyles()
  const t = useText(inviteStrings)
  const toasts = useToasts()
  const words = useWords()
  const invite = useInvite()
  const [asWhat, setAsWhat] = useState(false)
  const { id: personId, name } = person
  if (!asWhat)
    return (
      <Button
        className={styles.button}
        size="small"
        aria-label={t('inviteOne', { name })}
        onClick={() => setAsWhat(true)}
      >
        {t('invite')}
      </Button>
    )
  const press = (side: 'mentor' | 'mentee') =>
    invite.mutate(
      { id: cohortId, people: [{ personId, side }] },
      {
        onSuccess: ({ aside: [not] }) =>
          toasts.say(not ? t('saidNot', { name, why: t(`why.${not.why}`) }) : t(`said.${side}`, { name })),
        onError: (fault) => toasts.say(words.whyNot(fault)),
        onSettled: () => setAsWhat(false),
      },
    )
  return (
    <span className={styles.acts}>
      {(['mentor', 'mentee'] as const).map((side) => (
        <Button
          key={side}
          className={styles.button}
          size="small"
          disabledFocusable={invite.isPending}
          aria-label={t(`inviteAs.${side}`, { name })}
          onClick={() => press(side)}
        >
          {t(`as.${side}`)}
        </Button>
      ))}
    </span>
  )
}
