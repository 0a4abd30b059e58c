/** Whether the service has room for it: 100 kB as they are stored, see `bot/domain/meeting/session-notes.ts`. */
export const fits = (text: string): boolean => new TextEncoder().encode(text).length <= 100_000
