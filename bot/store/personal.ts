/** The register of personal data: every table, shelf by shelf. */
import * as t from './data-key-table.ts'
import { enrolmentPersonal } from './enrolment/personal.ts'
import { meetingPersonal } from './meeting/personal.ts'
import { organizationPersonal } from './organization/personal.ts'
import { pairingPersonal } from './pairing/personal.ts'
import { impersonal, ours, type PersonalTable } from './personal-table.ts'
import { preferencesPersonal } from './preferences/personal.ts'
import { programPersonal } from './program/personal.ts'
import { publishingPersonal } from './publishing/personal.ts'
import { recordsPersonal } from './records/personal.ts'
import { schedulingPersonal } from './scheduling/personal.ts'
import { speedPersonal } from './speed/personal.ts'
import { tellingPersonal } from './telling/personal.ts'

const keysPersonal: readonly PersonalTable[] = [
  {
    table: t.dataKeys,
    group: 'none',
    what: 'keys of what is sealed, one a cohort, and one of the organization',
    columns: {
      scope: ours,
      wrapped: impersonal('a key of everybody’s'),
      kekId: impersonal('the name of a key'),
    },
    readers: 'nobody',
    exported: { not: 'says nothing of one person' },
    erase: [],
    kept: 'cohort',
  },
]

export const register: Readonly<Record<string, readonly PersonalTable[]>> = {
  organization: organizationPersonal,
  records: recordsPersonal,
  program: programPersonal,
  enrolment: enrolmentPersonal,
  pairing: pairingPersonal,
  preferences: preferencesPersonal,
  scheduling: schedulingPersonal,
  speed: speedPersonal,
  meeting: meetingPersonal,
  publishing: publishingPersonal,
  telling: tellingPersonal,
  'beside the shelves': keysPersonal,
}

export const everyTable: readonly PersonalTable[] = Object.values(register).flat()
