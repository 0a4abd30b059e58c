/** The page of the tab carries what it must know before anybody has signed in, as it is when the page is asked for. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import express from 'express'
import { type TabSettings, tabFiles } from '../../bot/api/tab-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'mentoring-tab-'))
let settings: TabSettings = { hostOrigins: [], appId: 'of-the-manifest', tenantId: 'tenant-1' }
const pane = {
  officeJs: 'https://office.example/office.js?a="&$&',
  signIn: { clientId: 'client-1', authority: 'https://login.example/tenant-1' },
}
let server: Server

beforeAll(async () => {
  writeFileSync(
    join(folder, 'index.html'),
    '<head></head><script type="application/json" id="settings">{}</script>',
  )
  server = createServer(
    express().use(
      '/tab',
      tabFiles(folder, () => settings, pane),
    ),
  )
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

async function page(at = ''): Promise<string> {
  const { port } = server.address() as AddressInfo
  return (await fetch(`http://127.0.0.1:${port}/tab/${at}`)).text()
}

test('an id that was found after the start is in the next page', async () => {
  expect(await page()).toContain('"appId":"of-the-manifest","tenantId":"tenant-1"')
  settings = { ...settings, appId: 'of-the-catalog' }
  expect(await page()).toContain('"appId":"of-the-catalog"')
})

test('no setting ends the element that holds it, or is read as a pattern', async () => {
  settings = { ...settings, appId: '</script><b>$&$1' }
  expect(await page()).toBe(
    '<head></head><script type="application/json" id="settings">{"hostOrigins":[],"appId":"\\u003c/script>\\u003cb>$&$1","tenantId":"tenant-1"}</script>',
  )
})

test('only the pane in Outlook loads Office.js, first of all, and is told how it signs in', async () => {
  settings = { hostOrigins: [], appId: 'app-1', tenantId: 'tenant-1' }
  expect(await page('outlook')).toBe(
    '<head><script src="https://office.example/office.js?a=&#34;&#38;$&#38;"></script></head>' +
      '<script type="application/json" id="settings">{"hostOrigins":[],"appId":"app-1","tenantId":"tenant-1",' +
      '"outlook":{"clientId":"client-1","authority":"https://login.example/tenant-1"}}</script>',
  )
  for (const other of ['', 'index.html', 'outlook.html', 'outlook/more', 'people'])
    expect(await page(other)).not.toMatch(/office\.js|client-1/)
})
