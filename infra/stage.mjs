// Lays out what production runs in one folder: `node infra/stage.mjs [FOLDER]`. Needs a build; packages are installed
// there afterwards with `npm ci --omit=dev`. Used by the container image and by `teamsapp.yml`.
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from './local/ensure.mjs'

const flag = { type: 'boolean', default: false }
const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: flag } })
if (values.help) {
  console.log('Usage: node infra/stage.mjs [FOLDER]')
  process.exit(0)
}
const folder = resolve(positionals[0] ?? join(root, 'dist/app'))
const kept = ['package.json', 'package-lock.json', 'dist/bot', 'dist/tab', 'infra/local']

if (!existsSync(join(root, 'dist/bot/main.js'))) {
  console.error('There is no build: run "npm run build" first.')
  process.exit(1)
}
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
for (const path of kept)
  if (existsSync(join(root, path))) cpSync(join(root, path), join(folder, path), { recursive: true })
console.log(`${folder}: ready for "npm ci --omit=dev".`)
