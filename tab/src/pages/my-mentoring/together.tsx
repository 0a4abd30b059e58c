/** What the two keep together, below their next Session. */
import Actions from './actions.tsx'
import Ideas from './ideas.tsx'
import Notes from './notes.tsx'
import type { MyPairing } from './pairings.ts'

export default function Together({ pairing }: { pairing: MyPairing }) {
  return (
    <>
      <Actions pairing={pairing} />
      <Notes pairing={pairing} />
      <Ideas pairing={pairing} />
    </>
  )
}
