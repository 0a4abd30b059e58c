import type { Address } from './address.ts'
import type { Links } from './links.tsx'
import type { Persona, ShownCompany } from './tenant-api.ts'
import type { Go } from './use-address.ts'

/** What every window of the page is given. */
export interface ViewProps extends Pick<Links, 'follow' | 'visits'> {
  address: Address
  go: Go
  company: ShownCompany
  persona: Persona
}
