import { invitationIn } from '../../../words/invitations.ts'
import type { InvitationNotice } from '../../../workflows/enrolment/invite.ts'
import {
  type CardMessage,
  cardMessage,
  type Element,
  fact,
  heading,
  note,
  open,
  press,
  type Reader,
  said,
} from '../card.ts'

/** To somebody who is asked to enroll: who asks, as what, and how much time it takes. */
export function invitationCard(notice: InvitationNotice, reader: Reader): CardMessage {
  const { state, why, invitationId, side, byName, programName, forwardedBy } = notice
  const word = invitationIn(reader.words.locale)
  const waits = state === 'open'
  const title = word(`${waits ? why : state}.title`)
  const here = reader.tabLink('my-mentoring')
  return cardMessage(
    reader,
    title,
    [
      heading(title),
      ...(waits
        ? [
            said(word(`${why}.asked`, { name: byName, program: programName })),
            ...(forwardedBy ? [said(putForward(forwardedBy, reader))] : []),
            note(word(`asked.${side}`)),
          ]
        : [note(word(state))]),
      ...(waits ? [...asks(notice, reader), note(word(`${why}.note`), { spacing: 'medium' })] : []),
    ],
    waits
      ? [
          open(word('look'), here),
          press(word('not-now'), 'answer-invitation', { invitationId, answer: 'not-now' }),
        ]
      : [open(reader.words.text('open-tab'), here)],
  )
}

/** To whoever wrote that they want to put somebody forward: where, or that it is too late. Nothing is said of anybody yet. */
export function nominateCard(openCohorts: readonly string[], reader: Reader): CardMessage {
  const word = invitationIn(reader.words.locale)
  const title = word('nominate.title')
  const isOpen = openCohorts.length > 0
  return cardMessage(
    reader,
    title,
    [
      heading(title),
      note(word(isOpen ? 'nominate.text' : 'nominate.closed'), { spacing: 'none' }),
      ...(isOpen ? fact(word('nominate.open'), reader.words.list([...openCohorts])) : []),
    ],
    isOpen ? [open(reader.words.text('open-tab'), reader.tabLink('my-mentoring'))] : [],
  )
}

function putForward(names: readonly string[], { words }: Reader): string {
  const word = invitationIn(words.locale)
  const who = names.length > 0 ? word('forwarded.by', { names: words.list([...names]) }) : word('forwarded')
  return `${who} ${word('forwarded.note')}`
}

function asks(
  { sessions, sessionMinutes, cadenceWeeks, startsOn, endsOn }: InvitationNotice,
  { words }: Reader,
): Element[] {
  const word = invitationIn(words.locale)
  const day = (on: string) => words.day(new Date(`${on}T12:00:00Z`), 'UTC')
  return [
    ...fact(word('sessions'), words.number(sessions)),
    ...fact(word('minutes'), words.number(sessionMinutes)),
    ...fact(word('weeks'), words.number(cadenceWeeks)),
    ...fact(word('dates'), words.list([day(startsOn), day(endsOn)])),
  ]
}
