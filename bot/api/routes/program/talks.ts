/** "I would like someone to talk to": for whoever asks, and for the one contact they asked. */
import { may } from '../../../auth/access.ts'
import type { Out } from '../../../contract/index.ts'
import { type Person, signInNameOf } from '../../../domain/organization/person.ts'
import type { Talk } from '../../../domain/program/talk.ts'
import { isRefused, refuse } from '../../../domain/refusal.ts'
import { utcDate } from '../../../domain/span.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { contactsFor } from '../../../workflows/program/contacts.ts'
import { answerTalk, askForTalk, contactOf, takeTalkBack } from '../../../workflows/program/talks.ts'
import { type Asker, asks, type Handlers, ownThings } from '../../handler.ts'
import { faceFrom, faceOf, iso } from '../views.ts'
import { enrolledIn } from './enrolled-in.ts'

type Routes = Pick<Handlers, 'talk' | 'askForTalk' | 'takeTalkBack' | 'talksForMe' | 'answerTalk'>

export function talkRoutes(ports: Ports): Routes {
  const { store } = ports
  const whoeverTakesPart = async ({ personId }: Asker, { id }: { id: string }) => ({
    enrolledId: await enrolledIn(ports, id, personId),
  })
  const ofTalk = async (_: Asker, { id }: { id: string }) => {
    const talk = await store.talks.get(id)
    return { ownerId: talk?.askerId, contactId: talk && (await contactOf(ports, talk)) }
  }
  const done = (answer: Awaited<ReturnType<typeof takeTalkBack>>) =>
    isRefused(answer) ? answer : { ok: true as const }
  return {
    talk: asks('keep-own-talk', ownThings, async (asker, { id }) => {
      const cohort = await store.cohorts.get(id)
      const program = cohort && (await store.programs.get(cohort.programId))
      if (!program) return refuse('not-found')
      const mayAsk = may('ask-for-talk', asker, await whoeverTakesPart(asker, { id }))
      const contacts = mayAsk ? await contactsFor(ports, program, asker.personId) : undefined
      const last = (await store.talks.ofAsker(id, asker.personId)).at(-1)
      return {
        ...(contacts ? { contacts: contacts.map(faceOf) } : {}),
        mine: last ? await asAsked(ports, last) : null,
      }
    }),
    askForTalk: asks('ask-for-talk', whoeverTakesPart, async ({ personId }, { id, ...wanted }) => {
      const asked = await askForTalk(ports, id, personId, wanted)
      return isRefused(asked) ? asked : { id: asked.id }
    }),
    takeTalkBack: asks(
      'keep-own-talk',
      ofTalk,
      async ({ personId }, { id }) => done(await takeTalkBack(ports, id, personId)),
      'not-found',
    ),
    talksForMe: asks('find-own-talks', ownThings, async (asker) => {
      const held = await store.programRoles.ofPerson(asker.personId)
      return {
        isContact: held.some(({ role }) => role === 'independent-contact'),
        talks: await waitingFor(ports, asker),
      }
    }),
    answerTalk: asks(
      'answer-talk',
      ofTalk,
      async ({ personId }, { id }) => done(await answerTalk(ports, id, personId)),
      'not-found',
    ),
  }
}

async function asAsked(ports: Ports, talk: Talk): Promise<NonNullable<Out<'talk'>['mine']>> {
  const people = await ports.store.people.many([talk.contactId])
  const stands = (await contactOf(ports, talk)) !== undefined
  const { answeredAt } = talk
  return {
    ...shown(ports, talk),
    contact: toWrite(people.get(talk.contactId)) ?? faceFrom(people, talk.contactId),
    stands,
    ...(answeredAt ? { answeredAt: iso(answeredAt) } : {}),
  }
}

async function waitingFor(ports: Ports, asker: Asker): Promise<Out<'talksForMe'>['talks']> {
  const { store } = ports
  const waiting = (await store.talks.ofContact(asker.personId)).filter(({ answeredAt }) => !answeredAt)
  const people = await store.people.many(waiting.map(({ askerId }) => askerId))
  const found: Out<'talksForMe'>['talks'] = []
  for (const talk of waiting) {
    if (!may('answer-talk', asker, { contactId: await contactOf(ports, talk) })) continue
    const cohort = await store.cohorts.get(talk.cohortId)
    const program = cohort && (await store.programs.get(cohort.programId))
    if (!program) continue
    const person = toWrite(people.get(talk.askerId)) ?? faceFrom(people, talk.askerId)
    found.push({ ...shown(ports, talk), person, programName: program.name })
  }
  return found
}

const shown = ({ clock }: Ports, { id, line, askedAt, answerOn, answeredAt }: Talk) => ({
  ...{ id, askedAt: iso(askedAt), answerOn, ...(line ? { line } : {}) },
  isLate: !answeredAt && answerOn < utcDate(clock.now()),
})

function toWrite(person: Person | undefined) {
  const signInName = person && signInNameOf(person)
  return person && { ...faceOf(person), ...(signInName ? { signInName } : {}) }
}
