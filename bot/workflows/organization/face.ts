import type { Person } from '../../domain/organization/person.ts'
import type { Face } from '../../domain/telling/notice-parts.ts'

/** Somebody as others see them. */
export function faceOf(person: Person): Face {
  const location = person.officeLocation ?? person.city
  return {
    id: person.id,
    name: person.displayName,
    ...(person.jobTitle ? { jobTitle: person.jobTitle } : {}),
    ...(person.department ? { department: person.department } : {}),
    ...(location ? { location } : {}),
  }
}
