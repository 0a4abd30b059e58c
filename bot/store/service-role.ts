/**
 * The role that the service works as: it reads and writes rows, and can neither alter a table nor change what the log of
 * deeds says. Whoever owns the tables makes it and grants to it, after each migration, and is not signed in while the
 * service runs.
 */
import { createHash, createHmac, pbkdf2Sync } from 'node:crypto'
import { Fault } from '../domain/fault.ts'
import type { Database } from './database.ts'
import type { RandomBytes } from './sealed-box.ts'

/** Written and read, never changed. */
const appendOnly = ['audit_entries']

export async function grantToService(
  owner: Database,
  serviceUrl: string,
  random: RandomBytes,
): Promise<void> {
  const { name, password } = signInOf(serviceUrl)
  const { rows } = await owner.query('select current_user as owner, current_database() as base')
  if (rows[0].owner === name) throw new ServiceIsOwner(name)
  const [role, base] = [quoted(name), quoted(rows[0].base)]
  await owner.transaction(async () => {
    await makeRole(owner, name, password && verifierOf(password, random(16)))
    const statements = [
      `revoke create on schema public from public`,
      `revoke create, temporary on database ${base} from public, ${role}`,
      `grant connect on database ${base} to ${role}`,
      `grant usage on schema public, jobs, drizzle to ${role}`,
      `revoke all on all tables in schema public, jobs, drizzle from ${role}`,
      `grant select, insert, update, delete on all tables in schema public, jobs to ${role}`,
      `grant select on all tables in schema drizzle to ${role}`,
      `grant usage, select on all sequences in schema public, jobs to ${role}`,
      `grant execute on all functions in schema jobs to ${role}`,
      ...appendOnly.map((table) => `revoke update, delete, truncate on ${table} from ${role}`),
    ]
    for (const statement of statements) await owner.query(statement)
  })
}

export class ServiceIsOwner extends Fault {
  override readonly name = 'ServiceIsOwner'
  readonly code = 'service-is-owner'
  constructor(role: string) {
    super(
      `DATABASE_URL and DATABASE_MIGRATION_URL sign in as the same role, ${role}. Give the service another name: it is made.`,
    )
  }
}

/** The password goes over as a verifier: the server's own log of statements may keep what it is sent. */
async function makeRole(owner: Database, name: string, verifier: string | undefined): Promise<void> {
  const { rows } = await owner.query('select 1 from pg_roles where rolname = $1', [name])
  if (rows.length === 0)
    await owner.query(`create role ${quoted(name)} login nosuperuser nocreatedb nocreaterole noinherit`)
  if (verifier) await owner.query(`alter role ${quoted(name)} password '${verifier}'`)
}

function signInOf(url: string): { name: string; password?: string } {
  const { username, password } = new URL(url)
  return {
    name: decodeURIComponent(username),
    ...(password ? { password: decodeURIComponent(password) } : {}),
  }
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** RFC 5803, as `pg_authid` keeps it. */
export function verifierOf(password: string, salt: Buffer): string {
  const rounds = 4096
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, rounds, 32, 'sha256')
  const hmac = (text: string) => createHmac('sha256', salted).update(text).digest()
  const stored = createHash('sha256').update(hmac('Client Key')).digest('base64')
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${stored}:${hmac('Server Key').toString('base64')}`
}
