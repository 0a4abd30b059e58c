// The files of a Teams package, with the values of one environment filled in.
import { readFileSync } from 'node:fs'
import type { Files, Manifest } from './check.ts'
import { fill, type Values } from './fill.ts'

/** Made-up values that satisfy every rule: they let the template be checked before a tenant exists. */
export const exampleValues: Values = {
  TEAMS_APP_ID: '6f1c2c39-4f0e-4d3c-9d6b-0c6f7f0f1a01',
  BOT_ID: '0b7d4a86-53f1-4b0d-8a43-7f0f5a0c1b02',
  AAD_APP_CLIENT_ID: '9a3e57c1-2d84-4c55-b1f7-3e2d6c4b5a03',
  TAB_DOMAIN: 'mentoring.example.com',
  COMPANY_NAME: 'Example Company',
  COMPANY_WEBSITE: 'https://www.example.com/mentoring',
  PRIVACY_URL: 'https://www.example.com/privacy',
  TERMS_URL: 'https://www.example.com/terms',
}

/** The package's files by name with placeholders filled, and the names of those that have no value. */
export function assemble(
  folder: URL,
  values: Values,
): { manifest: Manifest; files: Files; missing: string[] } {
  const template = readFileSync(new URL('manifest.json', folder), 'utf8')
  const { text, missing } = fill(template, values)
  const manifest = JSON.parse(text) as Manifest
  const languages = manifest.localizationInfo?.additionalLanguages ?? []
  const names = [...Object.values(manifest.icons), ...languages.map(({ file }) => file)]
  const files = new Map([['manifest.json', Buffer.from(text)]])
  for (const name of names) files.set(name, readFileSync(new URL(name, folder)))
  return { manifest, files, missing }
}
