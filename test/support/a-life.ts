/** Somebody with a bit of everything in the product, so that nothing of theirs can be forgotten; and their partner. */
import type { Everything } from '../security/everything.ts'

/** What they said, in words and figures that stand nowhere else. */
export const marks = { goal: 'To hear what the zephyrberry says', partnerGoal: 'To plant a quincewood' }

export interface Life {
  me: string
  partner: string
  ranked: string
  blocked: string
}

type World = Pick<Everything, 'product' | 'who' | 'inputs'>

/** Of the Mentee of the pair that `startEverything` has booked; for its `more`. */
export async function aLife({ product, who, inputs }: World): Promise<Life> {
  const { ports, company } = product
  const { store, clock } = ports
  const [me, partner] = [who.mentee, who.mentor]
  const cohortId = String(inputs.board['id'])
  const participant = (await store.participants.of(cohortId, me))!
  const other = (await store.participants.of(cohortId, partner))!
  await store.participants.save({ ...participant, goal: marks.goal })
  await store.participants.save({ ...other, goal: marks.partnerGoal })
  const [ranked, blocked] = company.enrolments
    .filter(({ side, personId }) => side === 'mentor' && !Object.values(who).includes(personId))
    .map(({ personId }) => personId)
  await store.rankings.replace(cohortId, me, [ranked!], clock.now())
  await store.rankings.replace(cohortId, partner, [me], clock.now())
  await store.participants.block(me, blocked!)
  await store.participants.block(who.employee, me)
  const event = String(inputs.speedEvent['id'])
  const [meeting] = (await store.speed.meetings(event)).filter(({ menteeId }) => menteeId === me)
  await store.speed.rate({
    eventId: event,
    fromId: me,
    toId: meeting!.mentorId,
    rating: 7,
    ratedAt: clock.now(),
  })
  await store.speed.rate({
    eventId: event,
    fromId: meeting!.mentorId,
    toId: me,
    rating: 3,
    ratedAt: clock.now(),
  })
  const pairing = (await store.pairings.ofPerson(me)).find(({ mentorId }) => mentorId === partner)!
  const [session] = await store.sessions.ofPairing(pairing.id)
  for (const [personId, worth] of [
    [me, 5],
    [partner, 2],
  ] as const)
    await store.checkIns.save({
      ...{
        sessionId: session!.id,
        personId,
        state: 'answered',
        askedAt: clock.now(),
        answeredAt: clock.now(),
      },
      answer: { held: true, worth, obstacle: personId === me ? 'nothing' : 'relationship' },
    })
  await store.vetoes.add({ cohortId, personId: me, pairingId: pairing.id, at: clock.now() })
  await store.requests.save({
    ...{ id: ports.chance.id(), cohortId, fromId: me, toId: ranked!, state: 'expired' },
    ...{ askedAt: clock.now(), expiresAt: clock.now() },
  })
  await store.reachable.firstToInstall(me, clock.now())
  await store.organization.confirmTops([me], who['organizer A'], clock.now())
  await store.concerns.raise({
    ...{ key: `mailbox-gone.${cohortId}.${me}`, cohortId, pairingId: pairing.id, kind: 'mailbox-gone' },
    ...{ detail: { personId: me }, raisedAt: clock.now() },
  })
  return { me, partner, ranked: ranked!, blocked: blocked! }
}
