/** What people in Teams see when they add the app, write to it and press its buttons. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { consentedInTeams } from '../../bot/demo/manifest-consent.ts'
import { tellInstalled, writeInChannel } from '../../bot/demo/teams/acts.ts'
import { installFor, installInTeam, pressButton, sayToBot, submitCard } from '../../bot/demo/tenant.ts'
import type { CheckInAnswer } from '../../bot/domain/meeting/check-in.ts'
import { enrols, joinUrl, looksForAnotherTime, meets, pairUp } from '../support/messages-pairs.ts'
import { chatWith, fromChannelTo, postsIn } from '../support/messages-people.ts'
import {
  ANA,
  BEN,
  CLEO,
  databaseAway,
  GENERAL,
  knows,
  NEWS,
  NOW,
  type Stage,
  setStage,
  TEAM,
  wordsOn,
} from '../support/messages-stage.ts'

let stage: Stage
beforeAll(async () => {
  // Minutes pass between two requests, so that no limit of Teams makes anybody wait.
  let ms = 0
  stage = await setStage({
    tick: () => {
      ms += 60_000
      return ms
    },
  })
})
beforeEach(async () => {
  stage.clear()
  await stage.empty()
})
afterAll(() => stage.close())

const chat = (personId = ANA) => chatWith(stage, personId)
const last = (personId = ANA) => chat(personId).at(-1)!
const say = (text: string, personId = ANA) => sayToBot(stage.tenant, personId, text)

/** The directory says so, and Teams may say otherwise. */
const speaks = (preferredLanguage: string) =>
  knows(stage.ports.store, { id: ANA, displayName: 'Ana', isEligible: true, preferredLanguage })

/** The two have the second Session ahead. */
async function paired(): Promise<void> {
  await pairUp(stage)
  await meets(stage, {
    startsAt: new Date('2026-03-12T14:00:00Z'),
    endsAt: new Date('2026-03-12T14:50:00Z'),
  })
}

describe('whoever writes to the bot', () => {
  const asked = { name: 'deliver-notice', payload: { noticeKey: 'behind' } }
  async function missesCard(): Promise<void> {
    await installFor(stage.tenant, ANA)
    const { notices } = stage.ports.store
    await notices.intend('behind', ANA, { kind: 'pairing-off', partner: { id: BEN, name: 'Ben Berg' } })
    await notices.save({ ...(await notices.claim('behind', 1))!, state: 'unreachable', why: 'blocked' })
  }

  it('has not blocked it any more: what they missed goes out', async () => {
    await missesCard()
    await say('help')
    expect(stage.waiting).toEqual([asked])
    await say('help')
    expect(stage.waiting).toEqual([asked])
  })

  it('gets nothing by it as a stranger, or in a channel', async () => {
    await missesCard()
    await installInTeam(stage.tenant, TEAM)
    await writeInChannel(stage.tenant.channel, ANA, NEWS, 'help', 'bot')
    await knows(stage.ports.store, { id: ANA, displayName: 'Ana', isEligible: false })
    await say('help')
    expect(stage.waiting).toEqual([])
  })

  it('gets an answer although that cannot be looked for', async () => {
    await installFor(stage.tenant, ANA)
    stage.records.fault = databaseAway()
    await say('help')
    expect(last().card).toBeDefined()
    expect(stage.logged.map(({ message }) => message)).toContain(
      'What somebody missed could not be looked for',
    )
  })
})

