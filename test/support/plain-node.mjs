/**
 * Node as jest offers it, but for two things. Jest puts a Proxy in front of the global object to clean up after each file, so
 * that every `Object`, `Promise` or `Math` of ours and of our libraries is a call through two layers: here it is a plain object.
 * And packages come from Node itself, once for all files of a worker (`from-node.mjs`): of the 1900 modules of the product, 1450
 * are theirs, and loading them took most of the time of most files.
 */
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { types } from 'node:util'
import vm from 'node:vm'
import { TestEnvironment } from 'jest-environment-node'

const require = createRequire(import.meta.url)

/** What `from-node.mjs` has a package's file say instead of its own text; and what the files of a worker keep for each other. */
const fromNode = { require, import: (path) => import(pathToFileURL(path).href), kept: new Map() }

export default class PlainNode extends TestEnvironment {
  constructor(config, context) {
    const { createContext } = vm
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY)
    try {
      super(config, context)
    } finally {
      vm.createContext = createContext
    }
    recognize(this.global)
    this.global[Symbol.for('from node')] = fromNode
  }
}

const kinds = {
  Error: types.isNativeError,
  ...Object.fromEntries(
    ['TypeError', 'RangeError', 'SyntaxError'].map((name) => [name, (one) => isFault(one, name)]),
  ),
  Date: types.isDate,
  RegExp: types.isRegExp,
  Map: types.isMap,
  Set: types.isSet,
  Promise: types.isPromise,
  Array: Array.isArray,
}

function isFault(one, name) {
  if (!types.isNativeError(one)) return false
  for (let kind = one; kind; kind = Object.getPrototypeOf(kind))
    if (kind.constructor?.name === name) return true
  return false
}

/** A test's `Date` and a package's `Date` are two: each takes the other's for its own, as it were anywhere but in a test. */
function recognize(global) {
  for (const [name, is] of Object.entries(kinds)) {
    const kind = global[name]
    const usual = Function.prototype[Symbol.hasInstance]
    Object.defineProperty(kind, Symbol.hasInstance, {
      // A class that extends it inherits this.
      value(one) {
        return this === kind ? is(one) || usual.call(kind, one) : usual.call(this, one)
      },
      configurable: true,
    })
  }
}
recognize(globalThis)
