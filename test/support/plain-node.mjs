/**
 * Node as jest offers it, but for the global object: jest puts a Proxy in front of it to clean up after each file, so that
 * every `Object`, `Promise` or `Math` of ours and of our libraries is a call through two layers. Here it is a plain object.
 */
import vm from 'node:vm'
import { TestEnvironment } from 'jest-environment-node'

export default class PlainNode extends TestEnvironment {
  constructor(config, context) {
    const { createContext } = vm
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY)
    try {
      super(config, context)
    } finally {
      vm.createContext = createContext
    }
  }
}
