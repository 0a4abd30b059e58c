/** The page on which Organizers write what the Program says in its own words. */
import { describe, expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import type { In, Out } from '../../bot/contract/index.ts'
import ContentPage from '../../tab/src/pages/program-setup/content-page.tsx'
import {
  blankOf,
  faultOf,
  isWhole,
  linesOf,
  type Shape,
} from '../../tab/src/pages/program-setup/content-shape.ts'
import { cohortDetails } from './support/fixtures.ts'
import { type Answers, problem, show } from './support/show.tsx'

const shape = {
  type: 'object',
  required: ['sentences'],
  properties: {
    sentences: {
      ...{ type: 'array', minItems: 1, maxItems: 3 },
      items: { type: 'string', minLength: 1, maxLength: 600 },
    },
  },
}
const says = (...sentences: string[]) => ({ sentences })

/** The default in every language, unless the Program wrote something. */
function aContent(
  own: Partial<Record<'en' | 'es' | 'ar', Partial<Out<'content'>['languages'][number]>>> = {},
  changes: Partial<Out<'content'>> = {},
): Out<'content'> {
  const usual = {
    en: says('We meet, {mentor}.'),
    es: says('Nos vemos, {mentor}.'),
    ar: says('نلتقي يا {mentor}.'),
  }
  return {
    ...{ kind: 'agreement', key: 'standing', shown: 'agreement', version: 1, shape },
    ...{ gaps: ['mentor'], needed: [], history: [] },
    languages: (['en', 'es', 'ar'] as const).map((language) => ({
      ...{ language, body: usual[language], reads: language, state: 'default', default: usual[language] },
      ...own[language],
    })),
    ...changes,
  }
}
const listed = (changes: Partial<Out<'contents'>['contents'][number]> = {}): Out<'contents'> => ({
  contents: [{ kind: 'agreement', key: 'standing', shown: 'agreement', version: 1, own: [], ...changes }],
})

function showPage(answers: Answers, locale = 'en') {
  return show(<ContentPage cohort={cohortDetails()} done={() => {}} />, {
    answers: { contents: listed(), content: aContent(), ...answers },
    locale,
  })
}
async function openText(answers: Answers, locale = 'en') {
  const shown = showPage(answers, locale)
  await shown.user.click(await screen.findByRole('button', { name: /^(Edit|Editar|تعديل): / }))
  await screen.findByRole('tablist')
  return shown
}
const box = (name: RegExp | string) => screen.getByRole('textbox', { name }) as HTMLTextAreaElement
const wrote = (sent: { route: string; input: object }[]) =>
  sent.filter(({ route }) => route === 'writeContent').map(({ input }) => input)

describe('the list', () => {
  test('says which texts are the program’s own, in which languages and since when', async () => {
    showPage({ contents: listed({ version: 4, own: ['en', 'ar'], changedAt: '2026-03-02T10:00:00Z' }) })
    expect(await screen.findByText(/Your own, version 4, in English and Arabic\. Changed on/)).toBeTruthy()
    expect(screen.getByText('Read by every pair above their signatures.')).toBeTruthy()
  })
})

describe('a text', () => {
  test('is written beside the default, read as its reader sees it, and saved over the version on the screen', async () => {
    const { user, sent } = await openText({
      writeContent: (input: In<'writeContent'>) =>
        aContent({ en: { state: 'own', body: input.body! } }, { version: 2 }),
    })
    const save = screen.getByRole('button', { name: 'Save' })
    expect(save.getAttribute('aria-disabled')).toBe('true')
    await user.clear(box('Sentence 1'))
    expect(screen.getByText('This can’t stay empty.')).toBeTruthy()
    expect(save.getAttribute('aria-disabled')).toBe('true')
    await user.type(box('Sentence 1'), 'Coffee with {{mentor}')
    // In the preview with a name, and the default beside it.
    expect(screen.getByText(/Coffee with .*Lucía/)).toBeTruthy()
    expect(screen.getByText(/We meet, .*Lucía/)).toBeTruthy()
    await user.click(save)
    await waitFor(() =>
      expect(wrote(sent)).toEqual([
        {
          ...{ id: 'spring', kind: 'agreement', key: 'standing', language: 'en', seen: 1 },
          body: says('Coffee with {mentor}'),
        },
      ]),
    )
    expect(await screen.findByText('Saved as version 2.')).toBeTruthy()
  })

  test('that somebody else saved meanwhile is not overwritten unread: both stand there, and one is chosen', async () => {
    let theirs = false
    const { user, sent } = await openText({
      content: () =>
        theirs
          ? aContent(
              { en: { state: 'own', body: says('Their words.') } },
              {
                version: 2,
                history: [
                  {
                    ...{ version: 2, language: 'en', at: '2026-03-02T10:00:00Z' },
                    ...{ by: { id: 'ben', name: 'Ben Otto' }, body: says('Their words.') },
                  },
                ],
              },
            )
          : aContent(),
      writeContent: ({ seen, body }: In<'writeContent'>) => {
        if (seen === 1) {
          theirs = true
          throw problem(409, 'changed-meanwhile', { detail: { version: 2 } })
        }
        return aContent({ en: { state: 'own', body: body! } }, { version: 3 })
      },
    })
    await user.clear(box('Sentence 1'))
    await user.type(box('Sentence 1'), 'My words.')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    const conflict = await screen.findByRole('alert', { name: 'Someone else just changed this text' })
    expect(within(conflict).getByText('My words.')).toBeTruthy()
    expect(within(conflict).getByText('Their words.')).toBeTruthy()
    expect(within(conflict).getByText('The other text, Ben Otto')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Save' }).getAttribute('aria-disabled')).toBe('true')
    await user.click(within(conflict).getByRole('button', { name: 'Keep mine' }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(wrote(sent).at(-1)).toMatchObject({ seen: 2, body: says('My words.') }))
  })

  test('that is missing in a language says what its readers get, and starts from that', async () => {
    const lacks = { state: 'lacks', reads: 'en', body: says('Coffee.') } as const
    const { user } = await openText({
      content: aContent(
        { en: { state: 'own', body: says('Coffee.') }, es: lacks, ar: lacks },
        { version: 2 },
      ),
    })
    await user.click(screen.getByRole('tab', { name: 'Spanish' }))
    expect(screen.getByText(/Missing here: readers get your text in English/)).toBeTruthy()
    expect(box('Sentence 1').value).toBe('Coffee.')
    await user.click(screen.getByRole('tab', { name: 'Arabic' }))
    expect(box('Sentence 1').dir).toBe('rtl')
  })

  test('of 5,000 characters stays as it was pasted, says how much is too much, and is not sent', async () => {
    const { user, sent } = await openText({})
    await user.clear(box('Sentence 1'))
    await user.click(box('Sentence 1'))
    await user.paste('x'.repeat(5000))
    expect(box('Sentence 1').value).toHaveLength(5000)
    expect(screen.getByText('4,400 characters too many.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(wrote(sent)).toEqual([])
  })

  test('that looks like markup is shown as it is', async () => {
    const hostile = '<img src=x onerror=alert(1)>'
    const { user } = await openText({})
    await user.clear(box('Sentence 1'))
    await user.paste(hostile)
    expect(screen.getAllByText(hostile).length).toBeGreaterThan(0)
    expect(document.querySelector('img[src="x"]')).toBeNull()
  })

  test('grows, changes its order and shrinks, as far as its kind allows', async () => {
    const { user } = await openText({})
    const add = screen.getByRole('button', { name: 'Add to: Sentences' })
    expect(screen.getByRole('button', { name: 'Remove: Sentence 1' }).hasAttribute('disabled')).toBe(true)
    await user.click(add)
    await user.type(box('Sentence 2'), 'Second')
    await user.click(screen.getByRole('button', { name: 'Move up: Sentence 2' }))
    expect(box('Sentence 1').value).toBe('Second')
    await user.click(add)
    expect(add.hasAttribute('disabled')).toBe(true)
    await user.click(screen.getByRole('button', { name: 'Remove: Sentence 3' }))
    await user.click(screen.getByRole('button', { name: 'Discard changes' }))
    expect(box('Sentence 1').value).toBe('We meet, {mentor}.')
  })

  test('of questions is shown as a form is, and what figures need has no way to go', async () => {
    const question = (kind: string, more: object, required: string[]) => ({
      ...{ type: 'object', required: ['key', 'kind', 'text', ...required] },
      properties: {
        ...{ key: { type: 'string' }, kind: { type: 'string', const: kind } },
        ...{ text: { type: 'string', minLength: 1, maxLength: 200 }, ...more },
      },
    })
    const end = { type: 'string', minLength: 1, maxLength: 40 }
    const options = { type: 'array', items: { type: 'object', properties: { key: {}, text: end } } }
    const items = {
      oneOf: [
        question('scale', { from: {}, to: {}, low: end, high: end }, ['from', 'to', 'low', 'high']),
        question('choice', { options }, ['options']),
        question('line', {}, []),
      ],
    }
    const body = {
      questions: [
        { key: 'free', kind: 'scale', text: 'Free?', from: 1, to: 3, low: 'no', high: 'yes' },
        { key: 'own-1', kind: 'choice', text: 'Which?', options: [{ key: 'a', text: 'This one' }] },
        { key: 'own-2', kind: 'line', text: 'Else?' },
      ],
    }
    const spoken = { body, default: body }
    const { user } = await openText({
      contents: listed({ kind: 'questions', key: 'fit', shown: 'forms' }),
      content: aContent(
        { en: spoken, es: spoken, ar: spoken },
        {
          ...{ kind: 'questions', key: 'fit', shown: 'forms', gaps: [], needed: ['free'] },
          shape: { type: 'object', properties: { questions: { type: 'array', items } } },
        },
      ),
    })
    const preview = within(screen.getByRole('region', { name: 'As it is read' }))
    expect(preview.getByText('Free?')).toBeTruthy()
    expect(preview.getByText('1: no')).toBeTruthy()
    expect(preview.getByText('3: yes')).toBeTruthy()
    expect(preview.getByText('This one')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Remove: Question 1' })).toBeNull()
    expect(screen.getByText(/Figures and decisions need this one/)).toBeTruthy()
    // What both kinds of answer have in common stays.
    await user.selectOptions(
      screen.getAllByRole('combobox', { name: 'How it is answered' })[2]!,
      'By a choice',
    )
    expect(screen.getAllByText('Else?').length).toBeGreaterThan(0)
    await user.click(screen.getByRole('button', { name: 'Remove: Question 3' }))
    expect(preview.queryByText('Else?')).toBeNull()
  })

  test('goes back to the default, and an earlier version can be written again', async () => {
    const version = (number: number, words?: string) => ({
      ...{ version: number, language: 'en' as const, at: '2026-03-02T10:00:00Z' },
      by: { id: 'ben', name: 'Ben Otto' },
      ...(words ? { body: says(words) } : {}),
    })
    const { user, sent } = await openText({
      content: aContent(
        { en: { state: 'own', body: says('Newest.') } },
        { version: 4, history: [version(4, 'Newest.'), version(3), version(2, 'First.')] },
      ),
      writeContent: aContent({}, { version: 5 }),
    })
    expect(screen.getByText(/Version 3, English: taken back by Ben Otto/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Show version 2' }))
    await user.click(screen.getByRole('button', { name: 'Start from this one' }))
    expect(box('Sentence 1').value).toBe('First.')
    await user.click(screen.getByRole('button', { name: 'Discard changes' }))
    await user.click(screen.getByRole('button', { name: 'Back to the default' }))
    await waitFor(() => expect(wrote(sent)).toHaveLength(1))
    expect(wrote(sent)[0]).not.toHaveProperty('body')
  })

  test('is kept while another one, or another language, is looked at', async () => {
    const { user } = await openText({})
    await user.type(box('Sentence 1'), ' More')
    await user.click(screen.getByRole('tab', { name: 'Arabic' }))
    await user.click(screen.getByRole('button', { name: 'All texts' }))
    await user.click(await screen.findByRole('button', { name: /^Edit: / }))
    await user.click(await screen.findByRole('tab', { name: /English/ }))
    expect(box('Sentence 1').value).toBe('We meet, {mentor}. More')
  })

  test('is written by an Organizer who reads Arabic', async () => {
    await openText({}, 'ar')
    expect(screen.getByRole('tab', { name: 'العربية', selected: true })).toBeTruthy()
    expect(box('الجملة 1').value).toBe('نلتقي يا {mentor}.')
  })
})

describe('a shape', () => {
  const questions: Shape = {
    type: 'array',
    items: {
      oneOf: [
        {
          type: 'object',
          required: ['key', 'kind', 'text'],
          properties: { key: {}, kind: { const: 'a' }, text: { type: 'string', minLength: 1 } },
        },
        {
          type: 'object',
          required: ['kind', 'from'],
          properties: { kind: { const: 'b' }, from: { type: 'integer', minimum: 1 } },
        },
      ],
    },
  }
  test('gives something to begin with, and knows what is missing in it', () => {
    const blank = blankOf(questions.items!)
    expect(blank).toEqual({ key: '', kind: 'a', text: '' })
    expect(isWhole(questions, [blank])).toBe(false)
    expect(
      isWhole(questions, [
        { key: '', kind: 'a', text: 'x' },
        { kind: 'b', from: 1 },
      ]),
    ).toBe(true)
    expect(faultOf({ type: 'string', maxLength: 2 }, ' abc ')).toEqual({ why: 'too-long', over: 1 })
    expect(linesOf(questions, [{ key: 'k', kind: 'a', text: 'Said' }])).toEqual(['Said'])
    expect(linesOf({ properties: { side: { enum: ['both'] } } }, { side: 'both' })).toEqual([])
  })
})
