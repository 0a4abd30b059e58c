// What a jest run amounts to, from its own JSON report.

/**
 * `report` is jest's JSON report, or undefined when the run left none; `code` is its exit code. A suite that could not
 * even load counts as one failure, and a run that failed never counts as none.
 */
export function countTests(report, code) {
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites
  const none = report.numTotalTests === 0 && code === 0
  return {
    ...(none ? { left: 'there are no such tests' } : {}),
    passed: report.numPassedTests,
    failed: code === 0 ? failed : Math.max(1, failed),
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** The closing lines and the exit code of several stages. `left` says why a stage was left out. */
export function conclude(results) {
  const sum = (field) => results.reduce((total, result) => total + result[field], 0)
  const lines = results.map(({ name, passed, failed, skipped, left }) => {
    const mark = failed > 0 ? 'FAIL' : left ? 'skip' : ' ok '
    const counted =
      passed + failed + skipped > 0 ? `${passed} passed, ${failed} failed, ${skipped} skipped` : 'ok'
    return `${mark}  ${name}: ${left ?? counted}`
  })
  const code = sum('failed') === 0 ? 0 : 1
  return { lines: [...lines, `${sum('passed')} passed, ${sum('failed')} failed`], code }
}
