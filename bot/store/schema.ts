/**
 * The tables. Ids of people are Entra object ids, ours are UUIDs. What is asked for in SQL is a column; what only travels
 * is jsonb. Each shelf has its own; change one, then generate the next migration (CONTRIBUTING.md). Migrations are only ever added to.
 */

export * from './data-key-table.ts'
export * from './enrolment/tables.ts'
export * from './meeting/tables.ts'
export * from './organization/tables.ts'
export * from './pairing/tables.ts'
export * from './preferences/tables.ts'
export * from './program/tables.ts'
export * from './publishing/tables.ts'
export * from './records/tables.ts'
export * from './scheduling/tables.ts'
export * from './speed/tables.ts'
export * from './telling/tables.ts'
