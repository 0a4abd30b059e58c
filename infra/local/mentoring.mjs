#!/usr/bin/env node
// `npm run --silent mentoring -- COMMAND`: pairing from files. Nothing but the command's own output reaches stdout.
import './short-run.mjs'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensure, root } from './ensure.mjs'
import { isFresh, parts } from './parts.mjs'

// The doctor needs half of the service; pairing starts without it.
const wanted = process.argv[2] === 'doctor' ? 'doctor' : 'mentoring command'
const part = parts.find(({ name }) => name === wanted)
const sources = existsSync(join(root, part.entry))
// The image carries the bundle alone; a clone prefers it while it is newer than the sources.
const bundled = existsSync(join(root, part.out)) && (!sources || isFresh(part))
if (!bundled || !existsSync(join(root, 'node_modules'))) ensure()
if (!bundled) (await import('tsx/esm/api')).register()
const { run } = await import(pathToFileURL(join(root, bundled ? part.out : part.entry)).href)
// INIT_CWD is where the person typed `npm run`; npm itself moves to the project's folder.
const cwd = process.env.INIT_CWD ?? process.cwd()
process.exitCode = await run(process.argv.slice(2), { stdout: process.stdout, stderr: process.stderr, cwd })
