import { beforeEach, describe, expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import MyMentoring from '../../tab/src/pages/my-mentoring/index.tsx'
import { anEmployee, mine, myCohort, paired, participant, prefill } from './support/fixtures.ts'
import { type Answers, problem, show } from './support/show.tsx'

beforeEach(() => sessionStorage.clear())

const page = (myMentoring: Answers['myMentoring'], more: Answers = {}, locale = 'en') =>
  show(<MyMentoring />, { answers: { myMentoring: myMentoring!, ...more }, reader: anEmployee(), locale })

describe('what somebody gave when they enrolled', () => {
  const open = async (first = participant(), more: Answers = {}, cohort = myCohort()) => {
    let kept = first
    const shown = page(() => mine({ cohort, participant: kept }), {
      updateEnrolment: (input) => {
        kept = { ...kept, ...input }
        return { participant: kept }
      },
      ...more,
    })
    await shown.user.click(await screen.findByRole('button', { name: 'Change my details' }))
    await screen.findByRole('heading', { name: 'Your details' })
    return shown
  }
  const updates = (sent: Awaited<ReturnType<typeof open>>['sent']) =>
    sent.filter(({ route }) => route === 'updateEnrolment').map(({ input }) => input)

  test('is all on one page, in words', async () => {
    await open(participant({ interests: ['chess'], languages: ['de', 'en'] }))
    const list = screen.getByRole('list', { name: 'What you’ve told us' })
    expect(
      within(list)
        .getAllByRole('listitem')
        .map((part) => part.querySelector('p')?.textContent),
    ).toEqual([
      'I teach, as a Mentor',
      'AI tools (very well)',
      'German and English',
      expect.stringMatching(/Mon, Tue, Wed, Thu, and Fri, 9:00\sAM to 5:00\sPM/),
      expect.stringMatching(/Berlin/),
      '1',
      'Speak up in rooms with executives (today: 2 out of 5)',
      'Chess',
    ])
    expect(document.activeElement?.textContent).toBe('Your details')
  })

  test('is changed part by part: one opens, is saved, and nothing else of it is sent as another', async () => {
    const { user, sent } = await open()
    await user.click(screen.getByRole('button', { name: 'Change: Your goal' }))
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Your goal' }))
    expect(screen.queryByLabelText('From')).toBeNull()
    const goal = screen.getByRole('textbox', { name: 'I want to…' })
    await user.clear(goal)
    await user.type(goal, ' Be heard ')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Be heard (today: 2 out of 5)')).toBeTruthy()
    const { state: _, ...before } = participant()
    expect(updates(sent)).toEqual([
      expect.objectContaining({
        id: before.id,
        topics: before.topics,
        goal: 'Be heard',
        acceptedGroundRules: 2,
      }),
    ])
    expect(screen.getByText('Your details are saved.')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Change: Your goal' }))
  })

  test('stays as it was where somebody cancels or the part is wrong', async () => {
    const { user, sent } = await open()
    await user.click(screen.getByRole('button', { name: 'Change: What you can teach' }))
    await user.click(screen.getByRole('button', { name: 'AI tools', pressed: true }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(screen.getByText('Choose at least one topic.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(screen.getByText('AI tools (very well)')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Change: What you can teach' }))
    expect(updates(sent)).toEqual([])
  })

  test('keeps what was typed where the service says no', async () => {
    const { user } = await open(participant(), {
      updateEnrolment: () => {
        throw problem(409, 'enrolment-closed')
      },
    })
    await user.click(screen.getByRole('button', { name: 'Change: Your goal' }))
    await user.type(screen.getByRole('textbox', { name: 'I want to…' }), ', often')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect((await screen.findByRole('alert')).textContent).toContain('What you’ve entered is kept.')
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'I want to…' }).value).toBe(
      'Speak up in rooms with executives, often',
    )
  })

  test('cannot change sides once accepted, and says so', async () => {
    await open()
    expect(screen.queryByRole('button', { name: 'Change: Teach or learn' })).toBeNull()
    expect(screen.getByText(/Decided when you were accepted/)).toBeTruthy()
  })

  test('asks for the topics of the other side as long as sides may be changed', async () => {
    const { user, sent } = await open(participant({ state: 'applied' }))
    await user.click(screen.getByRole('button', { name: 'Change: Teach or learn' }))
    await user.click(screen.getByRole('radio', { name: /I learn/ }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(screen.getByText('Choose at least one topic.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Inclusion' }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(updates(sent)).toHaveLength(1))
    expect(updates(sent)[0]).toMatchObject({ side: 'mentee', topics: [{ topic: 'inclusion', level: 2 }] })
  })

  test('takes ground rules that have changed as accepted only when they are', async () => {
    const { user, sent } = await open(participant({ acceptedGroundRules: 1 }))
    await user.click(screen.getByRole('button', { name: 'Change: Partners at once' }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(screen.getByText('To enroll, please accept the ground rules.')).toBeTruthy()
    expect(updates(sent)).toEqual([])
    await user.click(screen.getByRole('checkbox', { name: 'I agree to these ground rules' }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(updates(sent)).toHaveLength(1))
  })

  test('is shown once more before it is first sent, and each part can still be changed there', async () => {
    const { user, sent } = page(mine({ prefill: prefill({ topics: [{ topic: 'inclusion', level: 1 }] }) }), {
      enrol: { participant: participant({ state: 'applied' }) },
    })
    await user.click(await screen.findByRole('button', { name: 'Enroll' }))
    await screen.findByRole('heading', { name: 'Do you want to teach or to learn?' })
    for (let step = 0; step < 4; step += 1) await user.click(screen.getByRole('button', { name: 'Next' }))
    expect(screen.getByText('Inclusion (a little)')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Change: Partners at once' }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'How many partners at once?' }), '3')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Change: Partners at once' }))
    await user.click(screen.getByRole('checkbox'))
    await user.click(screen.getByRole('button', { name: 'Enroll' }))
    await waitFor(() =>
      expect(sent.find(({ route }) => route === 'enrol')?.input).toMatchObject({ capacity: 3 }),
    )
  })

  test.each(['es', 'ar'])('speaks the reader’s language (%s)', async (locale) => {
    const { user } = page(paired(), {}, locale)
    await user.click(
      await screen.findByRole('button', {
        name: locale === 'es' ? 'Cambiar mis datos' : /غيّر|تغيير|بياناتي/,
      }),
    )
    expect(
      await screen.findByRole('heading', { level: 1, name: locale === 'es' ? 'Tus datos' : 'بياناتك' }),
    ).toBeTruthy()
  })
})
