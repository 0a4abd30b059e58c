import { afterEach, describe, expect, it } from '@jest/globals'
import { availabilityOf } from '../../bot/graph/free-busy.ts'
import { type Asked, type LocalGraph, type Reply, refusal, startLocalGraph } from './local-graph.ts'
import { startStandIn } from './stand-in.ts'

let local: LocalGraph | undefined
afterEach(async () => {
  await local?.close()
  local = undefined
})

const from = new Date('2026-11-30T00:00:00Z')
const to = new Date('2027-01-10T00:00:00Z')
const people = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `p${i}`, mail: `P${i}@example.com` }))

interface Question {
  schedules: string[]
  startTime: { dateTime: string }
  endTime: { dateTime: string }
}
const question = (asked: Asked) => asked.body as Question
const free = (mail: string, more: object = {}) => ({
  scheduleId: mail.toLowerCase(),
  availabilityView: '',
  scheduleItems: [],
  ...more,
})
const item = (status: string, start: string, end: string) => ({
  status,
  start: { dateTime: start, timeZone: 'UTC' },
  end: { dateTime: end, timeZone: 'UTC' },
})

async function ask(answer: (asked: Asked, nth: number) => Reply, who = people(1), until = to) {
  await local?.close()
  local = await startLocalGraph(answer)
  return availabilityOf(local.graph(), who, from, until)
}

const everyone =
  (more: (mail: string) => object = () => ({})) =>
  (asked: Asked): Reply => ({
    json: { value: question(asked).schedules.map((mail) => free(mail, more(mail))) },
  })

