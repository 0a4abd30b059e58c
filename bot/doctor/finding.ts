/** What was looked at, and how it stands. No secret, no name and no address of a person is ever in one. */
export interface Finding {
  item: string
  state: 'ok' | 'not ok' | 'not tried'
  why?: string
  /** What to do about it. */
  remedy?: string
}

export type Verdict = Omit<Finding, 'item'>

export const ok = (why?: string): Verdict => ({ state: 'ok', ...(why ? { why } : {}) })
export const notOk = (why: string, remedy: string): Verdict => ({ state: 'not ok', why, remedy })
export const notTried = (why: string): Verdict => ({ state: 'not tried', why })

/** One line an item; 1 when something is not ok. */
export function report(findings: readonly Finding[], asJson: boolean): { text: string; exitCode: 0 | 1 } {
  const exitCode = findings.some(({ state }) => state === 'not ok') ? 1 : 0
  if (asJson) return { text: `${JSON.stringify({ findings }, undefined, 2)}\n`, exitCode }
  const line = ({ item, state, why, remedy }: Finding) =>
    `${[`${state.padEnd(9)} ${item}`, why, remedy].filter(Boolean).join(' — ')}\n`
  return { text: findings.map(line).join(''), exitCode }
}