describe('adding the app', () => {
  it('brings one welcome, although Teams tells of it twice', async () => {
    const { notices } = stage.ports.store
    await notices.intend('missed', ANA, { kind: 'pairing-off', partner: { id: BEN, name: 'Ben Berg' } })
    await notices.save({ ...(await notices.claim('missed', 1))!, state: 'unreachable', why: 'not-installed' })
    await installFor(stage.tenant, ANA)
    expect(chat()).toHaveLength(1)
    expect(last().summary).toBe('Good to meet you')
    expect(stage.waiting).toEqual([{ name: 'deliver-notice', payload: { noticeKey: 'missed' } }])
  })

  it('brings no second welcome when Teams repeats the install later', async () => {
    await installFor(stage.tenant, ANA)
    await tellInstalled(stage.tenant.channel, ANA, 'add')
    expect(chat()).toHaveLength(1)
  })

  it('brings one welcome on a day on which Teams delivers everything twice', async () => {
    stage.tenant.channel.deliverTwice = true
    await installFor(stage.tenant, ANA)
    expect(chat()).toHaveLength(1)
  })

  it('welcomes in the language of the person', async () => {
    await speaks('es-ES')
    await installFor(stage.tenant, ANA)
    expect(last().summary).toBe('Te damos la bienvenida')
  })

  it('to a team tells the team in one line, and greets nobody by themselves', async () => {
    await installInTeam(stage.tenant, TEAM)
    const posts = stage.tenant.state.conversations.get(GENERAL)!.messages
    expect(posts).toHaveLength(1)
    expect(chat(BEN)).toHaveLength(0)
    expect(stage.records.reachable.get(`team:${TEAM}`)).toMatchObject({ conversationId: GENERAL })
  })

  it('to a team that the activity does not name is remembered for the team that Teams then names', async () => {
    stage.tenant.channel.namesGroups = false
    await installInTeam(stage.tenant, TEAM)
    expect(stage.records.reachable.get(`team:${TEAM}`)).toMatchObject({ conversationId: GENERAL })
    expect(stage.tenant.state.conversations.get(GENERAL)!.messages).toHaveLength(1)
  })

  it('to a team of which Teams does not say which it is gets its word, and nothing is posted there later', async () => {
    stage.tenant.channel.namesGroups = false
    stage.tenant.state.faults.push({
      service: 'teams',
      path: /v3\/teams\//,
      kind: 'error-before',
      status: 500,
      times: 1,
    })
    await installInTeam(stage.tenant, TEAM)
    expect([...stage.records.reachable.keys()]).toEqual([])
    expect(stage.logged.map(({ message }) => message)).toContain(
      'Teams did not say which team this is; nothing is posted there',
    )
  })

  it('is remembered until it is taken away', async () => {
    await installFor(stage.tenant, ANA)
    expect(stage.records.reachable.get(ANA)?.serviceUrl).toBe(`${stage.tenant.url}/teams/service/`)
    await tellInstalled(stage.tenant.channel, ANA, 'remove')
    expect([...stage.records.reachable.keys()]).toEqual([])
  })
})

