/** Why a choice did not work. No sentence tells what anybody else chose. */
import { ApiProblem } from '../../api/client.ts'
import { useText } from '../../ui/text.tsx'
import { useWords } from '../../ui/words.ts'
import { choiceStrings } from './choice-strings.ts'

export function useChoiceFault(): (fault: unknown, name?: string) => string {
  const t = useText(choiceStrings)
  const words = useWords()
  return (fault, name = t('somebody')) => {
    const known = fault instanceof ApiProblem ? t.maybe(`no.${fault.code}`, { name }) : undefined
    return known ?? words.whyNot(fault)
  }
}
