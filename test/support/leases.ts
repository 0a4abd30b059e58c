/** What is claimed was claimed so much longer ago: leases go by the database's own clock, which no test can move. */
import type { Database } from '../../bot/store/database.ts'

export async function ageClaims(database: Database, ms: number): Promise<void> {
  const earlier = (column: string) => `${column} = ${column} - ${ms / 1000} * interval '1 second'`
  for (const table of ['holds', 'repairs', 'speed_events'])
    await database.query(`update ${table} set ${earlier('claimed_until')}`)
  for (const table of ['notices', 'posts'])
    await database.query(`update ${table} set ${earlier('claimed_at')}`)
}