describe('writing to the bot', () => {
  beforeEach(() => installFor(stage.tenant, ANA))

  it.each(['hi', 'Hello!', 'help', 'hola', 'مرحبا'])('"%s" gets help', async (text) => {
    await say(text)
    expect(last().summary).toBe('What I can do')
  })

  it.each(['what on earth is this', '', '؟', '<script>alert(1)</script>', `${'x '.repeat(2_500)}`])(
    '"%s" is not understood, which is said, with what the bot can do',
    async (text) => {
      await enrols(stage, ANA)
      await say(text)
      expect(last().summary).toBe('I didn’t get that. Here’s what I can do')
      for (const what of ['next session', 'I can’t make it', 'pause', 'leave'])
        expect(wordsOn(last().card)).toContain(what)
    },
  )

  it.each([
    ['en', 'hello, when is my next session?', 'Your next session'],
    ['en', 'who is my mentor?', 'Ben Berg'],
    ['en', "sorry, I can't make it on Thursday", 'Is this the session you can’t make?'],
    ['en', 'I’m sick, could we reschedule', 'Is this the session you can’t make?'],
    ['en', 'please let me leave this', 'Leaving the program'],
    ['en', 'I need a break', 'Take a break'],
    ['es', 'Hola, ¿cuándo es mi próxima sesión?', 'Tu próxima sesión'],
    ['es', 'el jueves no puedo asistir', '¿Es esta la sesión a la que no puedes asistir?'],
    ['es', '¿quién es mi mentora?', 'Ben Berg'],
    ['es', 'quiero salir', 'Salir del programa'],
    ['ar', 'متى جلستي القادمة؟', 'جلستك القادمة'],
    ['ar', 'عذرًا، لا أستطيع الحضور يوم الخميس', 'هل هذه هي الجلسة التي لا تستطيع حضورها؟'],
    ['ar', 'أريد مغادرة البرنامج', 'مغادرة البرنامج'],
    ['ar', 'who is my mentor', 'Ben Berg'],
  ])('in %s: "%s" is understood by the words in it', async (locale, text, answer) => {
    await speaks(locale)
    await paired()
    await say(text)
    expect(`${last().summary} ${wordsOn(last().card)}`).toContain(answer)
  })

  it('"I can’t make it" moves nothing by itself: it shows which session, and the button that asks', async () => {
    await paired()
    await say('I can’t make it')
    expect(await stage.ports.store.repairs.ofPairing('p1')).toEqual([])
    expect(JSON.stringify(last().card)).toContain('"verb":"cannot-make-it","data":{"sessionId":"s2"')
  })

  it('thanks are answered in a word', async () => {
    await say('thank you!')
    expect(last().text).toBe('You’re welcome.')
  })

  it('is answered in the language of Teams where the directory names none that we speak', async () => {
    await speaks('de-DE')
    const person = stage.tenant.state.company.byId.get(ANA)!
    const before = person.preferredLanguage
    person.preferredLanguage = 'es-MX'
    await say('ayuda')
    person.preferredLanguage = before
    expect(last().summary).toBe('Qué puedo hacer')
  })

  it.each([
    ['en', 'Next session?', 'Your next session'],
    ['es', '¿próxima sesión?', 'Tu próxima sesión'],
    ['es', 'proxima sesion', 'Tu próxima sesión'],
    ['ar', 'الجلسة القادمة', 'جلستك القادمة'],
    ['ar', 'next session', 'جلستك القادمة'],
  ])('in %s: "%s"', async (locale, text, summary) => {
    await speaks(locale)
    await paired()
    await say(text)
    expect(last().summary).toContain(summary)
  })

  it('"next session" says when in the reader’s zone, with whom, and has the link', async () => {
    await paired()
    await say('next session')
    const words = wordsOn(last().card)
    expect(words).toContain('15:00')
    expect(words).toContain('Ben Berg')
    expect(JSON.stringify(last().card)).toContain(joinUrl)
  })

  it('"next session" with nothing ahead says so', async () => {
    await say('next session')
    expect(last().summary).toBe('No session ahead')
  })

  it.each([
    ['not-enrolled', 'You haven’t enrolled yet'],
    ['applied', 'with the Organizer'],
    ['approved', 'You’re in'],
    ['waitlisted', 'waiting list'],
    ['declined', 'no place for you this time'],
    ['left', 'You’ve left'],
    ['paired', 'Ben Berg'],
  ] as const)('"my mentoring" tells somebody %s where they stand', async (state, sentence) => {
    if (state === 'paired') await pairUp(stage)
    else if (state !== 'not-enrolled') await enrols(stage, ANA, { state })
    await say('my mentoring')
    expect(wordsOn(last().card)).toContain(sentence)
  })

  it('delivered twice is answered once', async () => {
    stage.tenant.channel.deliverTwice = true
    await say('help')
    expect(chat().filter(({ summary }) => summary === 'What I can do')).toHaveLength(1)
  })

  it('while the database is away is not taken, so that Teams sends it again', async () => {
    const before = chat().length
    stage.records.fault = databaseAway()
    expect((await say('my mentoring')).status).toBe(503)
    expect(chat()).toHaveLength(before)
    stage.records.fault = undefined
    await say('my mentoring')
    expect(chat()).toHaveLength(before + 1)
  })

  it('that something broken keeps from being answered brings an apology, not silence', async () => {
    stage.records.fault = new Error('broken')
    expect((await say('my mentoring')).status).toBe(200)
    expect(last().text).toContain('Something went wrong on our side')
    expect(stage.logged.map(({ message }) => message)).toContain('An answer could not be given')
  })

  it('in a channel gets a short answer without anything personal', async () => {
    await installInTeam(stage.tenant, TEAM)
    await paired()
    const answer = await fromChannelTo(stage, BEN, NEWS, 'my mentoring')
    expect(answer.text).toContain('personal questions in your own chat')
    expect(answer.card).toBeUndefined()
  })

  it('hears nothing of what people write to each other in a channel: the manifest asks for no such permission', async () => {
    await installInTeam(stage.tenant, TEAM)
    expect(await writeInChannel(stage.tenant.channel, BEN, NEWS, 'help', 'nobody')).toBeUndefined()
  })

  it.each([
    'help',
    'my mentoring',
    'who took my mug?',
    'the Mentoring bot, or <at>Mentoring</at> typed by hand',
  ])('to others in a channel gets no answer and leaves no trace, were it delivered: %s', async (text) => {
    await installInTeam(stage.tenant, TEAM)
    const asking = [{ name: 'ChannelMessage.Read.Group' }]
    const consented = consentedInTeams({ authorization: { permissions: { resourceSpecific: asking } } })
    for (const name of consented) stage.tenant.state.consentedInTeams.add(name)
    const posts = postsIn(stage, NEWS).length
    const [seen, reachable] = [stage.records.seen.size, new Map(stage.records.reachable)]
    const delivery = await writeInChannel(stage.tenant.channel, BEN, NEWS, text, 'nobody')
    stage.tenant.state.consentedInTeams.clear()
    expect(delivery?.status).toBe(200)
    expect(postsIn(stage, NEWS)).toHaveLength(posts)
    expect(stage.records.seen.size).toBe(seen)
    expect(stage.records.reachable).toEqual(reachable)
    expect(JSON.stringify(stage.logged)).not.toContain('mug')
  })
})

