/** Limits that the tab says before anything is sent. No zod here: this is loaded with the page. */

/** So many bytes a list of exclusions may have: as base64 it still fits into one request. */
export const mostListBytes = 360_000
