/** Links into the app name it as Teams knows it: by the catalog's id, in the tenant whose app it is. */
import { afterEach, expect, it } from '@jest/globals'
import { linkId } from '../../../bot/demo/graph/app-routes.ts'
import type { TenantState } from '../../../bot/demo/state.ts'
import { type Product, startProduct } from '../../support/product.ts'

let product: Product
afterEach(() => product.close())

/** As the service makes it once it listens. */
async function linkIn(change: (state: TenantState) => void): Promise<URL> {
  product = await startProduct({ people: 40 })
  change(product.tenant.state)
  await product.service.listen()
  return new URL(product.ports.tabLink('schedule'))
}

const manifestId = () => product.tenant.settings()['TEAMS_APP_ID']

it('by the id of the catalog, from the first card on', async () => {
  const link = await linkIn(() => {})
  expect(link.pathname).toBe(`/l/entity/${linkId(product.tenant.state)}/mentoring`)
  expect(link.pathname).not.toContain(manifestId())
  expect(link.searchParams.get('tenantId')).toBe(product.company.tenantId)
  expect(JSON.parse(link.searchParams.get('context')!)).toEqual({ subEntityId: 'schedule' })
})

it('by that of the manifest when somebody uploaded it for themselves', async () => {
  const link = await linkIn((state) => {
    state.isSideloaded = true
  })
  expect(link.pathname).toBe(`/l/entity/${manifestId()}/mentoring`)
  expect(linkId(product.tenant.state)).toBe(manifestId())
})

it('by that of the manifest where the catalog may not be read, and the service starts all the same', async () => {
  const link = await linkIn(({ apps }) => {
    apps.tab.applicationPermissions = ['User.Read.All']
  })
  expect(link.pathname).toBe(`/l/entity/${manifestId()}/mentoring`)
})
