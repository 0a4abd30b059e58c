import { describe, expect, it } from '@jest/globals'
import { GraphError, goneIs, missingIs } from '../../bot/graph/graph-error.ts'

const answer = (status: number, code: string) => Promise.reject(new GraphError(code, { status, code }))

describe('an event that is not there', () => {
  it.each([
    [404, 'ErrorItemNotFound'],
    [404, 'http-404'],
    [400, 'ErrorItemNotFound'],
  ])('is gone: %i %s', async (status, code) => {
    expect(await goneIs('gone', answer(status, code))).toBe('gone')
  })

  it.each([
    [404, 'MailboxNotEnabledForRESTAPI'],
    [404, 'MailboxNotFound'],
    [404, 'ErrorNonExistentMailbox'],
    [404, 'ErrorInvalidUser'],
    [404, 'ResourceNotFound'],
    [403, 'ErrorAccessDenied'],
  ])('is not said by %i %s', async (status, code) => {
    await expect(goneIs('gone', answer(status, code))).rejects.toMatchObject({ code })
  })
})

it('a subscription that is not there is gone, whatever the 404 calls it', async () => {
  expect(await missingIs('gone', answer(404, 'ResourceNotFound'))).toBe('gone')
  await expect(missingIs('gone', answer(403, 'Forbidden'))).rejects.toThrow()
})
