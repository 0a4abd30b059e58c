import { describe, expect, test } from '@jest/globals'
import { asksForHelp, readOptions, readWithRest, required, UsageFault } from '../bot/command-line.ts'

const known = { out: 'text', seed: 'text', json: 'flag' } as const

describe('options of a command', () => {
  test('stand behind their name or after an equals sign; the last one counts', () => {
    expect(readOptions(['--out', 'a', '--seed=7', '--json', '--out', 'b'], known)).toEqual({
      out: 'b',
      seed: '7',
      json: true,
    })
    expect(readOptions([], known)).toEqual({})
    expect(readOptions(['--out='], known)).toEqual({ out: '' })
  })

  test('take what follows as their value, even if it begins with a dash', () => {
    expect(readOptions(['--seed', '-1'], known)).toEqual({ seed: '-1' })
  })

  test.each([
    [['--poeple', 'x'], 'There is no option --poeple. There are: --out, --seed, --json.'],
    [['--toString'], 'There is no option --toString. There are: --out, --seed, --json.'],
    [['people.csv'], '"people.csv" is not an option. Options start with --.'],
    [['-o', 'a'], '"-o" is not an option. Options start with --.'],
    [['-json'], '"-json" is not an option. Options start with --.'],
    [['--'], '"--" is not an option. Options start with --.'],
    [['--out'], '--out needs a value.'],
    [['--json=yes'], '--json takes no value.'],
  ])('%j is refused in words that say what to write', (argv, says) => {
    expect(() => readOptions(argv, known)).toThrow(new UsageFault(says))
  })

  test('may stand beside other words, where a command has some', () => {
    expect(readWithRest(['NAME=a', '--json', 'OTHER=b'], known)).toEqual({
      options: { json: true },
      rest: ['NAME=a', 'OTHER=b'],
    })
  })

  test('that must be there are missed by name', () => {
    expect(() => required({}, 'out')).toThrow(new UsageFault('--out is missing.'))
  })

  test('are not looked at when somebody asks for help', () => {
    expect(asksForHelp(['pair', '--help'])).toBe(true)
    expect(asksForHelp(['pair'])).toBe(false)
  })
})
