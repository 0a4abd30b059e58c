/** The invented company of `npm start`: the guided path from end to end, how it all looks, and what a restart leaves. */
import { describe } from '@jest/globals'
import { fromApprovalToPost, readAndPair } from './guided-path.ts'
import { looksRight } from './looks.ts'
import { setStage } from './stage.ts'
import { stopAndStart } from './stop-and-start.ts'

const stage = setStage(['--fresh'])

describe('the guided path, first half', () => readAndPair(stage))
describe('the guided path, second half', () => fromApprovalToPost(stage))
describe('looks', () => looksRight(stage))
describe('stopping and starting', () => stopAndStart(stage))
