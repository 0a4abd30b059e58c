import { ApiProblem } from '../../api/client.ts'
import { useText } from '../../ui/text.tsx'
import { useWords } from '../../ui/words.ts'
import { repairStrings } from './repair-strings.ts'

/** Why a new time was not asked for, chosen or given back: the same code means something else for a check-in. */
export function useRepairFault(partner: string): (fault: unknown) => string {
  const t = useText(repairStrings)
  const words = useWords()
  return (fault) =>
    (fault instanceof ApiProblem ? t.maybe(`no.${fault.code}`, { name: partner }) : undefined) ??
    words.whyNot(fault)
}
