/** The tenant's Entra and Graph on a free port, and the product's own client set to live there. */
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { type Company, createSeededCompany } from '../../bot/demo/company.ts'
import { createEntraKeys, entraRoutes } from '../../bot/demo/entra-server.ts'
import { graphRoutes } from '../../bot/demo/graph-server.ts'
import type { TenantState } from '../../bot/demo/state.ts'
import { createGraph, type Graph, type GraphOptions } from '../../bot/graph/client.ts'

export const clientId = 'a3f2c1d0-5b74-4c1e-9d3a-7e60b1c2d401'
const secret = 'one-secret'

export interface StandIn {
  state: TenantState
  server: Server
  graph(options?: Partial<GraphOptions>): Graph
  /** Every pause the product took, in milliseconds; none is really waited for. */
  slept: number[]
  moveTo(instant: string): void
  close(): Promise<void>
}

export async function startStandIn(
  company: Company = createSeededCompany({ people: 420 }),
): Promise<StandIn> {
  const app = express()
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  let now = new Date('2026-11-23T08:00:00Z')
  const state = stateOf(company, address, () => now)
  const keys = await createEntraKeys()
  app.use('/entra', entraRoutes(state, keys))
  app.use('/graph', graphRoutes(state, keys))
  const slept: number[] = []
  return {
    state,
    server,
    slept,
    moveTo(instant) {
      now = new Date(instant)
    },
    graph: (options = {}) =>
      createGraph({
        clientId,
        tenantId: company.tenantId,
        secret,
        authority: state.names.login,
        authorityAddress: `${address}/entra`,
        graph: state.names.graph,
        graphAddress: `${address}/graph`,
        now: () => now,
        random: () => 0.5,
        sleep: async (ms) => {
          slept.push(ms)
        },
        ...options,
      }),
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

function stateOf(company: Company, address: string, now: () => Date): TenantState {
  const app = { applicationPermissions: [] as string[], delegatedPermissions: [] as string[] }
  const permissions = ['User.Read.All', 'Calendars.ReadWrite', 'Team.ReadBasic.All', 'Channel.ReadBasic.All']
  return {
    company,
    now,
    names: { graph: 'https://graph.microsoft.com', login: 'https://login.microsoftonline.com' },
    apps: {
      tab: { ...app, id: clientId, secret, applicationPermissions: permissions },
      bot: { ...app, id: 'b47d9e12-8c36-4f0a-a1b5-2d90c3e4f502', secret },
    },
    tabResource: `api://localhost/${clientId}`,
    address,
    events: new Map(),
    conversations: new Map(),
    installedFor: new Set(),
    installedInTeams: new Set(),
    consentedInTeams: new Set(),
    stepsDone: new Set(),
    faults: [],
    log: [],
    changed: () => {},
  }
}
