/** A private note as a browser sends it, of which nobody here has the passphrase. */
export const aBox = `p1.${'s'.repeat(22)}.${'n'.repeat(16)}.${'w'.repeat(40)}`
