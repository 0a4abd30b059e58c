// Stages of `npm test` that need not wait for each other.

/** Several rows of stages at once, each row one stage after the other; their results row by row. */
export async function sideBySide(...rows) {
  return (await Promise.all(rows.map(inTurn))).flat()
}

async function inTurn(row) {
  const results = []
  for (const stage of row) results.push(await stage())
  return results
}
