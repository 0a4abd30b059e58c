import { useFormat, useText } from '../../ui/text.tsx'
import { useLayout } from './layout.ts'
import type { MySession } from './pairings.ts'
import { factOf } from './repair-facts.ts'
import { repairStrings } from './repair-strings.ts'

/** Who moved it and where it was; nothing for a Session that takes place as agreed. */
export function FactLine({ session, partner }: { session: MySession; partner: string }) {
  const layout = useLayout()
  const t = useText(repairStrings)
  const format = useFormat()
  const fact = factOf(session)
  if (!fact) return null
  const was = fact.was ? { day: format.day(fact.was), time: format.time(fact.was) } : { day: '', time: '' }
  return <p className={layout.small}>{t(fact.key, { name: partner, ...was })}</p>
}
