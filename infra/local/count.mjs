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

/** What each file of a run took, from jest's JSON report. */
export function timesIn(report, stage) {
  return (report?.testResults ?? []).map(({ name, startTime, endTime }) => ({
    ...{ name, stage, seconds: (endTime - startTime) / 1000 },
  }))
}

/** What failed in a run, and the first lines of why: where only the end of all that was printed is kept, this is in it. */
export function failuresIn(report) {
  return (report?.testResults ?? []).flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed')
    if (failed.length === 0 && message) return [{ name, test: 'the file itself', why: firstOf(message) }]
    return failed.map(({ fullName, failureMessages }) => ({
      ...{ name, test: fullName, why: firstOf(failureMessages[0] ?? '') },
    }))
  })
}

const firstOf = (text) => text.split('\n').slice(0, 4).join('\n').slice(0, 400)

/** A line for each of those that took longest over all stages. */
export function slowest(times, count = 10) {
  const sorted = [...times].sort((a, b) => b.seconds - a.seconds).slice(0, count)
  return sorted.map(({ name, stage, seconds }) => `${seconds.toFixed(1).padStart(8)} s  ${name} (${stage})`)
}

/** The closing lines and the exit code of several stages. `left` says why a stage was left out. */
export function conclude(results) {
  const sum = (field) => results.reduce((total, result) => total + result[field], 0)
  const lines = results.map(({ name, passed, failed, skipped, left, seconds }) => {
    const mark = failed > 0 ? 'FAIL' : left ? 'skip' : ' ok '
    const counted =
      passed + failed + skipped > 0 ? `${passed} passed, ${failed} failed, ${skipped} skipped` : 'ok'
    const took = seconds === undefined ? '' : ` (${Math.round(seconds)} s)`
    return `${mark}  ${name}: ${left ?? counted}${took}`
  })
  const code = sum('failed') === 0 ? 0 : 1
  return { lines: [...lines, `${sum('passed')} passed, ${sum('failed')} failed`], code }
}
