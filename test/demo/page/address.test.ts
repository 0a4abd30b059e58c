import { describe, expect, it } from '@jest/globals'
import {
  APPS,
  DEVICES,
  HOSTS,
  LANGUAGES,
  PANES,
  PERSONAS,
  readAddress,
  readPlace,
  START,
  THEMES,
  writeAddress,
} from '../../../bot/demo/page/src/address.ts'
import fc from '../../support/properties.ts'

describe('the address of the demo page', () => {
  it('opens exactly what a link says', () => {
    const link =
      '#persona=mentor&app=chat&page=check-ins&theme=dark&lang=ar&host=outlook&device=iphone&pane=outlook'
    expect(readAddress(link)).toEqual({
      ...START,
      persona: 'mentor',
      app: 'chat',
      page: 'check-ins',
      theme: 'dark',
      lang: 'ar',
      host: 'outlook',
      device: 'iphone',
      pane: 'outlook',
    })
  })

  it('starts at the beginning when it understands nothing', () => {
    expect(readAddress('#persona=king&theme=pink&step=900&lang=__proto__')).toEqual(START)
    expect(readAddress('')).toEqual(START)
  })

  it('names no page and no step of its own: the product knows where somebody begins', () => {
    expect(writeAddress(readAddress(''))).not.toMatch(/page=|step=/)
    expect(readPlace('')).toEqual({ page: '', sub: '' })
  })

  it('comes back as it was written', () => {
    const anywhere = fc.record({
      persona: fc.constantFrom(...PERSONAS),
      app: fc.constantFrom(...APPS),
      page: fc.string({ minLength: 1 }),
      sub: fc.string(),
      theme: fc.constantFrom(...THEMES),
      lang: fc.constantFrom(...LANGUAGES),
      host: fc.constantFrom(...HOSTS),
      device: fc.constantFrom(...DEVICES),
      pane: fc.constantFrom(...PANES),
      step: fc.integer({ min: 0, max: 6 }),
      channel: fc.string(),
      day: fc.constantFrom('' as const, 'session' as const),
    })
    fc.assert(
      fc.property(anywhere, (address) => {
        expect(readAddress(writeAddress(address))).toEqual(address)
      }),
    )
  })
})
