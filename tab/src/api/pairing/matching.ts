import { useChange, useRoute } from '../query.tsx'

export const useMatching = (id: string) => useRoute('matching', { id })
export const useSaveMatching = () => useChange('saveMatching', ['matching'])
/** A question, asked when pressed: it costs the engine a dozen runs. */
export const useTryMatching = () => useChange('matchingEffect', [])

export const useExclusions = (id: string) => useRoute('exclusions', { id })
export const useImportExclusions = () => useChange('importExclusions', ['exclusions', 'explain'])
export const useRemoveExclusionList = () => useChange('removeExclusionList', ['exclusions', 'explain'])
export const useRemoveExclusion = () => useChange('removeExclusion', ['exclusions', 'explain'])

export const useCancelRun = () => useChange('cancelRun', ['board'])

/** Solved anew for each question: kept for a while, and not asked before somebody wants it. */
export const useWeighing = (id: string, mentor: string, mentee: string, enabled: boolean) =>
  useRoute('weighPair', { id, mentor, mentee }, { enabled })
export const useFairness = (id: string) => useRoute('fairness', { id })

export const useScenarios = (id: string) =>
  useRoute(
    'scenarios',
    { id },
    {
      every: (latest) =>
        latest?.scenarios.some(({ state }) => state === 'waiting' || state === 'running') ? 1000 : false,
    },
  )
export const useNameScenario = () => useChange('nameScenario', ['scenarios'])
export const usePublishScenario = () =>
  useChange('publishScenario', ['board', 'chart', 'matching', 'scenarios'])
export const useRemoveScenario = () => useChange('removeScenario', ['scenarios'])
