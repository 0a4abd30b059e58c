import type { Out } from '../../../../bot/contract/index.ts'

/** One application as it is shown to this reader. */
export type One = Out<'applications'>['applications'][number]
