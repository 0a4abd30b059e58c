// Runs several programs as one: their output together, Ctrl-C ends all, the first one to end ends the rest.
import { spawn } from 'node:child_process'
import { root } from './ensure.mjs'

/** `programs` are argument lists for Node. Never returns: exits with the code of the program that ended first. */
export function runTogether(...programs) {
  const children = programs.map((args) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }))
  let ending = false
  const endAll = (code) => {
    if (ending) return
    ending = true
    process.exitCode = code
    for (const child of children) child.kill('SIGTERM')
  }
  for (const child of children) child.on('close', (code) => endAll(code ?? 1))
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => endAll(0))
}
