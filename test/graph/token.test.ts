import { afterEach, describe, expect, it } from '@jest/globals'
import { tokenSource } from '../../bot/graph/token.ts'
import { type LocalGraph, startLocalGraph } from './local-graph.ts'

let local: LocalGraph | undefined
afterEach(async () => {
  await local?.close()
  local = undefined
})

const bot = 'https://api.botframework.com/.default'
const graph = 'https://graph.microsoft.com/.default'

describe('a token of the application itself', () => {
  it('is asked for once per service and kept: the bot channel and Graph have their own', async () => {
    local = await startLocalGraph(() => ({}))
    const token = tokenSource(local.options())
    const both = [await token(bot), await token(graph)]
    expect([await token(bot), await token(graph)]).toEqual(both)
    expect(new Set(both).size).toBe(2)
    expect(local.tokensGiven.map(({ scope }) => scope)).toEqual([bot, graph])
  })

  it('is another one when the last was refused', async () => {
    local = await startLocalGraph(() => ({}))
    const token = tokenSource(local.options())
    const first = await token(bot)
    const fresh = await token(bot, { fresh: true })
    expect(fresh).not.toBe(first)
    expect(await token(bot)).toBe(fresh)
  })

  it('that cannot be fetched because nobody answers is a network trouble, not a wrong secret', async () => {
    local = await startLocalGraph(() => ({}))
    const options = local.options({ authorityAddress: 'http://127.0.0.1:9/entra' })
    await expect(tokenSource(options)(bot)).rejects.toMatchObject({
      name: 'GraphError',
      code: 'sign-in-unavailable',
      status: 0,
    })
    expect(local.slept).toHaveLength(4)
  })

  it('that Entra is too busy to give is to be asked for later', async () => {
    local = await startLocalGraph(
      () => ({}),
      () => ({ status: 503, json: { error: 'temporarily_unavailable', error_description: 'AADSTS90033' } }),
    )
    await expect(tokenSource(local.options())(bot)).rejects.toMatchObject({ name: 'GraphError', status: 503 })
  })
})
