/** Training in the tab: where one stands, the library, and a lesson with its check. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import type { Out } from '../../bot/contract/index.ts'
import Training from '../../tab/src/pages/training/index.tsx'
import { anEmployee } from './support/fixtures.ts'
import { type Answers, problem, show } from './support/show.tsx'

type View = Out<'training'>
type Lesson = Out<'lesson'>

const line = (id: string, changes: Partial<View['lessons'][number]> = {}): View['lessons'][number] => ({
  ...{ id, side: 'mentor', stage: 'start', minutes: 4, title: `About ${id}`, promise: `You can ${id}.` },
  ...{ state: 'new', isNewer: false },
  ...changes,
})
const view = (changes: Partial<View> = {}): View => ({
  tracks: [{ side: 'mentor', of: 3, finished: 1, isFirst: true, programName: 'Reverse mentoring' }],
  lessons: [
    line('leading', { state: 'finished' }),
    line('asking', { state: 'started', stage: 'sessions' }),
    line('patience', { stage: 'difficult' }),
    line('listening', { side: 'mentee', stage: 'sessions' }),
  ],
  ...changes,
})
const lesson = (changes: Partial<Lesson> = {}): Lesson => ({
  ...line('asking', { state: 'started' }),
  language: 'en',
  version: 2,
  parts: [{ heading: 'Why a question', text: ['One.', 'Two.'], points: ['A small one'] }],
  scenario: { heading: 'Two ways', text: ['Leila asks.'] },
  check: {
    question: 'How do you start?',
    options: [
      { key: 'a', text: 'With a question' },
      { key: 'b', text: 'With a speech' },
      { key: 'c', text: 'Not at all' },
    ],
  },
  ...changes,
})

const open = (hash: string, answers: Answers = {}, locale = 'en') => {
  location.hash = hash
  return show(<Training />, {
    reader: anEmployee({ places: ['my-mentoring', 'training'] }),
    locale,
    answers: { training: view(), lesson: lesson(), startLesson: { state: 'started' }, ...answers },
  })
}
beforeEach(() => {
  location.hash = ''
})

describe('the page', () => {
  test('says how far one is, why it matters, and leads on to what was begun', async () => {
    open('#/training')
    await screen.findByRole('heading', { level: 1, name: '1 of 3 lessons finished' })
    screen.getByText(/You can be paired once you have finished them/)
    expect(screen.getByRole('link', { name: 'Go on: About asking' })).toHaveProperty(
      'hash',
      '#/training/asking',
    )
    const mine = screen.getByRole('region', { name: 'Your lessons as a Mentor' })
    expect(within(mine).getAllByRole('link')).toHaveLength(3)
    expect(within(mine).getByRole('progressbar', { name: '1 of 3' })).toBeTruthy()
    within(mine).getByText(/Finished/)
  })

  test('has a track for each side of whoever is both', async () => {
    const track = view().tracks[0]!
    open('#/training', {
      training: view({ tracks: [track, { ...track, side: 'mentee', of: 1, finished: 0, isFirst: false }] }),
    })
    await screen.findByRole('heading', { level: 1, name: '1 of 4 lessons finished' })
    screen.getByRole('region', { name: 'Your lessons as a Mentee' })
  })

  test('is a library to whoever organizes and takes no part', async () => {
    open('#/training', { training: view({ tracks: [] }) })
    await screen.findByRole('heading', { level: 1, name: 'Lessons for both sides' })
    expect(screen.queryByRole('region', { name: /^Your lessons/ })).toBeNull()
    expect(screen.queryByRole('link', { name: /^(Start|Go on)/ })).toBeNull()
  })

  test('is searched by words, for a side and for a stage', async () => {
    const { user, sent } = open('#/training', {
      training: ({ find }) =>
        find === 'silence'
          ? view({ lessons: [line('asking')] })
          : find === 'zebra'
            ? view({ lessons: [] })
            : view(),
    })
    const library = await screen.findByRole('region', { name: 'Library' })
    within(library).getByText('4 lessons')
    await user.selectOptions(within(library).getByRole('combobox', { name: 'For' }), 'Mentees')
    within(library).getByText('1 lesson')
    expect(
      within(library)
        .getAllByRole('link')
        .map((one) => one.textContent),
    ).toEqual(['About listening'])
    await user.selectOptions(within(library).getByRole('combobox', { name: 'For' }), 'both sides')
    await user.selectOptions(
      within(library).getByRole('combobox', { name: 'Helps' }),
      'when it gets difficult',
    )
    expect(
      within(library)
        .getAllByRole('link')
        .map((one) => one.textContent),
    ).toEqual(['About patience'])
    await user.selectOptions(within(library).getByRole('combobox', { name: 'Helps' }), 'at any time')
    const search = within(library).getByRole('searchbox', { name: 'Search the lessons' })
    await user.type(search, 'silence')
    await within(library).findByText('1 lesson')
    await user.clear(search)
    await user.type(search, 'zebra')
    await within(library).findByText(/No lesson has all of these words/)
    expect(sent.some(({ input }) => input['find'] === 'zebra' && input['language'] === 'en')).toBe(true)
  })
})

describe('a lesson', () => {
  test('is read under headings, begins at its own, and is started once', async () => {
    const { sent } = open('#/training/asking', { lesson: lesson({ state: 'new' }) })
    const heading = await screen.findByRole('heading', { level: 1, name: 'About asking' })
    await waitFor(() => expect(document.activeElement).toBe(heading))
    screen.getByRole('heading', { level: 2, name: 'Why a question' })
    screen.getByRole('heading', { level: 2, name: 'Two ways' })
    screen.getByRole('region', { name: 'Check yourself' })
    await waitFor(() => expect(sent.filter(({ route }) => route === 'startLesson')).toHaveLength(1))
  })

  test('says why a wrong answer is wrong, and lets one choose again', async () => {
    const { user, sent } = open('#/training/asking', {
      answerLesson: { isRight: false, why: 'Nobody asked for it.', state: 'started' },
    })
    await user.click(await screen.findByRole('button', { name: 'Check my answer' }))
    await screen.findByText('Choose an answer first.')
    expect(sent.some(({ route }) => route === 'answerLesson')).toBe(false)
    await user.click(screen.getByRole('radio', { name: 'With a speech' }))
    await user.click(screen.getByRole('button', { name: 'Check my answer' }))
    await screen.findByText(/Nobody asked for it\./)
    screen.getByText('Not quite. Choose another one.')
    expect(sent.find(({ route }) => route === 'answerLesson')?.input).toEqual({
      ...{ id: 'asking', language: 'en', version: 2, answer: 'b' },
    })
    await user.click(screen.getByRole('radio', { name: 'With a question' }))
    expect(screen.queryByText('Not quite. Choose another one.')).toBeNull()
  })

  test('once finished gives all the reasons and leads to the next', async () => {
    let isDone = false
    const finished = lesson({
      state: 'finished',
      check: {
        question: 'How do you start?',
        right: 'a',
        options: [
          { key: 'a', text: 'With a question', why: 'It is small.' },
          { key: 'b', text: 'With a speech', why: 'Nobody asked.' },
          { key: 'c', text: 'Not at all', why: 'Then nothing happens.' },
        ],
      },
    })
    const { user } = open('#/training/asking', {
      lesson: () => (isDone ? finished : lesson()),
      answerLesson: () => {
        isDone = true
        return { isRight: true, why: 'It is small.', state: 'finished' }
      },
    })
    await user.click(await screen.findByRole('radio', { name: 'With a question' }))
    await user.click(screen.getByRole('button', { name: 'Check my answer' }))
    await screen.findByText('That’s it. This lesson is finished.')
    for (const why of ['It is small.', 'Nobody asked.', 'Then nothing happens.']) screen.getByText(why)
    screen.getByText('Right answer')
    expect(screen.queryByRole('radio')).toBeNull()
    const next = await screen.findByRole('link', { name: 'Next: About patience' })
    expect(next).toHaveProperty('hash', '#/training/patience')
  })

  test('that says something else by now is not finished unread', async () => {
    const { user } = open('#/training/asking', {
      answerLesson: () => {
        throw problem(409, 'changed-meanwhile')
      },
    })
    await user.click(await screen.findByRole('radio', { name: 'With a question' }))
    await user.click(screen.getByRole('button', { name: 'Check my answer' }))
    expect((await screen.findByRole('alert')).textContent).not.toBe('')
  })

  test('is read, and not answered, by whoever takes no part', async () => {
    const { sent } = open('#/training/asking', {
      training: view({ tracks: [] }),
      lesson: lesson({ state: 'new' }),
    })
    await screen.findByText('The check at the end is for those who take part.')
    expect(screen.queryByRole('radio')).toBeNull()
    expect(sent.some(({ route }) => route === 'startLesson')).toBe(false)
  })

  test('that does not exist says so', async () => {
    open('#/training/nonsense', {
      lesson: () => {
        throw problem(404, 'not-found')
      },
    })
    await screen.findByRole('alert')
    screen.getByRole('link', { name: 'All lessons' })
  })

  test.each([
    ['es', 'Ponte a prueba'],
    ['ar', 'اختبر نفسك'],
  ])('is asked for in the reader’s language: %s', async (locale, check) => {
    const { sent } = open('#/training/asking', {}, locale)
    await screen.findByRole('region', { name: check })
    expect(sent.find(({ route }) => route === 'lesson')?.input).toMatchObject({ language: locale })
  })
})
