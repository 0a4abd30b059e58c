/**
 * One Graph user → what we now know about somebody, or why not. A change carries only what changed: a key that is
 * missing here is unchanged, a key with the value `undefined` was cleared.
 * Source: user-delta and delta-query-overview in the Graph documentation.
 */
import type { DirectoryRow, PersonChange } from '../domain/organization/directory-page.ts'
import type { PersonId } from '../domain/organization/person.ts'
import { isRecord } from './graph-error.ts'

/** What to ask Graph for; `manager` can be tracked by `$select` only. */
export const selectedFields = [
  'id',
  'displayName',
  'mail',
  'userPrincipalName',
  'jobTitle',
  'department',
  'officeLocation',
  'city',
  'country',
  'preferredLanguage',
  'employeeHireDate',
  'accountEnabled',
  'userType',
  'onPremisesExtensionAttributes',
  'manager',
]

const texts = [
  'mail',
  'userPrincipalName',
  'jobTitle',
  'department',
  'officeLocation',
  'city',
  'country',
  'preferredLanguage',
] as const

/** @param gradeAttribute the extension attribute in which the organization keeps its grade, 1 (entry) to 12 (top). */
export function toPerson(user: unknown, gradeAttribute = 'extensionAttribute1'): DirectoryRow {
  if (!isRecord(user)) return { kind: 'unreadable', why: 'not an object' }
  const { id } = user
  if (typeof id !== 'string' || !id) return { kind: 'unreadable', why: 'no id' }
  if (user['@removed'] !== undefined) return { kind: 'removed', id }
  const wrong = wrongField(user)
  if (wrong) return { kind: 'unreadable', id, why: `${wrong} is not a text` }
  const manager = managerOf(user)
  if (!manager) return { kind: 'unreadable', id, why: 'manager@delta cannot be read' }
  return { kind: 'person', person: { id, ...fieldsOf(user, gradeAttribute) }, manager }
}

/** One of the two facts that make somebody eligible is missing, and the other does not settle it. */
export function isEligibilityOpen(user: unknown): boolean {
  if (!isRecord(user) || user['@removed'] !== undefined) return false
  const told = 'accountEnabled' in user || 'userType' in user
  return told && eligibilityOf(user) === undefined
}

/** Enabled and no guest. An account without a type is older than the field, and a member. */
export function eligibilityOf(user: Record<string, unknown>): boolean | undefined {
  if (user.accountEnabled === false || (user.accountEnabled === null && 'accountEnabled' in user))
    return false
  if (typeof user.userType === 'string' && user.userType.toLowerCase() === 'guest') return false
  return 'accountEnabled' in user && 'userType' in user ? true : undefined
}

function wrongField(user: Record<string, unknown>): string | undefined {
  return ['displayName', ...texts].find((field) => {
    const value = user[field]
    return value !== undefined && value !== null && typeof value !== 'string'
  })
}

function fieldsOf(user: Record<string, unknown>, gradeAttribute: string): Omit<PersonChange, 'id'> {
  const fields: Omit<PersonChange, 'id'> = {}
  for (const field of texts) if (field in user) fields[field] = textOf(user[field])
  if ('displayName' in user) {
    fields.displayName = textOf(user.displayName) ?? textOf(user.userPrincipalName) ?? ''
  }
  if ('employeeHireDate' in user) fields.hiredOn = dateOf(user.employeeHireDate)
  if ('onPremisesExtensionAttributes' in user) {
    const attributes = user.onPremisesExtensionAttributes
    fields.grade = gradeOf(isRecord(attributes) ? attributes[gradeAttribute] : undefined)
  }
  const isEligible = eligibilityOf(user)
  if (isEligible !== undefined) fields.isEligible = isEligible
  return fields
}

function textOf(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() : ''
  return text || undefined
}

/** Graph writes year 1 for "never set". */
function dateOf(value: unknown): string | undefined {
  const [date] = /^\d{4}-\d{2}-\d{2}/.exec(typeof value === 'string' ? value : '') ?? []
  return date && !date.startsWith('0001') ? date : undefined
}

function gradeOf(value: unknown): number | undefined {
  const text = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
  return /^([1-9]|1[0-2])$/.test(text) ? Number(text) : undefined
}

/**
 * Absence of `manager@delta` in a change is not "no manager". How Graph tells a cleared one is not documented: an empty
 * list, a removed element and null all count. undefined when the shape is none we know.
 */
function managerOf(user: Record<string, unknown>): 'unchanged' | 'none' | { id: PersonId } | undefined {
  const links = user['manager@delta']
  if (links === undefined) return 'manager' in user ? expandedManager(user.manager) : 'unchanged'
  if (links === null) return 'none'
  if (!Array.isArray(links) || !links.every((link) => isRecord(link) && typeof link.id === 'string'))
    return undefined
  const kept = links.filter((link) => link['@removed'] === undefined).at(-1)
  return kept ? { id: kept.id as string } : 'none'
}

function expandedManager(manager: unknown): 'none' | { id: PersonId } | undefined {
  if (manager === null) return 'none'
  return isRecord(manager) && typeof manager.id === 'string' ? { id: manager.id } : undefined
}
