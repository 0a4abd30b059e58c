/** What a company of the demo tenant is made of. */

export interface DemoPerson {
  /** Entra object id (GUID). */
  id: string
  displayName: string
  givenName: string
  surname: string
  mail: string
  userPrincipalName: string
  jobTitle: string
  department: string
  officeLocation: string
  city: string
  country: string
  companyName: string
  employeeId: string
  /** ISO instant. */
  employeeHireDate: string
  /** 1 (entry) to 12 (top); Graph gives it as onPremisesExtensionAttributes.extensionAttribute1. */
  grade: number
  /** As the directory states it: may be missing, the person themself, part of a cycle, or nobody. */
  managerId?: string
  accountEnabled: boolean
  userType: 'Member' | 'Guest'
  preferredLanguage: string
  /** As the mailbox states it: a Windows or an IANA name. */
  mailboxTimeZone: string
  /** Local wall time HH:MM. */
  workingHours: { days: string[]; start: string; end: string }
  /** How full the calendar is, 0 to 1: the seeded busy blocks of getSchedule and calendarView follow from it. */
  busyness: number
}

export interface DemoTeam {
  id: string
  displayName: string
  memberIds: string[]
  /** Open to the whole team unless it says otherwise. */
  channels: { id: string; displayName: string; membershipType?: 'private' | 'shared' }[]
}

/** What somebody would fill in when enrolling; the start script enrols them through the product's own workflow. */
export interface DemoEnrolment {
  personId: string
  side: 'mentor' | 'mentee'
  topics: { topic: string; level: 1 | 2 | 3 }[]
  languages: string[]
  interests: string[]
  capacity: number
}

export interface Company {
  name: string
  tenantId: string
  domain: string
  people: DemoPerson[]
  byId: Map<string, DemoPerson>
  teams: DemoTeam[]
  enrolments: DemoEnrolment[]
  /** Who the page lets you be. Ids of people; app roles they hold in Entra stand in `appRoles`. */
  personas: {
    mentor: string
    mentee: string
    organizer: string
    communications: string
    sponsor: string
    newcomer: string
  }
  /** Entra app roles by person id: 'Organizer', 'Communications', 'Analyst', ... */
  appRoles: Map<string, string[]>
  /** Read from somebody's own file; without it everything is invented. */
  isFromFile?: boolean
  /** Faults of the source, in words, with ids; a row that could not be read belongs to nobody (''). */
  faults: {
    personId: string
    kind: 'missing-manager' | 'self-manager' | 'cycle' | 'unknown-manager' | 'duplicate-id' | 'bad-row'
    text: string
    /** The same for everybody who stands in one circle. */
    circle?: string
  }[]
}
