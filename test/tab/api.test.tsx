import { beforeEach, describe, expect, test } from '@jest/globals'
import { ApiProblem, createApi, Offline, requestOf } from '../../tab/src/api/client.ts'
import { reply } from './support/reply.ts'

interface Asked {
  path: string
  method: string
  token: string | undefined
  body: unknown
}

let asked: Asked[] = []
let answers: (() => Response)[] = []

beforeEach(() => {
  asked = []
  answers = []
  globalThis.fetch = async (path, init) => {
    const headers = init?.headers as Record<string, string>
    asked.push({
      path: String(path),
      method: init?.method ?? 'GET',
      token: headers['authorization'],
      body: init?.body ? JSON.parse(String(init.body)) : undefined,
    })
    const answer = answers.shift()
    if (!answer) throw new TypeError('Failed to fetch')
    return answer()
  }
})

/** A host whose token ages: each fresh one has the next number. */
function agingToken() {
  let number = 1
  return async (fresh = false) => {
    if (fresh) number += 1
    return `token-${number}`
  }
}

const ok = (body: unknown) => () => reply(200, body)
const no = (status: number, body?: object) => () => reply(status, body)

describe('what is sent', () => {
  test('path parameters leave the input, a GET sends the rest as query and leaves out what is undefined', () => {
    expect(requestOf('explain', { id: 'a/b', mentor: 'm', mentee: 'n' })).toEqual({
      method: 'GET',
      path: '/api/cohorts/a%2Fb/explanation?mentor=m&mentee=n',
    })
    expect(requestOf('people', { cohort: 'c', text: undefined }).path).toBe('/api/people?cohort=c')
    expect(requestOf('me', {}).path).toBe('/api/me')
  })

  test('everything else sends the rest as JSON', () => {
    const { method, path, body } = requestOf('updateEnrolment', { id: 'p', goal: 'x' })
    expect([method, path, JSON.parse(body!)]).toEqual(['PUT', '/api/enrolments/p', { goal: 'x' }])
  })
})

describe('the token', () => {
  test('a 401 is asked once more with a fresh token, with the same body', async () => {
    answers = [no(401), ok({ state: 'answered' })]
    const input = { sessionId: 's', held: true, worth: 4, obstacle: 'nothing' as const }
    await createApi(agingToken()).call('answerCheckIn', input)
    expect(asked.map(({ token }) => token)).toEqual(['Bearer token-1', 'Bearer token-2'])
    expect(asked[1]!.body).toEqual(input)
  })

  test('a second 401 is the answer, not a loop', async () => {
    answers = [no(401), no(401, { code: 'wrong-audience' }), ok({})]
    const fault = await createApi(agingToken())
      .call('me', {})
      .catch((e: unknown) => e)
    expect(fault).toMatchObject({ status: 401, code: 'wrong-audience' })
    expect(asked).toHaveLength(2)
  })
})

describe('a "no"', () => {
  test('carries its name, facts, field and request id', async () => {
    answers = [
      no(409, {
        code: 'old-ground-rules',
        detail: { version: 3 },
        field: 'acceptedGroundRules',
        requestId: 'r1',
      }),
    ]
    const fault = await createApi(agingToken())
      .call('me', {})
      .catch((e: unknown) => e)
    expect(fault).toBeInstanceOf(ApiProblem)
    expect(fault).toMatchObject({
      status: 409,
      code: 'old-ground-rules',
      detail: { version: 3 },
      field: 'acceptedGroundRules',
      requestId: 'r1',
    })
  })

  test('from something in between that speaks no JSON is still named', async () => {
    answers = [() => reply(502, '<html>Bad gateway</html>', { 'x-request-id': 'g7' })]
    const fault = await createApi(agingToken())
      .call('me', {})
      .catch((e: unknown) => e)
    expect(fault).toMatchObject({ status: 502, code: 'unavailable', requestId: 'g7' })
  })

  test('a service that is away says when to ask again, and is believed within reason', async () => {
    for (const [status, header, backInMs] of [
      [503, '5', 5000],
      [503, '86400', 60_000],
      [503, 'soon', undefined],
      [500, '5', undefined],
    ] as const) {
      answers = [() => reply(status, { code: 'database-away' }, { 'retry-after': header })]
      const fault = await createApi(agingToken())
        .call('me', {})
        .catch((e: unknown) => e)
      expect(fault).toMatchObject({ status, backInMs })
    }
  })

  test('a lost network is told apart from an answer', async () => {
    await expect(createApi(agingToken()).call('me', {})).rejects.toBeInstanceOf(Offline)
  })
})

test('somebody without a photo has none, and that is no error', async () => {
  answers = [() => reply(204), () => reply(200, 'picture')]
  const { photo } = createApi(agingToken())
  expect(await photo('kim')).toBeUndefined()
  expect((await photo('lena'))?.size).toBeGreaterThan(0)
  expect(asked[0]!.path).toBe('/api/people/kim/photo')
})
