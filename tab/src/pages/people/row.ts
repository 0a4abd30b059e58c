import type { Out } from '../../../../bot/contract/index.ts'

/** Somebody as the list shows them. */
export type Row = Out<'people'>['people'][number]