describe('free/busy of many people', () => {
  it('is asked for twenty at a time, and everyone asked for is in the answer', async () => {
    const found = await ask(everyone(), [...people(45), { id: 'no-mail' } as { id: string; mail: string }])
    expect(local!.asked.map((asked) => question(asked).schedules.length).sort()).toEqual([20, 20, 5])
    expect(found.size).toBe(46)
    expect(found.get('no-mail')).toEqual({ known: false, why: 'no-mailbox' })
    expect([...found.values()].filter(({ known }) => known)).toHaveLength(45)
  })

  it('is asked for in stretches of less than 62 days that leave no gap', async () => {
    const until = new Date('2027-06-01T00:00:00Z')
    await ask(everyone(), people(1), until)
    const spans = local!.asked.map((asked) => [
      question(asked).startTime.dateTime,
      question(asked).endTime.dateTime,
    ])
    spans.forEach(([start, end], i) => {
      expect(Date.parse(`${end}Z`) - Date.parse(`${start}Z`)).toBeLessThan(62 * 86_400_000)
      if (i > 0) expect(start).toBe(spans[i - 1]![1])
    })
    expect(spans[0]![0]).toBe('2026-11-30T00:00:00')
    expect(spans.at(-1)![1]).toBe('2027-06-01T00:00:00')
  })

  it('counts everything as taken that is not called free: tentative, away, and words nobody knows', async () => {
    const hour = (n: number) => `2026-12-01T${String(n).padStart(2, '0')}:00:00`
    const kinds = ['free', 'Tentative', 'busy', 'oof', 'workingElsewhere', 'unknown', 'somethingNew']
    const scheduleItems = kinds.map((kind, i) => item(kind, hour(2 * i), hour(2 * i + 1)))
    const found = await ask(everyone(() => ({ scheduleItems })))
    const answer = found.get('p0')!
    const starts = answer.known ? answer.busy.map(({ start }) => new Date(start).getUTCHours() / 2) : []
    expect(starts.map((i) => kinds[i])).toEqual(['Tentative', 'busy', 'oof', 'unknown', 'somethingNew'])
    const firm = answer.known ? answer.firm.map(({ start }) => new Date(start).getUTCHours() / 2) : []
    expect(firm.map((i) => kinds[i])).toEqual(['busy', 'oof', 'unknown', 'somethingNew'])
  })

  it('is read from the half hours where entries are hidden, and unknown where there are none', async () => {
    const until = new Date('2026-11-30T03:00:00Z')
    const view = (mail: string) => ({
      scheduleItems: null,
      availabilityView: mail.startsWith('P0') ? '012300' : null,
    })
    const found = await ask(everyone(view), people(2), until)
    const half = (n: number) => from.getTime() + n * 1_800_000
    expect(found.get('p0')).toEqual({
      known: true,
      busy: [{ start: half(1), end: half(4) }],
      firm: [{ start: half(2), end: half(4) }],
    })
    expect(found.get('p1')).toEqual({ known: false, why: 'unreadable' })
  })

  it('of one who cannot be read is unknown, never free, and costs the others nothing', async () => {
    const errors: Record<string, object> = {
      'P0@example.com': { error: { responseCode: 'ErrorMailRecipientNotFound', message: 'x' } },
      'P1@example.com': { error: { responseCode: 'ErrorAccessDenied', message: 'x' } },
      'P2@example.com': { error: { responseCode: '5000', message: 'Something broke' } },
      'P3@example.com': { scheduleItems: [{ status: 'busy', start: { dateTime: 'soon' }, end: null }] },
      'P4@example.com': { scheduleId: 'somebody-else@example.com' },
    }
    const found = await ask(
      everyone((mail) => errors[mail] ?? {}),
      people(6),
    )
    expect([...found.values()].map((one) => (one.known ? 'free' : one.why))).toEqual([
      'no-mailbox',
      'not-permitted',
      'unreadable',
      'unreadable',
      'unreadable',
      'free',
    ])
  })

  it('of a calendar too full for one answer is asked for in parts', async () => {
    const found = await ask((asked) => {
      const { startTime, endTime, schedules } = question(asked)
      const days = (Date.parse(`${endTime.dateTime}Z`) - Date.parse(`${startTime.dateTime}Z`)) / 86_400_000
      const error = {
        error: { responseCode: '5006', message: 'The result set contains too many calendar entries.' },
      }
      const scheduleItems = [item('busy', startTime.dateTime, `${startTime.dateTime.slice(0, 11)}23:59:59`)]
      return {
        json: {
          value: schedules.map((mail) =>
            mail.startsWith('P0') && days > 15 ? free(mail, error) : free(mail, { scheduleItems }),
          ),
        },
      }
    }, people(2))
    expect(found.get('p0')).toMatchObject({ known: true, busy: { length: 4 } })
    expect(found.get('p1')).toMatchObject({ known: true, busy: { length: 1 } })
  })

  it('that is too full for any answer stays unknown, and asking ends', async () => {
    const error = { error: { responseCode: '5006', message: 'too many' } }
    const found = await ask(everyone(() => error))
    expect(found.get('p0')).toEqual({ known: false, why: 'unreadable' })
    expect(local!.asked.length).toBeLessThan(12)
  })

  it('can come on several pages', async () => {
    const next = 'https://graph.microsoft.com/v1.0/users/p0/calendar/getSchedule?$skip=1'
    const found = await ask(
      ({ method }) =>
        method === 'POST'
          ? {
              json: {
                value: [
                  free('P0@example.com', {
                    scheduleItems: [item('busy', '2026-12-01T09:00:00', '2026-12-01T10:00:00')],
                  }),
                ],
                '@odata.nextLink': next,
              },
            }
          : {
              json: {
                value: [
                  free('P1@example.com'),
                  free('P0@example.com', {
                    scheduleItems: [item('busy', '2026-12-02T09:00:00', '2026-12-02T10:00:00')],
                  }),
                ],
              },
            },
      people(2),
    )
    expect(found.get('p0')).toMatchObject({ known: true, busy: { length: 2 } })
    expect(found.get('p1')).toMatchObject({ known: true, busy: { length: 0 } })
  })

  it('is asked from the next mailbox when the first has none or is out of our scope, and remembered', async () => {
    const answer = (asked: Asked): Reply => {
      if (asked.path.startsWith('/users/p0/')) return refusal(404, 'MailboxNotEnabledForRESTAPI')
      if (asked.path.startsWith('/users/p1/')) return refusal(403, 'ErrorAccessDenied')
      return everyone()(asked)
    }
    const found = await ask(answer, people(60))
    expect([...found.values()].every(({ known }) => known)).toBe(true)
    expect(local!.asked).toHaveLength(2 + 3)
  })

  it('is known of people among whom nobody can be asked from, once somebody else can', async () => {
    const answer = (asked: Asked): Reply =>
      /\/users\/p(\d|1\d)\//.test(asked.path)
        ? refusal(404, 'MailboxNotEnabledForRESTAPI')
        : everyone()(asked)
    const found = await ask(answer, people(40))
    expect([...found.values()].every(({ known }) => known)).toBe(true)
    const none = await ask(() => refusal(403, 'ErrorAccessDenied'), people(400))
    expect([...none.values()]).toEqual(Array(400).fill({ known: false, why: 'not-permitted' }))
    expect(local!.asked.length).toBeLessThanOrEqual(100)
  })

  it('is unknown for everybody when the application may not ask at all, after one question', async () => {
    const found = await ask(() => refusal(403, 'Authorization_RequestDenied'), people(65))
    expect([...found.values()]).toEqual(Array(65).fill({ known: false, why: 'not-permitted' }))
    expect(local!.asked).toHaveLength(1)
  })

  it('is an error, not "unknown", when Graph as a whole is unwell', async () => {
    await expect(ask(() => refusal(503, 'ServiceUnavailable'))).rejects.toMatchObject({ status: 503 })
  })

  it('agrees with what people see in their calendars in the demo tenant', async () => {
    const tenant = await startStandIn()
    const graph = tenant.graph()
    const some = tenant.state.company.people.filter(({ accountEnabled }) => accountEnabled).slice(0, 25)
    const found = await availabilityOf(graph, some, from, new Date('2026-12-14T00:00:00Z'))
    let compared = 0
    for (const person of some) {
      const answer = found.get(person.id)!
      if (!answer.known) continue
      const range = `startDateTime=${from.toISOString()}&endDateTime=2026-12-14T00:00:00Z`
      type Row = { showAs: string; start: { dateTime: string }; end: { dateTime: string } }
      for await (const page of graph.pages<Row>(
        `${graph.name}/v1.0/users/${person.id}/calendarView?${range}&$top=500`,
      )) {
        for (const { showAs, start, end } of page.value) {
          if (showAs === 'free' || showAs === 'workingElsewhere') continue
          const span = {
            start: Math.max(Date.parse(`${start.dateTime}Z`), from.getTime()),
            end: Math.min(Date.parse(`${end.dateTime}Z`), Date.parse('2026-12-14T00:00:00Z')),
          }
          expect(answer.busy.some((busy) => busy.start <= span.start && span.end <= busy.end)).toBe(true)
          compared += 1
        }
      }
    }
    await tenant.close()
    expect(compared).toBeGreaterThan(50)
  })
})
