import { describe, expect, it } from '@jest/globals'
import { ar } from '../../../bot/demo/page/src/strings/ar.ts'
import { en } from '../../../bot/demo/page/src/strings/en.ts'
import { es } from '../../../bot/demo/page/src/strings/es.ts'

const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort()

it('one country is no "1 countries", in any language', () => {
  for (const words of [en, es, ar]) {
    expect(words.country).not.toMatch(/\{|1/)
    expect(words.country).not.toBe(words.countries)
    for (const facts of [words.tenantFacts, words.tenantFactsFile])
      expect(facts).toContain(' · {countries} · ')
  }
})

describe.each([
  ['Spanish', es],
  ['Arabic', ar],
])('the demo page in %s', (_name, words) => {
  it('says every sentence, with the same values in it', () => {
    for (const [word, text] of Object.entries(en)) {
      const translated = words[word as keyof typeof en]
      expect(translated?.trim()).toBeTruthy()
      expect([word, ...holes(translated)]).toEqual([word, ...holes(text)])
    }
  })
})
