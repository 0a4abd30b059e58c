/** The steps of the guided path tick by what the stand-ins saw, and by nothing that was refused. */
import { describe, expect, it } from '@jest/globals'
import { createSeededCompany } from '../../bot/demo/company.ts'
import { createGuidedPath } from '../../bot/demo/control/path.ts'
import { chatWith } from '../../bot/demo/teams/ids.ts'
import { createState } from '../../bot/demo/tenant-state.ts'
import { cards, readerIn } from '../support/cards.ts'

const company = createSeededCompany({ people: 60 })
const CARD = 'application/vnd.microsoft.card.adaptive'
const cardNamed = (name: keyof typeof cards) => cards[name]!(readerIn('en')).card

/** A chat in which the bot asked how a session was; `seen` is what the press left there. */
function asked(personId: string, seen?: keyof typeof cards) {
  const state = createState(
    { company },
    'http://localhost',
    () => new Date('2026-05-04T09:00:00Z'),
    () => {},
  )
  chatWith(state, personId).messages.push({
    ...{
      id: 'm1',
      conversationId: 'c',
      from: 'bot',
      at: '2026-05-04T08:00:00Z',
      edited: false,
      deleted: false,
    },
    activity: { type: 'message', attachments: [{ contentType: CARD, content: cardNamed('check-in') }] },
    ...(seen ? { views: { [personId]: cardNamed(seen) } } : {}),
  })
  return createGuidedPath(state).done()
}

describe('the step of the check-in', () => {
  const { mentor, mentee } = company.personas

  it('ticks once one of the two has answered', () => {
    expect(asked(mentor, 'check-in-done')).toEqual(['check-in'])
    expect(asked(mentee, 'check-in-not-held')).toEqual(['check-in'])
  })

  it('does not tick for a question, nor for a press that was refused', () => {
    expect(asked(mentor)).toEqual([])
    expect(asked(mentor, 'check-in-missing')).toEqual([])
  })

  it('does not tick for what somebody else of the company answered', () => {
    const played = new Set<string>(Object.values(company.personas))
    const other = company.people.find(({ id }) => !played.has(id))!
    expect(asked(other.id, 'check-in-done')).toEqual([])
  })
})
