import type { Side } from '../../domain/enrolment/participant.ts'
import { leftOf } from '../../domain/enrolment/training.ts'
import type { Pairing } from '../../domain/pairing/pairing.ts'
import type { Program } from '../../domain/program/program.ts'
import type { Ports } from '../ports.ts'
import { trackOf } from '../program/lessons.ts'

type Two = Pick<Pairing, 'mentorId' | 'menteeId'>

/** How many lessons each of a pair has yet to finish; none where the Program does not want them finished first. */
export async function lessonsLeft(
  { training }: Pick<Ports['store'], 'training'>,
  program: Program,
  pairs: readonly Two[],
): Promise<(pair: Two) => Record<Side, number>> {
  if (!program.trainingFirst) return () => ({ mentor: 0, mentee: 0 })
  const finished = await training.finished(pairs.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]))
  const tracks = { mentor: trackOf(program, 'mentor'), mentee: trackOf(program, 'mentee') }
  const left = (side: Side, personId: string) =>
    leftOf(tracks[side], finished.get(personId) ?? new Set()).length
  return ({ mentorId, menteeId }) => ({ mentor: left('mentor', mentorId), mentee: left('mentee', menteeId) })
}
