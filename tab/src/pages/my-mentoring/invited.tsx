/** Who invites, and as what; "not now" is one press. That it was seen is said once. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { useAnswerInvitation } from '../../api/enrolment/invitations.ts'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { invitedStrings } from './invited-strings.ts'
import type { Mine } from './mine.ts'

export default function Invited({
  invitation: { invitationId, by, forwardedBy, side, state, hasLooked },
}: {
  invitation: NonNullable<Mine['invitation']>
}) {
  const t = useText(invitedStrings)
  const words = useWords()
  const { list } = useFormat()
  const putForward = (names: string[]) =>
    `${names.length > 0 ? t('forwarded.by', { names: list(names) }) : t('forwarded')} ${t('forwarded.note')}`
  const toasts = useToasts()
  const { mutate: look } = useAnswerInvitation()
  const decline = useAnswerInvitation()
  const isTold = useRef(hasLooked)
  useEffect(() => {
    if (isTold.current) return
    isTold.current = true
    look({ invitationId, answer: 'look' })
  }, [invitationId, look])
  if (state === 'declined')
    return (
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>{t('declined')}</MessageBarBody>
      </MessageBar>
    )
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        {t(side, { name: by.name })} {forwardedBy && `${putForward(forwardedBy)} `}
        {t('note')}
      </MessageBarBody>
      <MessageBarActions>
        <Button
          disabledFocusable={decline.isPending}
          onClick={() =>
            decline.mutate(
              { invitationId, answer: 'not-now' },
              { onError: (fault) => toasts.say(words.whyNot(fault)) },
            )
          }
        >
          {t('notNow')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
