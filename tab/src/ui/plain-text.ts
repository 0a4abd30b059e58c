/** Text as it is searched: case and accents do not matter. */
export function plainText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
}

/** Whether every word stands somewhere in it. */
export function isFoundIn(haystack: string, search: string): boolean {
  const text = plainText(haystack)
  return plainText(search)
    .split(/\s+/)
    .every((word) => text.includes(word))
}
