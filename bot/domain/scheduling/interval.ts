/** Half-open span of time [start, end), in epoch milliseconds. */
export interface Interval {
  start: number
  end: number
}
