import { expect, test } from '@jest/globals'
import { initialsOf } from '../../../bot/demo/page/src/initials.ts'

test('the letters of a face come in the order of the name, and joined letters stay apart', () => {
  expect(['Hamish Calloway', 'Ana Maria da Silva', 'Madonna', ''].map(initialsOf)).toEqual([
    'HC',
    'AM',
    'M',
    '',
  ])
  expect(initialsOf('أمل حداد')).toBe('أ\u200cح')
})
