/** Entra object id: the only key by which a Person is known. Never a mail address or name. */
export type PersonId = string

/** Somebody in the organization, as the directory last described them. */
export interface Person {
  id: PersonId
  displayName: string
  mail?: string
  userPrincipalName?: string
  jobTitle?: string
  department?: string
  officeLocation?: string
  city?: string
  country?: string
  preferredLanguage?: string
  /** ISO date. */
  hiredOn?: string
  /** 1 (entry) to 12 (top), where the directory says. */
  grade?: number
  /** The manager the directory states. May be nobody we know, the person themself, or part of a cycle. */
  managerId?: PersonId
  /** An account that may sign in, and is no guest. Only such people are offered a place. */
  isEligible: boolean
}

/**
 * By which Teams' links for calls and chats know a person: the userPrincipalName, which often differs from the mail address.
 * learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-workflow
 */
export const signInNameOf = ({ userPrincipalName, mail }: Person): string | undefined =>
  userPrincipalName || mail || undefined
