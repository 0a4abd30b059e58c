// How a long run of jest tells where it is: a line for each finished file, and in full what failed.
import { relative } from 'node:path'

export default class Progress {
  #begun = Date.now()
  #files = 0
  #done = 0

  onRunStart({ numTotalTestSuites }) {
    this.#files = numTotalTestSuites
  }

  onTestResult(test, result) {
    this.#done += 1
    const failed = result.numFailingTests > 0 || result.testExecError
    const { start, end } = result.perfStats
    const at = `${String(this.#done).padStart(4)}/${this.#files}  ${clock(Date.now() - this.#begun)}`
    const took = `${((end - start) / 1000).toFixed(1)} s`.padStart(8)
    const name = relative(test.context.config.rootDir, test.path)
    console.log(`${at}  ${failed ? 'FAIL' : ' ok '}${took}  ${name}`)
    if (!failed) return
    for (const { message } of result.console ?? []) console.log(message)
    if (result.failureMessage) console.log(result.failureMessage)
  }
}

/** Minutes and seconds, as on a stopwatch. */
export function clock(ms) {
  const seconds = Math.round(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
