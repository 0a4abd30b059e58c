/** Limits that the tab says before anything is sent. No zod here: this is loaded with the page. */

/** So many bytes a list of exclusions may have: as base64 it still fits into one request. */
export const mostListBytes = 360_000

/** So many people are invited by name in one go; more come as a list. */
export const mostInvitedAtOnce = 200

/** An organization chart that was last read so long ago is called old: a night was missed. */
export const chartOldAfterHours = 36
