/** What somebody may be to a Program, or to the product. */
export type Role =
  | 'employee'
  | 'organizer'
  | 'sponsor'
  | 'stand-in'
  | 'communications'
  | 'analyst'
  | 'reviewer'
  | 'independent-contact'
  | 'it-admin'
