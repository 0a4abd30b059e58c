/**
 * What stands over a Session in both calendars. Delegates, and whoever may see titles, read it as well: so it names the
 * program and never the other person.
 */
import type { Person } from '../../domain/organization/person.ts'
import type { Program } from '../../domain/program/program.ts'

const byLanguage: Record<string, (program: string) => string> = {
  en: (program) => `${program}: session`,
  es: (program) => `${program}: sesión`,
  ar: (program) => `${program}: جلسة`,
}

/** One event has one subject for the two: in the language that both prefer, else in English. */
export function sessionSubject(
  { name }: Pick<Program, 'name'>,
  two: readonly Pick<Person, 'preferredLanguage'>[],
): string {
  const [one, other] = two.map(({ preferredLanguage }) => preferredLanguage?.split('-')[0]?.toLowerCase())
  const shared = one !== undefined && one === other && Object.hasOwn(byLanguage, one) ? one : 'en'
  return byLanguage[shared]!(name)
}
