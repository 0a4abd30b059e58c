/**
 * fast-check with one seed for everybody, so that a commit is as green tomorrow as it was today. New ground is looked at by
 * `PROPERTY_SEED=random npm test -- test/domain`; what fails there becomes an example in its test, or is repeated by its seed.
 */
import fc from 'fast-check'

const asked = process.env.PROPERTY_SEED ?? '20261121'
if (asked !== 'random') fc.configureGlobal({ seed: Number(asked) })

export * from 'fast-check'
export default fc