describe('another time for a Session', () => {
  beforeEach(async () => {
    await installFor(stage.tenant, ANA)
    await installFor(stage.tenant, BEN)
    await pairUp(stage)
    await meets(stage, {})
    await looksForAnotherTime(stage)
  })
  const chosen = async () => (await stage.ports.store.repairs.get('r1'))!.chosen
  const press = (verb: string, data: Record<string, unknown>, personId = ANA) =>
    pressButton(stage.tenant, personId, chat(personId)[0]!.id, verb, data)

  it('is asked for from the card of the Session, which names the date; a card without one asks which is meant', async () => {
    const { sessions, repairs } = stage.ports.store
    await looksForAnotherTime(stage, { state: 'expired' })
    const third = new Date(NOW.getTime() + 22 * 86_400_000)
    await meets(stage, {
      id: 's3',
      number: 3,
      startsAt: third,
      endsAt: new Date(third.getTime() + 3_000_000),
    })
    const asked = await press('cannot-make-it', { sessionId: 's3' })
    expect(asked).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.activity.message' })
    expect(String(asked.value)).toMatch(/session 3, \w+day/)
    const which = await press('cannot-make-it', { pairingId: 'p1' }, BEN)
    expect(wordsOn(which.value)).toContain('Which session do you mean?')
    expect((await sessions.get('s2'))!.declinedBy).toBeUndefined()
    const second = (await sessions.get('s2'))!
    const old = { sessionId: 's2', at: new Date(second.startsAt.getTime() - 3_600_000).toISOString() }
    expect(wordsOn((await press('cannot-make-it', old, BEN)).value)).toContain('has moved to another time')
    const meant = { sessionId: 's2', at: second.startsAt.toISOString(), isAnswer: true }
    expect(wordsOn((await press('cannot-make-it', meant, BEN)).value)).toMatch(
      /You can’t make session 2.*\w+day/s,
    )
    const said = (await sessions.ofPairing('p1')).map(({ id, declinedBy }) => [id, declinedBy])
    expect(Object.fromEntries(said)).toEqual({ s3: ANA, s2: BEN })
    for (const [sessionId, askedBy] of Object.entries({ s3: ANA, s2: BEN }))
      expect((await repairs.ofSession(sessionId)).at(-1)).toMatchObject({ askedBy, state: 'open' })
  })

  it('is chosen by one tap, which the card says in its place', async () => {
    const shown = await press('choose-repair', { repairId: 'r1', option: 1 })
    expect(wordsOn(shown.value)).toContain('I’m moving it in both calendars')
    expect(await chosen()).toBe(1)
  })

  it('chosen by the other a moment before shows what was chosen, not an error', async () => {
    await press('choose-repair', { repairId: 'r1', option: 0 })
    const late = await press('choose-repair', { repairId: 'r1', option: 2 }, BEN)
    expect(wordsOn(late.value)).toContain('I’m moving it in both calendars')
    expect(await chosen()).toBe(0)
  })

  it.each([
    ['an option nobody offered', { repairId: 'r1', option: 77 }],
    ['no option', { repairId: 'r1' }],
    ['no name of a search', { option: 0 }],
  ])('with %s chooses nothing', async (_name, data) => {
    expect((await press('choose-repair', data)).statusCode).toBe(200)
    expect(await chosen()).toBeUndefined()
  })

  it('is nobody else’s: a third person learns nothing and changes nothing', async () => {
    await pairUp(stage, CLEO)
    const answer = await press('choose-repair', { repairId: 'r1', option: 0 })
    expect(String(answer.value)).toContain('meant for someone else')
    expect(await chosen()).toBeUndefined()
  })

  it('is not needed after all when who asked can come', async () => {
    const kept = await press('withdraw-repair', { repairId: 'r1' })
    expect(wordsOn(kept.value)).toContain('takes place')
  })
})

