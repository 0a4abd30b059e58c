/** Whether a text says anything to whoever reads it: blanks, and marks that nobody sees, say nothing. */
export const saysNothing = (text: string): boolean => !/[\p{L}\p{N}\p{P}\p{S}]/u.test(text)
