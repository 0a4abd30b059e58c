/** The same company on its first day: who comes for the first time, and the Organizer at the Matching board. */
import { describe } from '@jest/globals'
import { onTheBoard } from './board.ts'
import { readAndPair } from './guided-path.ts'
import { firstVisits } from './newcomer.ts'
import { setStage } from './stage.ts'

const stage = setStage(['--fresh'])

describe('first visits', () => firstVisits(stage))
describe('pairing', () => readAndPair(stage))
describe('the Matching board', () => onTheBoard(stage))