describe('the check-in', () => {
  const hourMs = 3_600_000
  const at = (hours: number) => ({
    startsAt: new Date(NOW.getTime() + hours * hourMs),
    endsAt: new Date(NOW.getTime() + hours * hourMs + 3_000_000),
  })
  beforeEach(async () => {
    await installFor(stage.tenant, ANA)
    await installFor(stage.tenant, BEN)
    await pairUp(stage)
    await meets(stage, at(-1))
  })
  const press = (data: object, personId = ANA, verb = 'check-in') =>
    pressButton(stage.tenant, personId, chat(personId)[0]!.id, verb, data as Record<string, unknown>)
  const stored = async (): Promise<Record<string, CheckInAnswer | undefined>> =>
    Object.fromEntries(
      (await stage.ports.store.checkIns.of('s2')).map((one) => [`s2 ${one.personId}`, one.answer]),
    )

  it('answered in three taps is stored, and the card says thanks in its place', async () => {
    const outcome = await press({ sessionId: 's2', held: 'yes', worth: '4', obstacle: 'time' })
    expect(outcome).toMatchObject({ httpStatus: 200, statusCode: 200 })
    expect(wordsOn(outcome.value)).toContain('Thank you')
    expect(wordsOn(outcome.value)).toContain('4 of 5')
    expect(await stored()).toEqual({ [`s2 ${ANA}`]: { held: true, worth: 4, obstacle: 'time' } })
  })

  it('pressed twice leaves one answer, and both presses are answered alike', async () => {
    const answer = { sessionId: 's2', held: 'yes', worth: '5', obstacle: 'nothing' }
    const [first, second] = [await press(answer), await press(answer)]
    expect(second).toEqual(first)
    expect(Object.keys(await stored())).toHaveLength(1)
  })

  it('delivered twice at once leaves one answer', async () => {
    stage.tenant.channel.deliverTwice = true
    const outcome = await press({ sessionId: 's2', held: 'no', obstacle: 'time' })
    expect(outcome.statusCode).toBe(200)
    expect(await stored()).toEqual({ [`s2 ${ANA}`]: { held: false, obstacle: 'time' } })
  })

  it('that did not take place needs no rating, and keeps none', async () => {
    await press({ sessionId: 's2', held: 'no', worth: '5', obstacle: 'other' })
    expect(await stored()).toEqual({ [`s2 ${ANA}`]: { held: false, obstacle: 'other' } })
  })

  it('without a rating asks for it and keeps the first tap', async () => {
    const outcome = await press({ sessionId: 's2', held: 'yes', obstacle: 'time' })
    expect(wordsOn(outcome.value)).toContain('Please choose 1 to 5')
    expect(JSON.stringify(outcome.value)).toContain('"value":"yes"')
    expect(await stored()).toEqual({})
  })

  it.each(['0', '6', '4.5', 'many', ''])('takes "%s" for no rating', async (worth) => {
    await press({ sessionId: 's2', held: 'yes', worth, obstacle: 'time' })
    expect(await stored()).toEqual({})
  })

  it('of somebody else is refused, whatever the card says', async () => {
    await pairUp(stage, CLEO)
    const forged = { sessionId: 's2', held: 'yes', worth: '5', obstacle: 'nothing', personId: BEN }
    const outcome = await press(forged)
    expect(outcome).toMatchObject({ statusCode: 200, value: 'This is meant for someone else.' })
    expect(await stored()).toEqual({})
  })

  it('of somebody else does not even show itself again', async () => {
    await pairUp(stage, CLEO)
    const outcome = await press({ sessionId: 's2' }, ANA, 'change-check-in')
    expect(wordsOn(outcome.value)).toBe('')
    expect(outcome.value).toBe('This is meant for someone else.')
  })

  it('of a Session nobody knows gets the same answer, so that nothing can be guessed', async () => {
    const outcome = await press({ sessionId: 's9', held: 'no', obstacle: 'time' })
    expect(outcome.value).toBe('This is meant for someone else.')
  })

  it('before the Session is over says when to come back', async () => {
    await meets(stage, at(1))
    const outcome = await press({ sessionId: 's2', held: 'no', obstacle: 'time' })
    expect(outcome.value).toContain('isn’t over yet')
  })

  it('can be thought over: the answer comes back filled in', async () => {
    await press({ sessionId: 's2', held: 'yes', worth: '2', obstacle: 'topic' })
    const outcome = await press({ sessionId: 's2' }, ANA, 'change-check-in')
    expect(JSON.stringify(outcome.value)).toContain('"value":"yes"')
    expect(JSON.stringify(outcome.value)).toContain('"value":"2"')
  })

  it('from a client without Action.Execute is stored all the same, and the card is replaced', async () => {
    const [card] = chat()
    await submitCard(stage.tenant, ANA, card!.id, {
      verb: 'check-in',
      sessionId: 's2',
      held: 'yes',
      worth: '3',
      obstacle: 'nothing',
    })
    expect(await stored()).toEqual({ [`s2 ${ANA}`]: { held: true, worth: 3, obstacle: 'nothing' } })
    expect(chat()).toHaveLength(1)
    expect(wordsOn(chat()[0]!.card)).toContain('Thank you')
  })

  it('while the database is down says that nothing was changed', async () => {
    stage.records.fault = databaseAway()
    const outcome = await press({ sessionId: 's2', held: 'no', obstacle: 'time' })
    expect(outcome).toMatchObject({ httpStatus: 200, statusCode: 200 })
    expect(outcome.value).toContain('nothing was changed')
  })
})

