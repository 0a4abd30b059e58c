/**
 * A Mentor reads two lessons: a wrong answer is explained, a right one finishes it, and what is finished stays so after a
 * reload, on a phone, and at 320 pixels. The Organizer sees how many are finished, and holds pairs back by one switch.
 */
import { describe, expect } from '@jest/globals'
import {
  changeTheme,
  type Desk,
  look,
  NARROW,
  openDesk,
  settled,
  sidewaysScroll,
  smallTargets,
  tabTo,
  violations,
  visit,
} from '../support/browser.ts'
import { peopleOfTwo } from './company-of-two.ts'
import { journey, setStage } from './stage.ts'

const training = { persona: 'mentor', page: 'training' } as const
const lessonAt = (id: string) => ({ ...training, sub: id })

describe('training', () => {
  const stage = setStage(['--fresh', '--people', peopleOfTwo()])

  const answer = async ({ tab }: Desk, text: RegExp) => {
    await tab.getByRole('radio', { name: text }).check()
    await tab.getByRole('button', { name: 'Check my answer' }).click()
  }

  journey(stage, 'two lessons are read and finished, one after the other', async () => {
    const { desk, demo } = stage
    await visit(desk, demo.url, training)
    await desk.tab.getByRole('heading', { level: 1, name: 'A few short lessons before you start' }).waitFor()
    expect(await violations(desk)).toEqual([])
    await look(desk, 'training')
    await desk.tab.getByRole('link', { name: 'Start: You lead this one' }).click()
    await desk.tab.getByRole('heading', { level: 1, name: 'You lead this one' }).waitFor()
    await settled(desk)
    expect(await violations(desk)).toEqual([])
    await look(desk, 'training lesson')
    await answer(desk, /^Answer them all/)
    await desk.tab.getByText('Not quite. Choose another one.').waitFor()
    await look(desk, 'training wrong answer')
    await answer(desk, /^Thank them, park the question/)
    await desk.tab.getByText('That’s it. This lesson is finished.').waitFor()
    expect(await violations(desk)).toEqual([])
    await look(desk, 'training finished')
    await desk.tab.getByRole('link', { name: 'Next: A session that works' }).click()
    await desk.tab.getByRole('heading', { level: 1, name: 'A session that works' }).waitFor()
    // By keyboard: the answer by its arrow keys, the button by Enter.
    const first = desk.tab.getByRole('radio').first()
    await tabTo(desk, first)
    await desk.page.keyboard.press('ArrowDown')
    await desk.page.keyboard.press('ArrowDown')
    await tabTo(desk, desk.tab.getByRole('button', { name: 'Check my answer' }))
    await desk.page.keyboard.press('Enter')
    await desk.tab.getByText('That’s it. This lesson is finished.').waitFor()
  })

  journey(stage, 'what is finished stays finished, after a reload and on a phone', async () => {
    const { browser, desk, demo } = stage
    await visit(desk, demo.url, training)
    await desk.tab.getByRole('heading', { level: 1, name: '2 of 10 lessons finished' }).waitFor()
    await look(desk, 'training two finished')
    const phone = await openDesk(browser, demo.url, { ...training, device: 'iphone' })
    await visit(phone, demo.url, training)
    await phone.tab.getByRole('heading', { level: 1, name: '2 of 10 lessons finished' }).waitFor()
    expect([await sidewaysScroll(phone), await smallTargets(phone), await violations(phone)]).toEqual([
      ...[[0, 0], [], []],
    ])
    await look(phone, 'training')
    await phone.tab.getByRole('link', { name: 'Go on: Ask before you tell' }).click()
    await phone.tab.getByRole('heading', { level: 1, name: 'Ask before you tell' }).waitFor()
    await settled(phone)
    expect([await sidewaysScroll(phone), await smallTargets(phone)]).toEqual([[0, 0], []])
    await look(phone, 'training lesson')
    await phone.context.close()
  })

  journey(
    stage,
    'lessons are looked for by a word, and read in a narrow window, dark and in Arabic',
    async () => {
      const { browser, desk, demo } = stage
      await visit(desk, demo.url, training)
      await desk.tab.getByRole('searchbox', { name: 'Search the lessons' }).fill('silence')
      const library = desk.tab.getByRole('region', { name: 'Library' })
      await library.getByText(/^\d lessons?$/).waitFor()
      await library.getByRole('link', { name: 'Ask before you tell' }).waitFor()
      const narrow = await openDesk(browser, demo.url, {}, NARROW)
      for (const place of [
        training,
        lessonAt('confidentiality'),
        { persona: 'organizer', page: 'program' } as const,
      ])
        for (const lang of ['en', 'es', 'ar'] as const) {
          await visit(narrow, demo.url, { ...place, lang })
          expect(await sidewaysScroll(narrow)).toEqual([0, 0])
          await look(narrow, `training narrow ${'sub' in place ? 'lesson' : place.page} ${lang}`)
        }
      await narrow.context.close()
      await visit(desk, demo.url, { ...lessonAt('power'), lang: 'ar' })
      expect(await desk.tab.locator('html').getAttribute('dir')).toBe('rtl')
      await desk.tab.getByRole('heading', { level: 1, name: 'الفارق الحاضر في الغرفة' }).waitFor()
      expect(await violations(desk)).toEqual([])
      await look(desk, 'training lesson arabic')
      for (const place of [training, lessonAt('power')]) {
        await visit(desk, demo.url, { ...place, theme: 'dark' })
        for (const theme of ['dark', 'contrast'] as const) {
          await changeTheme(desk, theme)
          expect(await violations(desk, ['color-contrast'])).toEqual([])
          await look(desk, `training ${'sub' in place ? 'lesson' : 'page'} ${theme}`)
        }
      }
    },
  )

  journey(stage, 'the Organizer sees how many are finished, and has lessons come first', async () => {
    const { desk, demo } = stage
    await visit(desk, demo.url, { persona: 'organizer', page: 'program' })
    const panel = desk.tab.getByRole('region', { name: 'Training' })
    await panel.getByText('0 of 2 people you accepted have finished.').waitFor()
    await panel.getByText('2 people to go').click()
    await panel.getByText(/Mentor · 2 of 10 lessons/).waitFor()
    await panel.getByRole('switch').click()
    await panel.getByText(/are held back when you approve/).waitFor()
    expect(await violations(desk)).toEqual([])
    await panel.scrollIntoViewIfNeeded()
    await look(desk, 'training organizer')
    expect(desk.faults).toEqual([])
  })
})
