import type { DemoPerson } from '../company.ts'

/** What comes back without $select. */
export const DEFAULT_USER = [
  'businessPhones',
  'displayName',
  'givenName',
  'id',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
]

/** What User.ReadBasic.All covers. */
export const BASIC_USER = new Set([
  'id',
  'displayName',
  'givenName',
  'surname',
  'mail',
  'userPrincipalName',
  'photo',
  'securityIdentifier',
])

/** Asked of a collection these are answered with 501; they live outside the directory. */
export const SINGLE_ONLY = new Set([
  'aboutMe',
  'birthday',
  'hireDate',
  'interests',
  'mailboxSettings',
  'mySite',
  'pastProjects',
  'preferredName',
  'responsibilities',
  'schools',
  'skills',
])

/** Somebody as a Graph user, every property of the directory that the tenant knows. */
export function userRow(person: DemoPerson): Record<string, unknown> {
  return {
    id: person.id,
    accountEnabled: person.accountEnabled,
    businessPhones: [],
    city: person.city,
    companyName: person.companyName,
    country: person.country,
    department: person.department || null,
    displayName: person.displayName,
    employeeHireDate: person.employeeHireDate,
    employeeId: person.employeeId || null,
    employeeOrgData: null,
    employeeType: person.userType === 'Member' ? 'Employee' : null,
    givenName: person.givenName,
    jobTitle: person.jobTitle,
    mail: person.mail,
    mailNickname: person.mail.split('@')[0],
    mobilePhone: null,
    officeLocation: person.officeLocation,
    onPremisesExtensionAttributes: extensionAttributes(person),
    preferredLanguage: person.preferredLanguage,
    proxyAddresses: [`SMTP:${person.mail}`],
    surname: person.surname,
    usageLocation: null,
    userPrincipalName: person.userPrincipalName,
    userType: person.userType,
  }
}

function extensionAttributes(person: DemoPerson): Record<string, string | null> {
  const all: Record<string, string | null> = { extensionAttribute1: String(person.grade) }
  for (let n = 2; n <= 15; n++) all[`extensionAttribute${n}`] = null
  return all
}
