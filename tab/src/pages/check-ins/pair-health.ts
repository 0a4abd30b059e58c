import type { Out } from '../../../../bot/contract/index.ts'

/** A pair as the work list has it. */
export type PairHealth = Out<'checkIns'>['pairs'][number]
