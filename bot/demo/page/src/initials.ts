/**
 * First letters of the first two words. Fluent turns them around on a page that runs from right to left, and people whose
 * name is written from left to right would get somebody else's; letters of a joined script stay apart.
 */
export function initialsOf(name: string): string {
  const letters = name
    .trim()
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .slice(0, 2)
  return letters.join(/\p{Script=Arabic}/u.test(letters.join('')) ? '\u200c' : '')
}
