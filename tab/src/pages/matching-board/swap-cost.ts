/** What an exchange costs or brings, in words. */
import { useFormat, useText } from '../../ui/text.tsx'
import { swapStrings } from './swap-strings.ts'

export function useSwapWords(): (cost: number) => string {
  const t = useText(swapStrings)
  const { number } = useFormat()
  return (cost) => {
    if (cost === 0) return t('same')
    const points = Math.abs(cost)
    return t(cost > 0 ? 'loses' : 'gains', { count: points, points: number(points) })
  }
}
