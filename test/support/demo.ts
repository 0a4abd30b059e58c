/** The demo tenant as `npm start` gives it: a process of its own, on free ports, with a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const program = join(root, 'dist/demo/start.js')

export interface Demo {
  /** Where the page is. */
  url: string
  port: number
  /** What the process has printed so far. */
  output(): string
  /** Stops it as Ctrl+C or a shutdown would; resolves with the exit code. */
  stop(): Promise<number | null>
}

export interface DemoOptions {
  dataDir: string
  port?: number
  args?: string[]
  /** Everybody acts while the clock moves; in most journeys nobody does whom the journey does not play. */
  lives?: boolean
}

/** Resolves when the page can be opened. */
export async function startDemo({
  dataDir,
  port: wanted,
  args = [],
  lives = false,
}: DemoOptions): Promise<Demo> {
  const port = wanted ?? (await freePort())
  const { child, output, ended } = run(dataDir, [
    '--port',
    String(port),
    ...(lives ? [] : ['--still']),
    ...args,
  ])
  await new Promise<void>((ready, failed) => {
    child.stdout?.on('data', () => output().includes('Open  http') && ready())
    void ended.then((code) =>
      failed(new Error(`The demo ended with ${code} before it was ready:\n${output()}`)),
    )
  })
  return {
    url: `http://localhost:${port}`,
    port,
    output,
    async stop() {
      child.kill('SIGTERM')
      return ended
    },
  }
}

/** Runs the demo until it ends by itself: for starts that cannot succeed. */
export async function tryDemo(
  dataDir: string,
  args: string[],
): Promise<{ code: number | null; output: string }> {
  const { output, ended } = run(dataDir, args)
  const code = await ended
  return { code, output: output() }
}

export function newDataDir(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'mentoring-journey-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

interface Running {
  child: ChildProcess
  output: () => string
  ended: Promise<number | null>
}

function run(dataDir: string, args: string[]): Running {
  if (!existsSync(program)) throw new Error(`The journeys drive what was built: run "npm run build" first.`)
  const child = spawn(process.execPath, [program, ...args], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += text))
  const ended = new Promise<number | null>((done) => child.on('close', done))
  // A test run that is interrupted leaves no company behind.
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  void ended.then(() => process.off('exit', kill))
  return { child, output: () => said, ended }
}

/** The product listens on the next port, so two in a row have to be free. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = await portOf(0)
    if (port < 65_535 && (await portOf(port + 1).catch(() => 0)) === port + 1) return port
  }
}

function portOf(port: number): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(port, '127.0.0.1', () => {
      const { port: given } = server.address() as { port: number }
      server.close(() => found(given))
    })
  })
}
