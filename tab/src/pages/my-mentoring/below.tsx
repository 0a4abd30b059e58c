/** What is looked for less often: who helps, who runs it, who sees what, and one's own data. */
import type { Out } from '../../../../bot/contract/index.ts'
import Assistant from './assistant.tsx'
import Assisted from './assisted.tsx'
import DataDoor from './data-door.tsx'
import Nominate from './nominate.tsx'
import { takesPart } from './takes-part.ts'
import Talk from './talk.tsx'
import WhoRuns from './who-runs.tsx'
import WhoSees from './who-sees.tsx'

/** Has Sessions, or will. */
const keepsTime = (state: string) => state === 'approved' || state === 'paused'

export default function Below({ mine: { participant, cohort } }: { mine: Out<'myMentoring'> }) {
  return (
    <>
      {participant?.side === 'mentee' && keepsTime(participant.state) && <Assistant />}
      {participant && <Assisted />}
      {cohort && <Nominate cohortId={cohort.id} takesPart={participant !== null} />}
      {cohort && takesPart(participant?.state) && <WhoRuns cohortId={cohort.id} />}
      {cohort && participant && <Talk cohortId={cohort.id} />}
      <WhoSees cohort={cohort?.id} />
      <DataDoor />
    </>
  )
}
