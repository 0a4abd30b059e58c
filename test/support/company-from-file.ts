/** A company made of the text of a file, by the way that `npm start -- --people` goes. */
import { type Company, companyFromRows } from '../../bot/demo/company.ts'
import { readCompany } from '../../bot/files/company.ts'

export function companyFromFile(file: string | Uint8Array, name: string): Company {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file
  return companyFromRows(readCompany(name, bytes, 1, '2026-11-27'), name)
}
