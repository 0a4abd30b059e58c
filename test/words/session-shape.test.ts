/** The parts of a Session fill it, whatever its length. */
import { expect, test } from '@jest/globals'
import { agendaOf } from '../../bot/words/session-shape.ts'

test('from 15 to 120 minutes, each part has some and together they have all', () => {
  for (let minutes = 15; minutes <= 120; minutes += 1) {
    const points = agendaOf(minutes)
    expect(points.reduce((sum, point) => sum + point.minutes, 0)).toBe(minutes)
    expect(Math.min(...points.map((point) => point.minutes))).toBeGreaterThan(0)
  }
  expect(agendaOf(50).map(({ minutes }) => minutes)).toEqual([5, 10, 20, 10, 5])
})
