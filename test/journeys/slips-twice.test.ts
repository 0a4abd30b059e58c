/**
 * A date slips, is moved, and slips again for the other side: the cards speak of the date that stands, and neither time that
 * somebody refused comes back. Two enrolled people only, so that it is known who is paired with whom.
 */
import { beforeAll, expect } from '@jest/globals'
import { become, card, look, openApp, type Persona } from '../support/browser.ts'
import { ask, booked, peopleOfTwo, type ScheduledSession } from './company-of-two.ts'
import { journey, type Stage, setStage } from './stage.ts'

const stage = setStage(['--fresh', '--people', peopleOfTwo()])
let session: ScheduledSession
const refused: { startsAt: string; endsAt: string }[] = []

beforeAll(async () => {
  session = await booked(stage)
  refused.push({ startsAt: session.startsAt, endsAt: session.endsAt })
}, 60_000)

const slipping = () => card(stage.desk, 'Another time for session 1')

async function chatOf(persona: Persona): Promise<void> {
  await become(stage.desk, persona)
  await openApp(stage.desk, 'Teams', 'Chat')
}

const now = async (who: 'mentor' | 'mentee') =>
  (await ask(stage as Stage, who, 'myMentoring', {})).pairings[0]!.sessions.find(
    ({ number }) => number === 1,
  )!

const offersNothingRefused = (options: { startsAt: string; endsAt: string }[]) =>
  expect(
    options.filter((one) => refused.some((no) => one.startsAt < no.endsAt && no.startsAt < one.endsAt)),
  ).toEqual([])

journey(stage, 'who cannot come says so on the card, and the other chooses', async () => {
  const { desk } = stage
  await chatOf('Mentor')
  await card(desk, 'Meet your Mentee').getByRole('button', { name: 'I can’t make it' }).click()
  await slipping().getByRole('button', { name: 'None of these' }).waitFor()
  await look(desk, 'slips-1-asked')
  await chatOf('Mentee')
  await slipping().getByRole('button').first().waitFor()
  await slipping().getByRole('button').first().click()
  await card(desk, 'Session 1 has a new time').waitFor()
  await look(desk, 'slips-2-moved')
})

journey(
  stage,
  'the date that stands slips too: the cards name it, and no refused time is offered',
  async () => {
    const { desk } = stage
    let moved = await now('mentee')
    for (let tries = 0; tries < 60 && moved.repair?.state !== 'booked'; tries += 1) {
      await new Promise((done) => setTimeout(done, 500))
      moved = await now('mentee')
    }
    expect(moved.startsAt).not.toBe(session.startsAt)
    refused.push({ startsAt: moved.startsAt, endsAt: moved.endsAt })
    await ask(stage as Stage, 'mentee', 'offerRepair', { id: moved.id })
    await chatOf('Mentee')
    await slipping().getByRole('button', { name: 'None of these' }).waitFor()
    await look(desk, 'slips-3-again')
    const day = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
    })
    expect(await slipping().innerText()).toContain(`You can’t make ${day.format(new Date(moved.startsAt))}`)
    const { options } = (await now('mentee')).repair!
    expect(options.length).toBeGreaterThan(0)
    offersNothingRefused(options)
    refused.push(...options)
  },
)

journey(stage, '“None of these” brings others', async () => {
  const { desk } = stage
  await chatOf('Mentor')
  await slipping().getByRole('button', { name: 'None of these' }).click()
  const seen = refused.slice(2).map(({ startsAt }) => startsAt)
  const isAnew = (options: { startsAt: string }[]) =>
    options.length > 0 && !options.some(({ startsAt }) => seen.includes(startsAt))
  let options = (await now('mentor')).repair!.options
  for (let tries = 0; tries < 120 && !isAnew(options); tries += 1) {
    await new Promise((done) => setTimeout(done, 500))
    options = (await now('mentor')).repair!.options
  }
  expect(isAnew(options)).toBe(true)
  offersNothingRefused(options)
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    hour: '2-digit',
    minute: '2-digit',
  })
  await slipping()
    .getByRole('button', { name: time.format(new Date(options[0]!.startsAt)) })
    .first()
    .waitFor()
  await look(desk, 'slips-4-none-of-these')
  expect(desk.faults).toEqual([])
})
