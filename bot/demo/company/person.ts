import { dayMs } from '../span.ts'
import { type Chance, guidOf } from './chance.ts'
import { inventName, mailName } from './names.ts'
import type { DemoPerson } from './shape.ts'
import type { Site } from './sites.ts'

/** How many people already have a mail name; the second Anna Nowak becomes anna.nowak2. */
export type MailNames = Map<string, number>

export interface PersonFacts {
  seed: string
  index: number
  site: Site
  domain: string
  companyName: string
  department: string
  jobTitle: string
  grade: number
  hasReports: boolean
}

const FLOORS = ['Ground floor', 'Floor 1', 'Floor 2', 'Floor 3', 'Floor 4']

/** Somebody to hold a post: a name that fits the place, an address, a mailbox as its administrator left it. */
export function createPerson(chance: Chance, names: MailNames, facts: PersonFacts): DemoPerson {
  const { site, grade } = facts
  const { givenName, surname } = inventName(chance, chance.weighted(site.cultures))
  const base = mailName(givenName, surname)
  const count = (names.get(base) ?? 0) + 1
  names.set(base, count)
  const mail = `${base}${count > 1 ? count : ''}@${facts.domain}`
  const years = grade <= 3 ? 0.2 + chance.float() * 4 : 1 + chance.float() * (4 + grade)
  return {
    id: guidOf(`${facts.seed}:${facts.index}`),
    displayName: shownName(givenName, surname, facts.index),
    givenName,
    surname,
    mail,
    userPrincipalName: signInName(mail, facts),
    jobTitle: facts.jobTitle,
    department: facts.department,
    officeLocation: `${site.city}, ${chance.pick(FLOORS)}`,
    city: site.city,
    country: site.country,
    companyName: facts.companyName,
    employeeId: `E${String(10_000 + facts.index)}`,
    employeeHireDate: hireDate(years),
    grade,
    accountEnabled: true,
    userType: 'Member',
    preferredLanguage: site.locale,
    mailboxTimeZone: mailboxZone(chance, site, facts.index),
    workingHours: workingHours(chance, site),
    busyness: Math.min(0.85, (facts.hasReports ? 0.25 : 0.15) + grade * 0.04 + chance.float() * 0.15),
  }
}

/** Directories that were merged from several write some names the other way round. */
function shownName(givenName: string, surname: string, index: number): string {
  return index % 9 === 4 ? `${surname}, ${givenName}` : `${givenName} ${surname}`
}

/** Who signs in by number, or by the name of a company that is no more, has another mail address. */
function signInName(mail: string, { index, domain }: PersonFacts): string {
  if (index % 5 === 3) return `e${10_000 + index}@${domain}`
  return index % 7 === 2 ? `${mail.split('@')[0]}@login.${domain}` : mail
}

/** A working day this many years before autumn 2026, the time in which the demo plays. */
function hireDate(years: number): string {
  const day = new Date(Date.UTC(2026, 8, 1) - Math.round(years * 365.25) * dayMs)
  return `${day.toISOString().slice(0, 10)}T00:00:00Z`
}

/** Administrators leave the Windows name; about one mailbox in five states IANA, one carries a legacy custom zone. */
function mailboxZone(chance: Chance, site: Site, index: number): string {
  const iana = chance.happens(0.2)
  if (index === 37) return 'tzone://Microsoft/Custom'
  return iana ? site.iana : site.windows
}

function workingHours(chance: Chance, site: Site): DemoPerson['workingHours'] {
  const [start, end] = chance.weighted([
    { weight: 10, value: ['09:00', '17:30'] },
    { weight: 5, value: ['08:00', '17:00'] },
    { weight: 4, value: ['08:30', '17:00'] },
    { weight: 3, value: ['10:00', '18:30'] },
    { weight: 1, value: ['09:00', '14:00'] },
  ]) as [string, string]
  const days = chance.happens(0.06) ? site.days.slice(0, 4) : [...site.days]
  return { days, start, end }
}
