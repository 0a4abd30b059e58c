/** A file of a package, as jest is told of it: what Node has loaded from there (`plain-node.mjs`). */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { pathToFileURL } from 'node:url'

const node = `globalThis[Symbol.for('from node')]`

export default {
  canInstrument: false,

  getCacheKey: (text, path, { supportsStaticESM }) =>
    createHash('sha256').update(`4 ${supportsStaticESM} ${path} ${text}`).digest('hex').slice(0, 32),

  process(_text, path, { supportsStaticESM }) {
    const from = JSON.stringify(path)
    if (!supportsStaticESM) return { code: `module.exports = ${node}.require(${from})` }
    const names = exportsOf(path)
    const taken = names.map((name, at) => `${name}: e${at}`)
    const given = names.map((name, at) => `e${at} as ${name}`)
    return {
      code: `const { ${taken.join(', ')} } = await ${node}.import(${from})\nexport { ${given.join(', ')} }`,
    }
  },
}

/** Asked of a Node of its own, because jest waits for no import here. It keeps the answer with its other transformed files. */
function exportsOf(path) {
  const ask = `console.log(JSON.stringify(Object.keys(await import(${JSON.stringify(pathToFileURL(path).href)}))))`
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', ask], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${path} cannot be loaded by Node: ${stderr}`)
  return JSON.parse(stdout)
}
