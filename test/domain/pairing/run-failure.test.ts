import { describe, expect, it } from '@jest/globals'
import {
  failureOf,
  RunFailure,
  readFailure,
  runFailureCodes,
} from '../../../bot/domain/pairing/run-failure.ts'
import { ExclusionsUnreadable } from '../../../bot/workflows/program/read-exclusions.ts'
import fc from '../../support/properties.ts'

describe('why a run failed', () => {
  it('is read again as code, source and words', () => {
    const error = new ExclusionsUnreadable('blocks', new Error('gone'))
    expect(readFailure(failureOf(error))).toEqual({
      failureCode: 'exclusions-unreadable',
      failureSource: 'blocks',
      failure: error.message,
    })
  })

  it('keeps every word of a failure that names its kind, whatever the words are', () => {
    fc.assert(
      fc.property(fc.constantFrom(...runFailureCodes), fc.string(), (failureCode, failure) => {
        expect(readFailure(failureOf(new RunFailure(failureCode, failure)))).toEqual({ failureCode, failure })
      }),
    )
  })

  it('of a kind nobody foresaw is its name and code: its words may be somebody else’s', () => {
    const unknown = (failure: string) => ({ failureCode: 'other', failure })
    const lost = Object.assign(new Error('lost what Ana wrote'), { code: 'ECONNRESET' })
    expect(readFailure(failureOf(lost))).toEqual(unknown('Error ECONNRESET'))
    expect(readFailure(failureOf(new TypeError('Ana is not a function')))).toEqual(unknown('TypeError'))
    expect(readFailure(failureOf('Ana was thrown'))).toEqual(unknown('Error'))
  })

  it('from before kinds were kept is its words alone', () => {
    const unknown = (failure: string) => ({ failureCode: 'other', failure })
    expect(readFailure('socket hang up')).toEqual(unknown('socket hang up'))
    expect(readFailure('[something new] was said')).toEqual(unknown('[something new] was said'))
  })
})
