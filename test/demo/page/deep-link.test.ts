import { describe, expect, it } from '@jest/globals'
import { readDeepLink } from '../../../bot/demo/page/src/deep-link.ts'

const app = { linkId: '0a1b2c3d-0000-4000-8000-000000000001', tenantId: 'tenant-1', botId: 'bot-1' }
const to = (path: string) => readDeepLink(`https://teams.microsoft.com/l/${path}`, app)
const context = encodeURIComponent('{"subEntityId":"people/lena"}')

describe('Teams, by a link', () => {
  it('opens the place in its app, in any spelling of the id, with the tenant or without', () => {
    const place = { kind: 'page', page: 'mentoring', sub: 'people/lena' }
    expect(to(`entity/${app.linkId}/mentoring?context=${context}`)).toEqual(place)
    expect(to(`entity/${app.linkId.toUpperCase()}/mentoring?context=${context}&tenantId=tenant-1`)).toEqual(
      place,
    )
    expect(to(`entity/${app.linkId}/mentoring?context=oops`)).toEqual({ ...place, sub: '' })
    expect(to(`app/${app.linkId}`)).toEqual({ kind: 'page', page: '', sub: '' })
    expect(to(`entity/${app.linkId}/conversations`)).toEqual({ kind: 'chat' })
  })

  it.each([
    'entity/6f1c2c39-4f0e-4d3c-9d6b-0c6f7f0f1a01/mentoring',
    'entity/6f1c2c39-4f0e-4d3c-9d6b-0c6f7f0f1a01/conversations',
    'app/6f1c2c39-4f0e-4d3c-9d6b-0c6f7f0f1a01',
    `entity/${app.linkId}/mentoring?tenantId=tenant-2`,
    `app/${app.linkId}?tenantId=tenant-2`,
  ])('does not find the app of %s', (path) => expect(to(path)).toEqual({ kind: 'unknown-app' }))

  it('calls and chats with people, and with its bot', () => {
    expect(to('call/0/0?users=e10013%40contoso.test&withVideo=true')).toEqual({
      ...{ kind: 'people', how: 'call', signInNames: ['e10013@contoso.test'] },
    })
    expect(to('chat/0/0?users=ana%40contoso.test,ben%40contoso.test')).toEqual({
      ...{ kind: 'people', how: 'chat', signInNames: ['ana@contoso.test', 'ben@contoso.test'] },
    })
    expect(to('chat/0/0?users=28:bot-1')).toEqual({ kind: 'chat' })
    expect(to('chat/0/0?users=')).toMatchObject({ kind: 'web' })
  })

  it('joins meetings and shows channels', () => {
    expect(to('meetup-join/19%3ameeting_x/0?context=%7B%7D')).toEqual({ kind: 'meeting' })
    expect(to('message/19%3ax/1?groupId=g')).toEqual({ kind: 'channels' })
  })

  it.each([
    'https://contoso.test/l/entity/x/y',
    'https://teams.microsoft.com.evil.test/l/chat/0/0?users=a',
    'no link',
  ])('leaves %s to the web', (url) => expect(readDeepLink(url, app)).toEqual({ kind: 'web', url }))
})
