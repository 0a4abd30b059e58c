import { describe, expect, it } from '@jest/globals'
import { refusalCode } from '../../bot/messages/refusal-code.ts'

describe('the word in which the connector refuses', () => {
  it.each<[string, unknown, string | undefined]>([
    [
      'a code',
      { error: { code: 'ConversationBlockedByUser', message: 'User blocked the bot.' } },
      'ConversationBlockedByUser',
    ],
    [
      'a subCode in a message',
      { errorCode: 209, message: '{"subCode":"MessageWritesBlocked","details":"","errorCode":"Forbidden"}' },
      'MessageWritesBlocked',
    ],
    [
      'a subCode in the message of an error',
      { error: { code: 'Forbidden', message: '{ "subCode": "MessageWritesBlocked" }' } },
      'MessageWritesBlocked',
    ],
    ['a subCode of its own', { subCode: 'BotDisabledByAdmin' }, 'BotDisabledByAdmin'],
    ['a message in words', { error: { code: 'Forbidden', message: '{not JSON' } }, 'Forbidden'],
    ['a code that is no text', { error: { code: 403 } }, undefined],
    ['text', 'Forbidden', undefined],
    ['nothing', undefined, undefined],
    ['null', null, undefined],
    ['a message that is no text', { message: { subCode: 'X' } }, undefined],
  ])('%s', (_, answer, code) => expect(refusalCode(answer)).toBe(code))
})
