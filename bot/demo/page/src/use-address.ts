import { useCallback, useEffect, useState } from 'react'
import { type Address, readAddress, writeAddress } from './address.ts'

export type Go = (to: Partial<Address>) => void

/** The address as state. Going somewhere adds to the browser's history, so Back works as people expect. */
export function useAddress(): [Address, Go] {
  const [address, setAddress] = useState(() => readAddress(location.hash))
  useEffect(() => {
    const follow = () => setAddress(readAddress(location.hash))
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  const go = useCallback((to: Partial<Address>) => {
    location.hash = writeAddress({ ...readAddress(location.hash), ...to })
  }, [])
  return [address, go]
}
