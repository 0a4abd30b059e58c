import { hurriedBy } from '../../bot/time.ts'

/** The time of Teams and of whoever waits for Teams, for a product and its tenant alike. */
export const hurried = hurriedBy(20)
