/** The shape that every Session has, for page and calendar alike: who speaks for how long. */
export interface AgendaPoint {
  key: 'arrive' | 'since' | 'topic' | 'back' | 'next'
  minutes: number
}

const shares: [AgendaPoint['key'], number][] = [
  ['arrive', 0.1],
  ['since', 0.2],
  ['topic', 0.4],
  ['back', 0.2],
  ['next', 0.1],
]

/** 5, 10, 20, 10, 5 of 50 minutes, stretched to the length of a Session; the topic takes what rounding leaves. */
export function agendaOf(minutes: number): AgendaPoint[] {
  const points = shares.map(([key, share]) => ({ key, minutes: Math.max(1, Math.round(minutes * share)) }))
  const spare = minutes - points.reduce((sum, point) => sum + point.minutes, 0)
  return points.map((point) => (point.key === 'topic' ? { ...point, minutes: point.minutes + spare } : point))
}
