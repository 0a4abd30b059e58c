import { useCallback, useEffect, useState } from 'react'
import { type Address, readAddress, START, writeAddress } from './address.ts'

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
    const here = readAddress(location.hash)
    // Somebody else's tab opens where theirs begins: the place just looked at may not be open to them.
    const home =
      to.persona && to.persona !== here.persona ? { page: START.page, sub: '', day: START.day } : {}
    location.hash = writeAddress({ ...here, ...home, ...to })
  }, [])
  return [address, go]
}
