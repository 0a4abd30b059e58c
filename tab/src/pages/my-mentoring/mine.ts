/** What the parts of this page hand on to each other. */
import type { Out } from '../../../../bot/contract/index.ts'

export type Mine = Out<'myMentoring'>
export type MyChoices = Out<'myChoices'>

/** For whoever takes part. */
export interface TakingProps {
  mine: Mine
  participant: NonNullable<Mine['participant']>
  cohort: NonNullable<Mine['cohort']>
  edit: () => void
}
