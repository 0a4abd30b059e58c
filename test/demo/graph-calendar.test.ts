import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Temporal } from 'temporal-polyfill'
import { allowsTeamsMeetings, memoryOf } from '../../bot/demo/graph/memory.ts'
import { occurrenceDates } from '../../bot/demo/graph/recurrence.ts'
import { enterMailbox } from '../../bot/demo/graph/throttle.ts'
import { declineOccurrence, moveOccurrence, respondToEvent } from '../../bot/demo/graph-server.ts'
import fc from '../support/properties.ts'
import { openTenant, type TestTenant } from './graph-harness.ts'

const TAG = 'String {8f0e3d5c-58d1-4f6a-9a3a-1f0a3c2b7d11} Name pairing'
const LONDON = 'GMT Standard Time'

describe('Outlook in the demo tenant', () => {
  let tenant: TestTenant
  let mentee: string
  let mentor: string
  beforeEach(async () => {
    tenant = await openTenant()
    mentee = tenant.state.company.personas.mentee
    mentor = tenant.state.company.personas.mentor
  })
  afterEach(() => tenant.close())

  const mail = (id: string) => tenant.state.company.byId.get(id)!.mail

  function series(more: Record<string, unknown> = {}) {
    return {
      subject: 'Reverse mentoring',
      body: { contentType: 'html', content: '<p>Agenda</p>' },
      start: { dateTime: '2027-03-02T10:00:00', timeZone: LONDON },
      end: { dateTime: '2027-03-02T10:45:00', timeZone: LONDON },
      recurrence: {
        pattern: { type: 'weekly', interval: 2, daysOfWeek: ['tuesday'], firstDayOfWeek: 'monday' },
        range: {
          type: 'numbered',
          startDate: '2027-03-02',
          numberOfOccurrences: 6,
          recurrenceTimeZone: LONDON,
        },
      },
      attendees: [{ type: 'required', emailAddress: { address: mail(mentor) } }],
      isOnlineMeeting: true,
      onlineMeetingProvider: 'teamsForBusiness',
      transactionId: 'pair-1:1',
      singleValueExtendedProperties: [{ id: TAG, value: 'P1' }],
      ...more,
    }
  }

  const book = async (more: Record<string, unknown> = {}) =>
    (await tenant.graph('POST', `/users/${mentee}/events`, series(more))).body
  const instances = async (person: string, id: string) =>
    (
      await tenant.graph(
        'GET',
        `/users/${person}/events/${id}/instances?startDateTime=2027-01-01&endDateTime=2027-12-01&$top=50`,
      )
    ).body.value
  const listed = async (person: string) =>
    (await tenant.graph('GET', `/users/${person}/events?$top=50`)).body.value
  const invitation = async () => (await listed(mentor))[0]

  it('keeps the wall time of a series across the clock change', async () => {
    const made = await book()
    const starts = (await instances(mentee, made.id)).map(
      (one: { start: { dateTime: string } }) => one.start.dateTime,
    )
    expect(starts).toEqual(
      [
        '2027-03-02T10',
        '2027-03-16T10',
        '2027-03-30T09',
        '2027-04-13T09',
        '2027-04-27T09',
        '2027-05-11T09',
      ].map((hour) => `${hour}:00:00.0000000`),
    )
  })

  it('answers in the zone that was preferred', async () => {
    const made = await book()
    const reply = await tenant.graph('GET', `/users/${mentee}/events/${made.id}`, undefined, {
      prefer: 'outlook.timezone="W. Europe Standard Time"',
    })
    expect(reply.body.start).toEqual({
      dateTime: '2027-03-02T11:00:00.0000000',
      timeZone: 'W. Europe Standard Time',
    })
    expect(reply.headers.get('preference-applied')).toContain('outlook.timezone')
  })

  it('puts the meeting into the attendee’s calendar, tentative until answered, without the organizer’s tag', async () => {
    await book()
    const copy = await invitation()
    expect(copy).toMatchObject({
      isOrganizer: false,
      showAs: 'tentative',
      responseStatus: { response: 'notResponded' },
    })
    const tagged = `?$filter=singleValueExtendedProperties/Any(ep: ep/id eq '${TAG}' and ep/value eq 'p1')&$expand=singleValueExtendedProperties($filter=id eq '${TAG}')`
    expect(
      (await tenant.graph('GET', `/users/${mentee}/events${tagged}`)).body.value[0]
        .singleValueExtendedProperties,
    ).toEqual([{ id: TAG, value: 'P1' }])
    expect((await tenant.graph('GET', `/users/${mentor}/events${tagged}`)).body.value).toEqual([])
    expect((await listed(mentee))[0]).not.toHaveProperty('singleValueExtendedProperties')
  })

  it('never makes a second event from one transaction id', async () => {
    const first = await tenant.graph('POST', `/users/${mentee}/events`, series())
    const again = await tenant.graph('POST', `/users/${mentee}/events`, series())
    expect([again.status, again.body.id]).toEqual([201, first.body.id])
    const other = await tenant.graph('POST', `/users/${mentee}/events`, series({ subject: 'Changed' }))
    expect([other.status, other.body.error.code, other.body.error['@event.existingEventId']]).toEqual([
      400,
      'ErrorDuplicateTransactionId',
      first.body.id,
    ])
    expect(await listed(mentee)).toHaveLength(1)
    expect(await listed(mentor)).toHaveLength(1)
  })

  it('has written although the answer was lost, and a repeat finds it', async () => {
    tenant.state.faults.push(
      { service: 'graph', kind: 'error-after', path: /POST .*\/events$/, status: 504, times: 1 },
      { service: 'graph', kind: 'drop-after', path: /POST .*\/events$/, times: 1 },
    )
    expect((await tenant.graph('POST', `/users/${mentee}/events`, series())).status).toBe(504)
    await expect(tenant.graph('POST', `/users/${mentee}/events`, series())).rejects.toThrow()
    expect((await tenant.graph('POST', `/users/${mentee}/events`, series())).status).toBe(201)
    expect(await listed(mentee)).toHaveLength(1)
  })

  it('gives a Teams link, and none where the mailbox does not allow Teams', async () => {
    expect((await book()).onlineMeeting.joinUrl).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/meetup-join\//)
    const without = tenant.state.company.people.find(
      (person) => person.userType === 'Member' && !allowsTeamsMeetings(tenant.state, person),
    )!
    const reply = await tenant.graph('POST', `/users/${without.id}/events`, series())
    expect([
      reply.status,
      reply.body.isOnlineMeeting,
      reply.body.onlineMeetingProvider,
      reply.body.onlineMeeting,
    ]).toEqual([201, false, 'unknown', null])
  })

  it('loses the meeting when a new text drops its block', async () => {
    const made = await book()
    const kept = await tenant.graph('PATCH', `/users/${mentee}/events/${made.id}`, {
      body: { contentType: 'html', content: `New. ${made.body.content}` },
    })
    expect(kept.body.onlineMeeting).not.toBeNull()
    const lost = await tenant.graph('PATCH', `/users/${mentee}/events/${made.id}`, {
      body: { contentType: 'html', content: 'Only text' },
    })
    expect(lost.body.onlineMeeting).toBeNull()
  })

  it('moves one occurrence for both, but not past its neighbours', async () => {
    const made = await book()
    const second = (await instances(mentee, made.id))[1]
    const to = (date: string) => ({
      start: { dateTime: `${date}T15:00:00`, timeZone: LONDON },
      end: { dateTime: `${date}T15:45:00`, timeZone: LONDON },
    })
    expect(
      (await tenant.graph('PATCH', `/users/${mentee}/events/${second.id}`, to('2027-03-30'))).body.error.code,
    ).toBe('ErrorOccurrenceCrossingBoundary')
    expect(
      (await tenant.graph('PATCH', `/users/${mentee}/events/${second.id}`, to('2027-03-18'))).body,
    ).toMatchObject({ type: 'exception', id: second.id })
    const theirs = await instances(mentor, (await invitation()).id)
    expect(theirs[1]).toMatchObject({ type: 'exception', start: { dateTime: '2027-03-18T15:00:00.0000000' } })
    const master = await tenant.graph(
      'GET',
      `/users/${mentee}/events/${made.id}?$expand=exceptionOccurrences`,
    )
    expect(master.body.exceptionOccurrences.map((one: { id: string }) => one.id)).toEqual([second.id])
    moveOccurrence(tenant.state, mentee, made.id, '2027-04-13', {
      dateTime: '2027-04-14T08:00:00',
      timeZone: LONDON,
    })
    expect((await instances(mentee, made.id))[3].start.dateTime).toBe('2027-04-14T07:00:00.0000000')
  })

  it('tells the organizer who accepted and who declined one occurrence', async () => {
    const made = await book()
    const copy = await invitation()
    respondToEvent(tenant.state, mentor, copy.id, 'accepted')
    expect(await invitation()).toMatchObject({ showAs: 'busy', responseStatus: { response: 'accepted' } })
    declineOccurrence(tenant.state, mentor, copy.id, '2027-03-16')
    const ours = await instances(mentee, made.id)
    expect(
      ours.map((one: { attendees: { status: { response: string } }[] }) => one.attendees[0]!.status.response),
    ).toEqual(['accepted', 'declined', 'accepted', 'accepted', 'accepted', 'accepted'])
    expect(await instances(mentor, copy.id)).toHaveLength(5)
    respondToEvent(tenant.state, mentor, copy.id, 'declined')
    expect(await listed(mentor)).toEqual([])
    expect((await listed(mentee))[0].attendees[0].status.response).toBe('declined')
  })

  it('asks again when the series moves, and invites who was added', async () => {
    const made = await book()
    respondToEvent(tenant.state, mentor, (await invitation()).id, 'accepted')
    const { newcomer } = tenant.state.company.personas
    const attendees = [...series().attendees, { type: 'optional', emailAddress: { address: mail(newcomer) } }]
    await tenant.graph('PATCH', `/users/${mentee}/events/${made.id}`, { attendees })
    expect((await invitation()).responseStatus.response).toBe('accepted')
    expect(await listed(newcomer)).toHaveLength(1)
    await tenant.graph('PATCH', `/users/${mentee}/events/${made.id}`, {
      start: { dateTime: '2027-03-02T11:00:00', timeZone: LONDON },
      end: { dateTime: '2027-03-02T11:45:00', timeZone: LONDON },
    })
    expect((await invitation()).responseStatus.response).toBe('notResponded')
  })

  it('cancels one occurrence or everything, for the organizer alone', async () => {
    const made = await book()
    const third = (await instances(mentee, made.id))[2]
    expect(
      (await tenant.graph('POST', `/users/${mentor}/events/${(await invitation()).id}/cancel`, {})).status,
    ).toBe(400)
    expect((await tenant.graph('POST', `/users/${mentee}/events/${third.id}/cancel`, {})).status).toBe(202)
    expect(await instances(mentor, (await invitation()).id)).toHaveLength(5)
    expect(
      (await tenant.graph('GET', `/users/${mentee}/events/${made.id}?$select=cancelledOccurrences`)).body
        .cancelledOccurrences,
    ).toEqual([third.id])
    expect(
      (await tenant.graph('POST', `/users/${mentee}/events/${made.id}/cancel`, { comment: 'Over' })).status,
    ).toBe(202)
    expect([await listed(mentee), await listed(mentor)]).toEqual([[], []])
    expect((await tenant.graph('GET', `/users/${mentee}/events/${made.id}`)).body.error.code).toBe(
      'ErrorItemNotFound',
    )
  })

  it('honours immutable ids and If-Match', async () => {
    const prefer = { prefer: 'IdType="ImmutableId"' }
    const made = (await tenant.graph('POST', `/users/${mentee}/events`, series(), prefer)).body
    expect(made.id).not.toBe((await listed(mentee))[0].id)
    const path = `/users/${mentee}/events/${made.id}`
    expect(
      (await tenant.graph('PATCH', path, { subject: 'A' }, { ...prefer, 'if-match': made['@odata.etag'] }))
        .body.id,
    ).toBe(made.id)
    expect(
      (await tenant.graph('PATCH', path, { subject: 'B' }, { 'if-match': made['@odata.etag'] })).status,
    ).toBe(412)
  })

  it.each([
    [
      'a zone nobody knows',
      { start: { dateTime: '2027-03-02T10:00:00', timeZone: 'Mars/Olympus' } },
      'TimeZoneNotSupportedException',
    ],
    [
      'an end before the start',
      { end: { dateTime: '2027-03-02T09:00:00', timeZone: LONDON } },
      'ErrorCalendarEndDateIsEarlierThanStartDate',
    ],
    [
      'a range that begins on another day',
      {
        recurrence: {
          pattern: { type: 'daily', interval: 1 },
          range: { type: 'noEnd', startDate: '2027-03-03' },
        },
      },
      'ErrorPropertyValidationFailure',
    ],
    [
      'a property of another pattern type',
      {
        recurrence: {
          pattern: { type: 'daily', interval: 1, dayOfMonth: 3 },
          range: { type: 'noEnd', startDate: '2027-03-02' },
        },
      },
      'ErrorPropertyValidationFailure',
    ],
    ['a misspelt property', { showsAs: 'busy' }, 'RequestBodyRead'],
  ])('refuses %s', async (_, change, code) => {
    const reply = await tenant.graph('POST', `/users/${mentee}/events`, series(change))
    expect([reply.status, reply.body.error.code]).toEqual([400, code])
    expect(await listed(mentee)).toEqual([])
  })

  it('shows free/busy with the working hours, unknown addresses inside the answer', async () => {
    const ask = {
      schedules: [mail(mentee), 'nobody@x.example'],
      startTime: { dateTime: '2027-03-01T00:00:00', timeZone: LONDON },
      endTime: { dateTime: '2027-03-06T00:00:00', timeZone: LONDON },
      availabilityViewInterval: 15,
    }
    const read = async () =>
      (await tenant.graph('POST', `/users/${mentee}/calendar/getSchedule`, ask)).body.value
    const [before] = await read()
    await book({ showAs: 'oof', attendees: [] })
    const [after, unknown] = await read()
    expect(after.availabilityView).toHaveLength(5 * 96)
    const ten = 96 + 40
    expect(after.availabilityView.slice(ten, ten + 3)).toBe('333')
    expect(after.availabilityView.slice(0, ten)).toBe(before.availabilityView.slice(0, ten))
    expect(after.scheduleItems.length).toBe(before.scheduleItems.length + 1)
    expect(after.workingHours.timeZone.name).toBe(tenant.state.company.byId.get(mentee)!.mailboxTimeZone)
    expect(unknown.error.responseCode).toBe('ErrorMailRecipientNotFound')
  })

  it('takes 20 addresses and less than 62 days', async () => {
    const ask = (schedules: string[], end: string) =>
      tenant.graph('POST', `/users/${mentee}/calendar/getSchedule`, {
        schedules,
        startTime: { dateTime: '2026-11-02T00:00:00', timeZone: 'UTC' },
        endTime: { dateTime: end, timeZone: 'UTC' },
      })
    expect((await ask(Array(21).fill(mail(mentee)), '2026-11-03T00:00:00')).body.error.code).toBe(
      'ErrorMailboxDataArrayTooBig',
    )
    expect((await ask([mail(mentee)], '2027-01-03T00:00:00')).body.error.code).toBe('ErrorTimeIntervalTooBig')
    expect((await ask([mail(mentee)], '2027-01-02T00:00:00')).status).toBe(200)
  })

  it('serves four requests of a mailbox at once, turns the fifth away, and never fails a batch for it', async () => {
    const memory = memoryOf(tenant.state)
    const caller = { appId: tenant.state.apps.tab.id, roles: new Set<string>(), scopes: new Set<string>() }
    const leave = [1, 2, 3, 4].map(() => enterMailbox(memory, caller, mentee))
    const fifth = await tenant.graph('GET', `/users/${mentee}/calendar`)
    expect([fifth.status, fifth.headers.get('retry-after')]).toEqual([429, '1'])
    expect(fifth.body.error).toMatchObject({
      code: 'ApplicationThrottled',
      message: expect.stringContaining('MailboxConcurrency'),
    })
    expect((await tenant.graph('GET', `/users/${mentor}/calendar`)).status).toBe(200)
    for (const one of leave) one()
    expect((await tenant.graph('GET', `/users/${mentee}/calendar`)).status).toBe(200)
    const batch = await tenant.graph('POST', '/$batch', {
      requests: Array.from({ length: 20 }, (_, n) => ({
        id: String(n),
        method: 'GET',
        url: `/users/${mentee}/calendar`,
      })),
    })
    expect(batch.body.responses.every((one: { status: number }) => one.status === 200)).toBe(true)
  })

  it('keeps a person’s token to their own calendar', async () => {
    expect((await tenant.asPerson(mentor, 'GET', '/me/calendar')).status).toBe(200)
    expect((await tenant.asPerson(mentor, 'GET', `/users/${mentee}/calendar`)).body.error.code).toBe(
      'ErrorAccessDenied',
    )
  })

  it('notifies a subscriber who proved the address', async () => {
    const told: { changeType: string; clientState: string }[] = []
    let heard = () => {}
    const hook = createServer((req, res) => {
      const token = new URL(req.url!, 'http://hook').searchParams.get('validationToken')
      let text = ''
      req.on('data', (chunk) => {
        text += chunk
      })
      req.on('end', () => {
        if (!token) told.push(...JSON.parse(text).value)
        res.setHeader('content-type', 'text/plain')
        res.end(token ?? '')
        if (!token) heard()
      })
    })
    await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', () => resolve()))
    const notificationUrl = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/hook`
    const wish = {
      changeType: 'created',
      notificationUrl,
      resource: `/users/${mentee}/events`,
      expirationDateTime: '2026-11-04T00:00:00Z',
      clientState: 's3',
    }
    expect((await tenant.graph('POST', '/subscriptions', wish)).status).toBe(201)
    expect(
      (await tenant.graph('POST', '/subscriptions', { ...wish, notificationUrl: 'http://127.0.0.1:1/' })).body
        .error.code,
    ).toBe('ValidationError')
    const notified = new Promise<void>((resolve) => {
      heard = resolve
    })
    await book()
    await notified
    hook.close()
    hook.closeAllConnections()
    expect(told).toMatchObject([{ changeType: 'created', clientState: 's3' }])
  })

  it('expands weekly series as a plain count of weeks would', () => {
    const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 30 }),
        (offset, interval, count) => {
          const start = Temporal.PlainDate.from('2025-01-01').add({ days: offset })
          const pattern = {
            type: 'weekly',
            interval,
            daysOfWeek: [days[start.dayOfWeek - 1]!],
            firstDayOfWeek: 'monday',
          }
          const dates = occurrenceDates(
            { pattern, range: { type: 'numbered', startDate: start.toString(), numberOfOccurrences: count } },
            '2099-01-01',
          )
          expect(dates).toEqual(
            Array.from({ length: count }, (_, n) => start.add({ weeks: n * interval }).toString()),
          )
        },
      ),
    )
  })

  it('reads channel posts where the app is installed, the newest first, cards as JSON', async () => {
    const team = tenant.state.company.teams[0]!
    const channel = team.channels[1]!
    const messages = [1, 2, 3].map((n) => ({
      id: String(n),
      conversationId: channel.id,
      from: 'bot',
      at: `2026-11-0${n}T08:00:00Z`,
      activity: {
        text: `Post ${n}`,
        attachments: [
          { contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard', n } },
        ],
      },
      edited: false,
      deleted: false,
      rootId: String(n),
    }))
    tenant.state.conversations.set(channel.id, {
      id: channel.id,
      kind: 'channel',
      teamId: team.id,
      channelId: channel.id,
      messages,
    })
    const path = `/teams/${team.id}/channels/${encodeURIComponent(channel.id)}/messages?$top=2`
    expect((await tenant.graph('GET', path)).status).toBe(403)
    tenant.state.installedInTeams.add(team.id)
    // Our manifest does not ask for it: a team's conversations are nobody's business.
    expect((await tenant.graph('GET', path)).status).toBe(403)
    tenant.state.consentedInTeams.add('ChannelMessage.Read.Group')
    const page = await tenant.graph('GET', path)
    expect(page.body.value.map((one: { id: string }) => one.id)).toEqual(['3', '2'])
    expect(JSON.parse(page.body.value[0].attachments[0].content)).toEqual({ type: 'AdaptiveCard', n: 3 })
    expect(
      (await tenant.graph('GET', page.body['@odata.nextLink'])).body.value.map(
        (one: { id: string }) => one.id,
      ),
    ).toEqual(['1'])
  })
})
