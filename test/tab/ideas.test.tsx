// Ideas: nothing goes out before both agree, and whoever decides says why.
import { describe, expect, test } from '@jest/globals'
import { screen, waitFor } from '@testing-library/react'
import type { Out } from '../../bot/contract/index.ts'
import Desk from '../../tab/src/pages/check-ins/ideas.tsx'
import Ideas from '../../tab/src/pages/my-mentoring/ideas.tsx'
import type { MyPairing } from '../../tab/src/pages/my-mentoring/pairings.ts'
import { aFace } from './board-fixtures.ts'
import { problem, show } from './support/show.tsx'
import './wire.ts'

type Mine = Out<'ideas'>['ideas'][number]
const pairing = { id: 'p1', partner: aFace(1, { name: 'Ana Ruiz' }) } as MyPairing
const mine = (change: Partial<Mine> = {}): Mine => ({
  ...{ id: 'i1', title: 'Ask first', what: 'The newest speaks first', isMine: false, withNames: true },
  ...{ wroteAt: '2026-03-02T10:00:00Z', state: 'asked', mayAnswer: true, mayKeep: true },
  ...change,
})
const showMine = (ideas: Mine[], answers = {}, mayWrite = true) =>
  show(<Ideas pairing={pairing} />, {
    answers: {
      ideas: { ideas, objectives: ['Leaders ask first'], mayWrite },
      ...{ writeIdea: { id: 'i2' }, answerIdea: { ok: true }, ...answers },
    },
  })