describe('pausing', () => {
  beforeEach(async () => {
    await installFor(stage.tenant, ANA)
    await enrols(stage, ANA)
  })
  const paused = async () => (await stage.ports.store.participants.of('cohort', ANA))?.pausedUntil
  const pressUntil = (until: unknown) =>
    pressButton(stage.tenant, ANA, chat()[0]!.id, 'pause-until', { until })

  it('asks for a day first', async () => {
    await say('pause')
    expect(JSON.stringify(last().card)).toContain('"min":"2026-03-04"')
    expect(await paused()).toBeUndefined()
  })

  it('until a day is kept and said back', async () => {
    expect(wordsOn((await pressUntil('2026-04-01')).value)).toContain('1 April')
    expect(await paused()).toBe('2026-04-01')
  })

  it('leaves no form behind, whatever was wrong before: there stands what was set, with the way back', async () => {
    await pressUntil('2020-01-01')
    const { value } = await pressUntil('2026-04-01')
    expect(JSON.stringify(value)).not.toContain('Input.Date')
    expect(wordsOn(value)).not.toContain('Please choose')
    expect(JSON.stringify(value)).toContain('"verb":"resume","data":{"until":"2026-04-01"}')
    const shown = chat().find(({ id }) => id === chat()[0]!.id)!
    expect(JSON.stringify(shown.card)).not.toContain('Input.Date')
  })

  it('ends with one press, and a second one changes nothing', async () => {
    await pressUntil('2026-04-01')
    const back = () => pressButton(stage.tenant, ANA, chat()[0]!.id, 'resume', { until: '2026-04-01' })
    for (const { value } of [await back(), await back()]) expect(wordsOn(value)).toContain('Welcome back')
    expect(await stage.ports.store.participants.of('cohort', ANA)).toMatchObject({ state: 'approved' })
    expect(await paused()).toBeUndefined()
  })

  it('is not ended by the card of an earlier break', async () => {
    await pressUntil('2026-04-01')
    await pressUntil('2026-05-01')
    const { value } = await pressButton(stage.tenant, ANA, chat()[0]!.id, 'resume', { until: '2026-04-01' })
    expect(wordsOn(value)).toContain('1 May')
    expect(await paused()).toBe('2026-05-01')
  })

  it.each(['2026-03-03', '2020-01-01', 'tomorrow', '', undefined, { a: 1 }])(
    'until %p asks again and changes nothing',
    async (until) => {
      const outcome = await pressUntil(until)
      expect(wordsOn(outcome.value)).toContain('Please choose a day after today')
      expect(await paused()).toBeUndefined()
    },
  )

  it('somebody who does not take part hears why not', async () => {
    await stage.empty()
    expect((await pressUntil('2026-04-01')).value).toContain('people who are enrolled')
  })
})

describe('a button nobody knows any more', () => {
  it('brings help instead of an error', async () => {
    await installFor(stage.tenant, ANA)
    const outcome = await pressButton(stage.tenant, ANA, chat()[0]!.id, 'from-an-older-version', {})
    expect(outcome.statusCode).toBe(200)
    expect(wordsOn(outcome.value)).toContain('What I can do')
  })
})
