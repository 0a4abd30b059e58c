/** Command-line options: `--name value` or `--name=value`. */
export class UsageFault extends Error {
  readonly code = 'usage'
}

export type Options = Record<string, string>

export function parseOptions(argv: readonly string[], known: readonly string[]): Options {
  const options: Options = {}
  for (let at = 0; at < argv.length; at++) {
    const [, name, joined] = /^--([a-z-]+)(?:=(.*))?$/.exec(argv[at]!) ?? []
    if (name === undefined) throw new UsageFault(`"${argv[at]}" is not an option. Options start with --.`)
    if (!known.includes(name)) {
      throw new UsageFault(
        `There is no option --${name}. There are: ${known.map((k) => `--${k}`).join(', ')}.`,
      )
    }
    const value = joined ?? argv[++at]
    if (value === undefined) throw new UsageFault(`--${name} needs a value.`)
    options[name] = value
  }
  return options
}

export function required(options: Options, name: string): string {
  const value = options[name]
  if (value === undefined) throw new UsageFault(`--${name} is missing.`)
  return value
}