describe('an idea of the two', () => {
  test('is written down with what it is for, and goes to the partner first', async () => {
    const { user, sent } = showMine([])
    await user.click(await screen.findByRole('button', { name: 'Write down an idea' }))
    await user.click(screen.getByRole('button', { name: 'Ask Ana to share it' }))
    expect(screen.getByText('Write the idea in one line first.')).toBeTruthy()
    expect(sent.some(({ route }) => route === 'writeIdea')).toBe(false)
    await user.type(screen.getByRole('textbox', { name: 'In one line' }), 'Ask first')
    await user.type(screen.getByRole('textbox', { name: 'What should happen' }), 'The newest speaks first')
    await user.selectOptions(screen.getByRole('combobox', { name: /Objective/ }), 'Leaders ask first')
    await user.click(screen.getByRole('button', { name: 'Ask Ana to share it' }))
    expect(await screen.findByText('Ana is asked. Nobody else can read it yet.')).toBeTruthy()
    expect(sent.find(({ route }) => route === 'writeIdea')!.input).toEqual({
      ...{ id: 'p1', title: 'Ask first', what: 'The newest speaks first', withNames: false },
      objective: 'Leaders ask first',
    })
  })

  test('keeps what was typed when it could not be sent', async () => {
    const { user } = showMine([], {
      writeIdea: () => {
        throw problem(409, 'list-full')
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Write down an idea' }))
    await user.type(screen.getByRole('textbox', { name: 'In one line' }), 'Ask first')
    await user.type(screen.getByRole('textbox', { name: 'What should happen' }), 'Now')
    await user.click(screen.getByRole('button', { name: 'Ask Ana to share it' }))
    expect(await screen.findByText(/This list is full/)).toBeTruthy()
    expect((screen.getByRole('textbox', { name: 'In one line' }) as HTMLInputElement).value).toBe('Ask first')
  })

  test('is shared without one’s name unless one says so, or kept', async () => {
    const { user, sent } = showMine([mine()])
    expect(await screen.findByText('Ana would share it with both your names.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Share it', description: 'Ask first' }))
    await user.click(await screen.findByRole('checkbox', { name: /My name may be shared/ }))
    await user.click(screen.getByRole('button', { name: 'Share it' }))
    await user.click(screen.getByRole('button', { name: 'Keep it between us' }))
    await waitFor(() =>
      expect(sent.filter(({ route }) => route === 'answerIdea').map(({ input }) => input)).toEqual([
        { id: 'i1', share: true, withNames: false },
        { id: 'i1', share: true, withNames: true },
        { id: 'i1', share: false, withNames: false },
      ]),
    )
  })

  test('is taken back until it is decided, and says what was decided and why', async () => {
    const done = mine({
      ...{ id: 'i3', title: 'Done thing', state: 'done', mayAnswer: false, mayKeep: false },
      ...{ reason: 'It costs nothing', owner: aFace(2, { name: 'Kim Lo' }), outcome: 'Every team does it' },
    })
    const { user, sent } = showMine([mine({ state: 'shared', mayAnswer: false }), done], {}, false)
    await user.click(await screen.findByRole('button', { name: 'Take it back', description: 'Ask first' }))
    expect(sent.find(({ route }) => route === 'answerIdea')!.input).toEqual({
      ...{ id: 'i1', share: false, withNames: false },
    })
    for (const said of [/It costs nothing/, /Kim Lo takes it on/, /Every team does it/])
      expect(screen.getByText(said)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Write down an idea' })).toBeNull()
  })
})

type Shared = Out<'sharedIdeas'>['ideas'][number]
const shared = (change: Partial<Shared> = {}): Shared => ({
  ...{ id: 'i1', title: 'Ask first', what: 'The newest speaks first', state: 'shared' },
  ...{ mayDecide: true, mayClose: false },
  ...change,
})
const showDesk = (ideas: Shared[]) =>
  show(<Desk />, {
    answers: {
      sharedIdeas: { ideas },
      ...{ decideIdea: { ok: true }, closeIdea: { ok: true } },
      findColleague: { people: [aFace(3, { id: 'kim', name: 'Kim Lo' })] },
    },
  })

describe('the page of ideas', () => {
  test('is by state, and a decision has somebody to do it and a reason', async () => {
    const { user, sent } = showDesk([
      shared(),
      shared({ id: 'i2', title: 'Later thing', state: 'later', reason: 'After the summer' }),
    ])
    expect(await screen.findByText('One idea waits for your decision.')).toBeTruthy()
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(['To decide', 'Later']),
    )
    expect(screen.getAllByText('Shared without names')).toHaveLength(2)
    await user.click(screen.getAllByRole('button', { name: 'Decide' })[0]!)
    await user.click(screen.getByRole('button', { name: 'Decide and tell them' }))
    expect(screen.getByText(/nothing goes ahead without someone/)).toBeTruthy()
    await user.type(screen.getByRole('textbox', { name: 'Who takes it on' }), 'Kim')
    await user.click(await screen.findByRole('button', { name: 'Let Kim Lo take it on' }))
    await user.click(screen.getByRole('button', { name: 'Decide and tell them' }))
    expect(screen.getByText('Write why first: both of them read it.')).toBeTruthy()
    await user.type(screen.getByRole('textbox', { name: /^Why/ }), 'It costs nothing')
    await user.click(screen.getByRole('button', { name: 'Decide and tell them' }))
    expect(await screen.findByText('Decided. Both of them are told.')).toBeTruthy()
    expect(sent.find(({ route }) => route === 'decideIdea')!.input).toEqual({
      ...{ id: 'i1', decision: 'going-ahead', reason: 'It costs nothing', ownerId: 'kim' },
    })
  })

  test('says what came of one that goes ahead, and what one may only read', async () => {
    const two = { mentor: aFace(1, { name: 'Ana Ruiz' }), mentee: aFace(2, { name: 'Ben Ode' }) }
    const { user, sent } = showDesk([
      shared({ state: 'going-ahead', mayDecide: false, mayClose: true }),
      shared({ id: 'i2', title: 'Of my line', mayDecide: false, ...two }),
    ])
    expect(await screen.findByText('From Ana Ruiz and Ben Ode')).toBeTruthy()
    expect(screen.getByText(/Someone outside their reporting line decides/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Say what came of it' }))
    await user.type(screen.getByRole('textbox', { name: /^What came of it/ }), 'It works')
    await user.click(screen.getByRole('button', { name: 'Close and tell them' }))
    await waitFor(() =>
      expect(sent.find(({ route }) => route === 'closeIdea')!.input).toEqual({
        id: 'i1',
        outcome: 'It works',
      }),
    )
  })

  test('with nothing shared says so', async () => {
    showDesk([])
    expect(await screen.findByText(/Nothing has been shared here so far/)).toBeTruthy()
  })
})
