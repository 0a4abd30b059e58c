import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Ajv2019 } from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import { changePerson, removePerson } from '../../bot/demo/graph-server.ts'
import { openTenant, type Reply, type TestTenant } from '../demo/graph-harness.ts'

const file = new URL('../../../shared/reference/graph-openapi.json', import.meta.url).pathname
const whenPresent = existsSync(file) ? describe : describe.skip

interface Document {
  paths: Record<
    string,
    Record<
      string,
      {
        responses: Record<string, { $ref?: string; content?: Record<string, { schema: unknown }> }>
        requestBody?: { content: Record<string, { schema: unknown }> }
      }
    >
  >
  components: { responses: Record<string, { content: Record<string, { schema: unknown }> }> }
}

whenPresent('every answer of the Graph stand-in fits the published description', () => {
  let document: Document
  const ajv = new Ajv2019({ strict: false, allErrors: true })
  ;(addFormats as unknown as (target: Ajv2019) => void)(ajv)
  const checked = new Set<string>()
  const violations: string[] = []
  let tenant: TestTenant

  // Not before: the body of a group that is skipped runs too.
  beforeAll(async () => {
    document = JSON.parse(readFileSync(file, 'utf8')) as Document
    ajv.addSchema(document, 'graph')
    tenant = await openTenant()
  })
  afterAll(() => tenant.close())

  /** Finds the published path that an asked path stands for. */
  function template(method: string, path: string): string | undefined {
    const given = path.replace('https://graph.microsoft.com/v1.0', '').split('?')[0]!.split('/')
    const fits = (known: string) => {
      const parts = known.split('/')
      return (
        parts.length === given.length && parts.every((part, i) => part.startsWith('{') || part === given[i])
      )
    }
    const candidates = Object.keys(document.paths).filter(
      (known) => fits(known) && document.paths[known]![method.toLowerCase()],
    )
    return candidates.sort((a, b) => a.split('{').length - b.split('{').length)[0]
  }

  function judge(schema: unknown, pointer: string, value: unknown, where: string): void {
    const ref =
      schema && typeof schema === 'object' && '$ref' in schema
        ? `graph${(schema as { $ref: string }).$ref}`
        : `graph#${pointer}`
    const validate = ajv.getSchema(ref)
    if (!validate) {
      violations.push(`${where}: no schema at ${ref}`)
      return
    }
    if (!validate(value)) violations.push(`${where}: ${ajv.errorsText(validate.errors)}`)
  }

  function check(
    method: string,
    path: string,
    reply: { status: number; body: unknown },
    body?: unknown,
  ): void {
    const known = template(method, path)
    if (!known) {
      violations.push(`${method} ${path}: not published`)
      return
    }
    const operation = document.paths[known]![method.toLowerCase()]!
    checked.add(`${method} ${known}`)
    const escaped = known.replaceAll('~', '~0').replaceAll('/', '~1')
    const base = `/paths/${escaped}/${method.toLowerCase()}`
    const where = `${method} ${known} ${reply.status}`
    if (body !== undefined && operation.requestBody && reply.status < 300)
      judge(
        undefined,
        encodeURI(`${base}/requestBody/content/application~1json/schema`),
        body,
        `${where} request`,
      )
    const key = operation.responses[String(reply.status)]
      ? String(reply.status)
      : `${String(reply.status)[0]}XX`
    const response = operation.responses[key]
    if (!response) {
      violations.push(`${where}: status not published`)
      return
    }
    const content = response.$ref
      ? document.components.responses[response.$ref.split('/').pop()!]!.content
      : response.content
    if (!content) {
      if (reply.body !== undefined) violations.push(`${where}: content where none is published`)
      return
    }
    const [type, media] = Object.entries(content)[0]!
    if (type !== 'application/json') return
    const pointer = response.$ref
      ? `${response.$ref.slice(1)}/content/application~1json/schema`
      : encodeURI(`${base}/responses/${key}/content/application~1json/schema`)
    judge(media.schema, pointer, reply.body, where)
  }

  async function ask(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Reply> {
    const reply = await tenant.graph(method, path, body, headers)
    check(method, path, reply, body)
    return reply
  }

  it('covers directory, calendars, teams, installations, subscriptions and batches', async () => {
    const { state } = tenant
    const { mentor, mentee, newcomer } = state.company.personas
    const guest = state.company.people.find((person) => person.userType === 'Guest')!

    const me = await tenant.asPerson(mentor, 'GET', '/me')
    check('GET', '/me', me)
    await ask('GET', '/users?$top=5')
    await ask(
      'GET',
      '/users?$select=id,displayName,accountEnabled,userType,onPremisesExtensionAttributes,employeeHireDate,employeeOrgData&$expand=manager($levels=1;$select=id)',
    )
    await ask('GET', '/users?$top=1000')
    await ask('GET', "/users?$filter=startswith(displayName,'A')&$count=true", undefined, {
      consistencylevel: 'eventual',
    })
    await ask('GET', '/users/nobody')
    await ask('GET', `/users/${mentor}`)
    await ask('GET', `/users/${mentor}/manager`)
    await ask('GET', `/users/${state.company.people[0]!.id}/manager`)
    await ask('GET', `/users/${state.company.people[0]!.id}/directReports?$top=3`)

    let page = await ask(
      'GET',
      '/users/delta?$select=id,displayName,accountEnabled,userType,manager,employeeHireDate',
    )
    while (page.body['@odata.nextLink']) page = await ask('GET', page.body['@odata.nextLink'])
    changePerson(state, mentor, { jobTitle: 'Senior Social Media Specialist' })
    changePerson(state, mentee, { managerId: undefined })
    removePerson(state, guest.id)
    await ask('GET', page.body['@odata.deltaLink'])
    await ask('GET', '/users/delta?$deltatoken=bygone')

    await ask('GET', `/users/${mentor}/mailboxSettings`)
    await ask('GET', `/users/${mentee}/calendar`)
    await ask('GET', `/users/${mentee}/photo/$value`)
    await ask('GET', `/users/${mentee}/presence`)
    await ask('POST', '/communications/getPresencesByUserId', { ids: [mentor, mentee] })
    await ask('POST', `/users/${mentee}/sendMail`, {
      Message: { subject: 'Hello', toRecipients: [{ emailAddress: { address: 'a@b.example' } }] },
    })
    const mails = state.company.people.slice(0, 19).map((person) => person.mail)
    const asked = {
      schedules: [...mails, 'nobody@elsewhere.example'],
      startTime: { dateTime: '2026-11-02T00:00:00', timeZone: 'UTC' },
      endTime: { dateTime: '2026-12-24T00:00:00', timeZone: 'UTC' },
      availabilityViewInterval: 30,
    }
    await ask('POST', `/users/${mentee}/calendar/getSchedule`, asked, {
      prefer: 'outlook.timezone="W. Europe Standard Time"',
    })
    const custom = state.company.people.find((person) => person.mailboxTimeZone.startsWith('tzone'))!
    await ask('POST', `/users/${mentee}/calendar/getSchedule`, { ...asked, schedules: [custom.mail] })
    await ask('GET', `/users/${custom.id}/mailboxSettings`)

    const series = {
      subject: 'Reverse mentoring',
      body: { contentType: 'html', content: '<p>Agenda</p>' },
      start: { dateTime: '2026-11-10T10:00:00', timeZone: 'GMT Standard Time' },
      end: { dateTime: '2026-11-10T10:45:00', timeZone: 'GMT Standard Time' },
      recurrence: {
        pattern: { type: 'weekly', interval: 2, daysOfWeek: ['tuesday'], firstDayOfWeek: 'monday' },
        range: {
          type: 'numbered',
          startDate: '2026-11-10',
          numberOfOccurrences: 6,
          recurrenceTimeZone: 'GMT Standard Time',
        },
      },
      attendees: [
        { type: 'required', emailAddress: { address: state.company.byId.get(mentor)!.mail, name: 'Mentor' } },
      ],
      isOnlineMeeting: true,
      onlineMeetingProvider: 'teamsForBusiness',
      transactionId: 'pair-1-r1',
      singleValueExtendedProperties: [
        { id: 'String {8f0e3d5c-58d1-4f6a-9a3a-1f0a3c2b7d11} Name pairing', value: 'p1' },
      ],
    }
    const made = await ask('POST', `/users/${mentee}/events`, series)
    await ask('POST', `/users/${mentee}/events`, { ...series, subject: 'Other' })
    const event = `/users/${mentee}/events/${made.body.id}`
    await ask(
      'GET',
      `/users/${mentee}/events?$expand=singleValueExtendedProperties($filter=id eq 'String {8f0e3d5c-58d1-4f6a-9a3a-1f0a3c2b7d11} Name pairing')`,
    )
    const instances = await ask(
      'GET',
      `${event}/instances?startDateTime=2026-11-01T00:00:00Z&endDateTime=2027-03-01T00:00:00Z`,
    )
    const third = instances.body.value[2]
    await ask('PATCH', `/users/${mentee}/events/${third.id}`, {
      start: { dateTime: '2026-12-09T14:00:00', timeZone: 'GMT Standard Time' },
      end: { dateTime: '2026-12-09T14:45:00', timeZone: 'GMT Standard Time' },
    })
    await ask('GET', `/users/${mentee}/events/${third.id}`)
    await ask('POST', `/users/${mentee}/events/${instances.body.value[5].id}/cancel`, { Comment: 'No time' })
    await ask('GET', `${event}?$expand=exceptionOccurrences`)
    await ask('GET', `${event}?$select=cancelledOccurrences`)
    await ask(
      'GET',
      `/users/${mentee}/calendarView?startDateTime=2026-11-09T00:00:00Z&endDateTime=2026-12-20T00:00:00Z&$top=200`,
    )
    const view = await ask(
      'GET',
      `/users/${mentor}/calendarView/delta?startDateTime=2026-11-09T00:00:00Z&endDateTime=2026-11-20T00:00:00Z`,
    )
    expect(view.body.value.length).toBeGreaterThan(0)
    await ask('PATCH', event, { subject: 'Reverse mentoring, renamed' })
    const link = view.body['@odata.deltaLink'] ?? view.body['@odata.nextLink']
    await ask('GET', link)
    await ask('GET', `/users/${mentor}/calendarView`)
    await ask('DELETE', event)
    await ask('GET', event)
    await ask('POST', `/users/${guest.id}/events`, series)

    await ask('GET', `/users/${mentor}/joinedTeams`)
    const team = state.company.teams[0]!
    await ask('GET', `/teams/${team.id}`)
    await ask('GET', `/teams/${team.id}/channels`)
    const posted = await tenant.asPerson(
      mentor,
      'POST',
      `/teams/${team.id}/channels/${team.channels[0]!.id}/messages`,
      { body: { content: 'Hello' } },
    )
    check('POST', `/teams/${team.id}/channels/${team.channels[0]!.id}/messages`, posted)
    await ask('POST', `/teams/${team.id}/channels/${team.channels[0]!.id}/messages`, {
      body: { content: 'Hello' },
    })
    const catalog = await ask('GET', `/appCatalogs/teamsApps?$filter=externalId eq '${state.apps.bot.id}'`)
    const bind = {
      'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${catalog.body.value[0].id}`,
    }
    await ask('POST', `/users/${newcomer}/teamwork/installedApps`, bind)
    await ask('POST', `/users/${newcomer}/teamwork/installedApps`, bind)
    const installed = await ask(
      'GET',
      `/users/${newcomer}/teamwork/installedApps?$expand=teamsApp,teamsAppDefinition`,
    )
    const installation = `/users/${newcomer}/teamwork/installedApps/${installed.body.value[0].id}`
    await ask('GET', installation)
    await ask('GET', `${installation}/chat`)
    await ask('DELETE', installation)
    await ask('GET', '/organization')

    const hook = createServer((req, res) => {
      res.setHeader('content-type', 'text/plain')
      res.end(new URL(req.url!, 'http://hook').searchParams.get('validationToken') ?? '')
    })
    await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', () => resolve()))
    const notificationUrl = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/notify`
    const wish = {
      changeType: 'created,updated,deleted',
      notificationUrl,
      resource: `/users/${mentee}/events`,
      expirationDateTime: '2026-11-04T00:00:00Z',
      clientState: 'secret',
    }
    const subscription = await ask('POST', '/subscriptions', wish)
    await ask('POST', '/subscriptions', { ...wish, expirationDateTime: '2027-01-01T00:00:00Z' })
    await ask('GET', '/subscriptions')
    await ask('GET', `/subscriptions/${subscription.body.id}`)
    await ask('PATCH', `/subscriptions/${subscription.body.id}`, {
      expirationDateTime: '2026-11-04T12:00:00Z',
    })
    await ask('POST', `/subscriptions/${subscription.body.id}/reauthorize`)
    await ask('DELETE', `/subscriptions/${subscription.body.id}`)
    hook.close()

    await ask('POST', '/$batch', {
      requests: [
        { id: '1', method: 'GET', url: `/users/${mentor}/manager` },
        { id: '2', method: 'GET', url: '/nowhere' },
      ],
    })
    await ask('POST', '/$batch', { requests: [] })
    state.faults.push({ service: 'graph', kind: 'throttle', times: 1 })
    await ask('GET', `/users/${mentor}`)
    state.faults.push({ service: 'graph', kind: 'error-before', status: 503, times: 1 })
    await ask('GET', `/users/${mentor}`)

    expect(violations).toEqual([])
    expect(checked.size).toBeGreaterThanOrEqual(36)
  })

  it('would notice a wrong answer', () => {
    const before = violations.length
    check('GET', '/users', { status: 200, body: { value: [{ id: 7 }] } })
    check('GET', '/users/x/manager', { status: 404, body: { message: 'no error member' } })
    expect(violations.splice(before)).toHaveLength(2)
  })

  it('covers every published operation the product may use', () => {
    const left = Object.entries(document.paths).flatMap(([path, item]) =>
      ['get', 'post', 'patch', 'delete']
        .filter((method) => item[method])
        .map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(
      left.filter((operation) => !checked.has(operation) && !/groups|ActivityNotification/.test(operation)),
    ).toEqual([])
  })
})
