import { useMutation } from '@tanstack/react-query'
import type { Out } from '../../../../bot/contract/index.ts'
import { useApi, useChange, useRoute } from '../query.tsx'

export type WhatIsKept = Out<'whatIsKept'>

export const useWhatIsKept = () => useRoute('whatIsKept', {})

/** Asked anew each time: a file that somebody keeps is of the moment they asked. */
export function useExportMyData() {
  const { call } = useApi()
  return useMutation<Out<'exportMyData'>>({ mutationFn: () => call('exportMyData', {}) })
}

export const useEraseMe = () => useChange('eraseMe', ['whatIsKept', 'myMentoring'])
