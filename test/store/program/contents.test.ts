/** Every version of a text stays, and a text given back is one too. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { later, openStore, type TestStore, withCohorts } from '../builders.ts'

let store: TestStore
beforeAll(async () => {
  store = await openStore()
  await withCohorts(store, 'cohort')
})
afterAll(() => store.close())

const add = (version: number, language: string, body: unknown, key = 'standing') =>
  store.contents.add('program', 'agreement', key, {
    ...{ version, language, body, by: 'organizer', at: later(version) },
  })

it('keeps what was written in the order of its versions, with who wrote it', async () => {
  expect(await store.contents.versions('program', 'agreement', 'standing')).toEqual([])
  const body = { sentences: ['We meet.', '<script>alert(1)</script> ‮ مرحبا 🎓', '\u2068x\u2069'] }
  await add(2, 'en', body)
  await add(3, 'ar', { sentences: ['نلتقي.'] })
  await add(4, 'ar', null)
  await add(2, 'en', {}, 'other')
  const versions = await store.contents.versions('program', 'agreement', 'standing')
  expect(versions.map(({ version, language }) => [version, language])).toEqual([
    [4, 'ar'],
    [3, 'ar'],
    [2, 'en'],
  ])
  expect(versions[2]).toEqual({ version: 2, language: 'en', body, by: 'organizer', at: later(2) })
  expect(versions[0]!.body).toBeNull()
  expect(await store.contents.versions('another', 'agreement', 'standing')).toEqual([])
})

it('says of each language whether the Program says it itself', async () => {
  expect(
    (await store.contents.written('program')).map(({ key, language, version, isOwn }) => ({
      ...{ key, language, version, isOwn },
    })),
  ).toEqual([
    { key: 'other', language: 'en', version: 2, isOwn: true },
    { key: 'standing', language: 'ar', version: 4, isOwn: false },
    { key: 'standing', language: 'en', version: 2, isOwn: true },
  ])
})

it('knows which topics of the Program’s own somebody has chosen', async () => {
  expect(await store.participants.ownTopicsOf('program')).toEqual([])
})

it('writes a version once', async () => {
  await expect(add(4, 'en', { sentences: ['Another'] })).rejects.toThrow()
  expect((await store.contents.versions('program', 'agreement', 'standing'))[0]!.language).toBe('ar')
})
