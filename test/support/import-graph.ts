// Reads sources as text: who imports whom, what is called. Enough for rules about direction, no compiler needed.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { posix } from 'node:path'

/** Source text by path from the project's root, with `/`: `bot/domain/pairing/pairing.ts`. */
export type Sources = ReadonlyMap<string, string>
export type Import = { from: string; to: string; package: boolean }

/** Every TypeScript source below the folders, read from disk. `root` ends in `/`. */
export function readSources(root: URL, folders: readonly string[]): Sources {
  const found = new Map<string, string>()
  const visit = (path: string) => {
    const url = new URL(path, root)
    if (!existsSync(url)) return
    if (statSync(url).isDirectory()) for (const name of readdirSync(url).sort()) visit(`${path}/${name}`)
    else if (/\.tsx?$/.test(path)) found.set(path, readFileSync(url, 'utf8'))
  }
  for (const folder of folders) visit(folder)
  return found
}

const quoted = `"(?:\\\\.|[^"\\\\\\n])*"|'(?:\\\\.|[^'\\\\\\n])*'`
const commentOrString = new RegExp(`${quoted}|\`(?:\\\\.|[^\`\\\\])*\`|//[^\\n]*|/\\*[\\s\\S]*?\\*/`, 'g')

/** The source without comments, so that a rule is not broken by a sentence about it. */
export function withoutComments(source: string): string {
  return source.replace(commentOrString, (found) => (found.startsWith('/') ? ' ' : found))
}

/** The source without comments and without the contents of plain strings; template texts stay, they hold code. */
export function codeOnly(source: string): string {
  return source.replace(commentOrString, (found) =>
    found.startsWith('/') ? ' ' : found.startsWith('`') ? found : "''",
  )
}

const specifier =
  /(?:\b(?:import|export)(?:\s+type)?\b[^'"()=;]*?\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"\n]+)\1/g

/** Static, dynamic, re-exporting and type-only imports alike: a type is knowledge too. */
export function importsOf(sources: Sources): Import[] {
  return [...sources].flatMap(([from, source]) =>
    [...withoutComments(source).matchAll(specifier)].map(([, , to]) => {
      const relative = to!.startsWith('.')
      return {
        from,
        to: relative ? posix.join(posix.dirname(from), to!) : to!,
        package: !relative,
      }
    }),
  )
}

/**
 * Each circle of imports once, as the files in order with the first one repeated at the end. Types and late imports count
 * too: files that know each other are one file in two pieces, even where none of them can be met half loaded.
 */
export function cyclesOf(imports: readonly Import[]): string[][] {
  const next = new Map<string, string[]>()
  for (const { from, to, package: outside } of imports)
    if (!outside) next.set(from, [...(next.get(from) ?? []), to])
  const found: string[][] = []
  const done = new Set<string>()
  const path: string[] = []
  const visit = (file: string) => {
    const start = path.indexOf(file)
    if (start >= 0) found.push([...path.slice(start), file])
    if (start >= 0 || done.has(file)) return
    path.push(file)
    for (const each of next.get(file) ?? []) visit(each)
    path.pop()
    done.add(file)
  }
  for (const file of next.keys()) visit(file)
  return found
}
