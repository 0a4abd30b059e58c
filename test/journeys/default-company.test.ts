/** The invented company of `npm start`: every journey in the order in which a first day would bring them. */
import { describe } from '@jest/globals'
import { onTheBoard } from './board.ts'
import { fromApprovalToPost, readAndPair } from './guided-path.ts'
import { looksRight } from './looks.ts'
import { firstVisits } from './newcomer.ts'
import { setStage } from './stage.ts'
import { stopAndStart } from './stop-and-start.ts'

const stage = setStage(['--fresh'])

describe('first visits', () => firstVisits(stage))
describe('the guided path, first half', () => readAndPair(stage))
describe('the Matching board', () => onTheBoard(stage))
describe('the guided path, second half', () => fromApprovalToPost(stage))
describe('looks', () => looksRight(stage))
describe('stopping and starting', () => stopAndStart(stage))
