/**
 * What somebody is called, from the one name that a directory shows: "Anna Nowak", "Nowak, Anna" or "Nowak, Anna (Sales)".
 * The whole name where that cannot be told.
 */
export function firstNameOf(name: string): string {
  const [family = '', given] = name.split(',')
  return (given ?? family).trim().split(/\s+/)[0] || name
}
