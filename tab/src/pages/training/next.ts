import type { Out } from '../../../../bot/contract/index.ts'

type View = Out<'training'>
export type LessonLine = View['lessons'][number]

/** Of one's own tracks, what one has begun before what one has not; nothing once all is finished. `not`: the one just read. */
export function nextOf({ tracks, lessons }: View, not?: string): LessonLine | undefined {
  const mine = new Set(tracks.map(({ side }) => side))
  const open = lessons.filter(({ id, side, state }) => mine.has(side) && state !== 'finished' && id !== not)
  return open.find(({ state }) => state === 'started') ?? open[0]
}
