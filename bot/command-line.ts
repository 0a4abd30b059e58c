/** How every command reads its options: `--name value`, `--name=value` or `--flag`. What is wrong is said in the same words. */
import { parseArgs } from 'node:util'

/** The person who typed the command can put it right; the message is followed by the command's usage. */
export class UsageFault extends Error {
  readonly code = 'usage'
}

type Known = Readonly<Record<string, 'text' | 'flag'>>
export type Options<K extends Known> = { [Name in keyof K]?: K[Name] extends 'flag' ? true : string }

export const asksForHelp = (argv: readonly string[]): boolean => argv.includes('--help')

/** @throws UsageFault */
export function readOptions<const K extends Known>(argv: readonly string[], known: K): Options<K> {
  const { options, rest } = readWithRest(argv, known)
  if (rest[0] !== undefined) throw new UsageFault(notAnOption(rest[0]))
  return options
}

/** The same, and what stands there besides. @throws UsageFault */
export function readWithRest<const K extends Known>(
  argv: readonly string[],
  known: K,
): { options: Options<K>; rest: string[] } {
  const types = Object.entries(known).map(
    ([name, kind]) => [name, { type: kind === 'flag' ? 'boolean' : 'string' }] as const,
  )
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(types),
    // Its own refusals have other words for each kind of fault.
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const options: Record<string, string | true> = {}
  const rest: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') rest.push(token.value)
    else if (token.kind === 'option' && token.rawName.startsWith('--'))
      options[token.name] = optionValue(token, known)
    else throw new UsageFault(notAnOption(argv[token.index]!))
  }
  return { options: options as Options<K>, rest }
}

const notAnOption = (word: string) => `"${word}" is not an option. Options start with --.`

function optionValue(
  { name, value }: { name: string; value?: string | undefined },
  known: Known,
): string | true {
  const kind = Object.hasOwn(known, name) ? known[name] : undefined
  if (kind === undefined) {
    const all = Object.keys(known).map((one) => `--${one}`)
    throw new UsageFault(`There is no option --${name}. There are: ${all.join(', ')}.`)
  }
  if (kind === 'text' && value === undefined) throw new UsageFault(`--${name} needs a value.`)
  if (kind === 'flag' && value !== undefined) throw new UsageFault(`--${name} takes no value.`)
  return value ?? true
}

/** @throws UsageFault */
export function required<Name extends string>(
  options: { readonly [name in Name]?: string },
  name: Name,
): string {
  const value = options[name]
  if (value === undefined) throw new UsageFault(`--${name} is missing.`)
  return value
}
