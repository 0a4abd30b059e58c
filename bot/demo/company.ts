/** The company the demo tenant holds: invented from a seed, or read from a file. */

export { companyFromRows, type PeopleRows } from './company/company-from-rows.ts'
export { createSeededCompany } from './company/seeded-company.ts'
export type { Company, DemoEnrolment, DemoPerson, DemoTeam } from './company/shape.ts'
