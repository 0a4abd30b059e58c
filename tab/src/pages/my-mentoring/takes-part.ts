/** Whether somebody takes part, or may yet. */
export const takesPart = (state: string | undefined) =>
  state !== undefined && state !== 'declined' && state !== 'left'
