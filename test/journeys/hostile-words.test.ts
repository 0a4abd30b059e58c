/**
 * A company whose people, titles and units are called what an attacker would call them, in a program with such texts and a
 * Summary of such words: in no view of the tab or of the demo page does any of it run, and it is read as what it is.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect } from '@jest/globals'
import { type Place, settled, visit } from '../support/browser.ts'
import { ask, control, idOf } from './company-of-two.ts'
import { journey, setStage } from './stage.ts'

/** Each leaves a mark on the document when it runs, in whichever frame that is. */
const mark = (name: string) => `document.documentElement.dataset.ran='${name}'`
const words = [
  `<img src=x onerror="${mark('img')}">`,
  `<script>${mark('script')}</script>`,
  `"><svg onload="${mark('svg')}">`,
  `' onmouseover='${mark('attribute')}`,
  `[press me](javascript:${mark('link')})`,
  `\${${mark('template')}}`,
  `</textarea><iframe srcdoc="<script>parent.${mark('frame')}</script>">`,
]
const word = (at: number) => words[at % words.length]!

/** What they would have become, had anybody taken them for HTML: a policy of the page may keep them from running even then. */
const made =
  'img[src="x"], svg[onload], [onmouseover], [onerror], iframe[srcdoc], a[href^="javascript:"], script:not([src]):not([type])'

/** People of two units under one head; who leads and who is junior is known, and everybody is called something. */
function hostileCompany(): string {
  const head = [1, '', 12, '']
  const leaders = Array.from({ length: 6 }, (_, i) => [2 + i, 1, 10, i < 4 ? 'mentee' : ''])
  const juniors = Array.from({ length: 24 }, (_, i) => [8 + i, 2 + (i % 6), 2, i < 12 ? 'mentor' : ''])
  const cell = (text: string | number) => `"${String(text).replaceAll('"', '""')}"`
  const rows = [head, ...leaders, ...juniors].map(([id, manager, grade, role], at) => [
    ...[id!, manager!, grade!, role!, `Ana ${word(at)}`, `Lead ${word(at + 1)}`, `Unit ${word(at % 3)}`],
    ...['London', `Works ${word(4)}`],
  ])
  const header = 'id,managerId,grade,role,name,jobTitle,department,city,organisation'
  return [header, ...rows.map((row) => row.map(cell).join())].join('\n')
}

const folder = mkdtempSync(join(tmpdir(), 'mentoring-hostile-'))
writeFileSync(join(folder, 'people.csv'), hostileCompany())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const pages: [Place['persona'] & string, string[]][] = [
  ['organizer', ['my-mentoring', 'program', 'people', 'matching', 'schedule', 'check-ins', 'insights']],
  ['sponsor', ['my-mentoring', 'program', 'insights', 'publish']],
  ['communications', ['my-mentoring', 'publish']],
  ['mentor', ['my-mentoring', 'speed-meetings']],
  ['mentee', ['my-mentoring', 'speed-meetings']],
  ['newcomer', ['my-mentoring']],
]
const tabViews: Place[] = [
  ...(['en', 'es', 'ar'] as const).flatMap((lang) =>
    pages.flatMap(([persona, all]) => all.map((page) => ({ persona, page, lang }))),
  ),
  ...pages.map(([persona, [page]]) => ({ persona, page: page!, device: 'iphone' as const })),
]
const demoViews: Place[] = pages.flatMap(([persona]) => [
  { persona, app: 'chat' },
  { persona, app: 'calendar', pane: 'outlook' },
  { persona, app: 'channels' },
])

describe('words that would like to run', () => {
  const stage = setStage(['--fresh', '--people', join(folder, 'people.csv')])
  let dialogs: string[]

  beforeAll(() => {
    dialogs = []
    stage.desk.page.on('dialog', (dialog) => {
      dialogs.push(dialog.message())
      return dialog.dismiss()
    })
  }, 120_000)

  /** Marks and elements in any frame, and whether one of the words can be read somewhere. */
  async function found(page = stage.desk.page) {
    const marks: string[] = []
    let isRead = false
    for (const frame of page.frames()) {
      const seen = await frame
        .evaluate((selector) => {
          const elements = [...document.querySelectorAll(selector)]
          return {
            ran: document.documentElement.dataset['ran'],
            // Scripts of the page itself carry nothing of ours.
            made: elements.map(({ outerHTML }) => outerHTML).filter((html) => html.includes('dataset.ran')),
            text: document.body?.innerText ?? '',
          }
        }, made)
        // A frame that is just being replaced has nothing to show.
        .catch(() => ({ ran: undefined, made: [], text: '' }))
      marks.push(...(seen.ran ? [`ran: ${seen.ran}`] : []), ...seen.made)
      isRead ||= words.some((one) => seen.text.includes(one))
    }
    return { marks, isRead }
  }

  journey(stage, 'would run where a page takes them for HTML', async () => {
    const page = await stage.desk.context.newPage()
    await page.setContent(words.join(' '))
    const { marks } = await found(page)
    expect(marks.some((one) => one.startsWith('ran: '))).toBe(true)
    expect(marks.length).toBeGreaterThan(3)
    await page.close()
  })

  journey(
    stage,
    'are paired, booked, told and published like any others',
    async () => {
      const { cohortId } = await ask(stage, 'organizer', 'me', {})
      const id = cohortId!
      const cohort = await ask(stage, 'organizer', 'cohort', { id })
      await ask(stage, 'organizer', 'updateCohort', {
        ...{
          id,
          version: cohort.version,
          programName: `Program ${word(0)}`.slice(0, 80),
          cohortName: `Cohort ${word(2)}`.slice(0, 80),
        },
        challenge: { ...cohort.challenge, statement: `Why ${word(1)}`, measure: word(5), unit: '%' },
        objectives: [{ text: `Aim ${word(3)}`, topics: [] }],
        groundRules: [`Rule ${word(0)}`, `Rule ${word(4)}`],
        sponsorId: await idOf(stage, 'sponsor'),
        sponsorMessage: `Please ${word(6)}`,
        ...{ startsOn: cohort.startsOn, sessions: cohort.sessions, cadenceWeeks: cohort.cadenceWeeks },
        sessionMinutes: cohort.sessionMinutes,
      })
      await ask(stage, 'organizer', 'propose', { id })
      await until(async () => (await ask(stage, 'organizer', 'board', { id })).pairings.length > 0)
      await ask(stage, 'organizer', 'approvePairings', { id, pairingIds: 'all' })
      await until(async () => (await ask(stage, 'organizer', 'schedule', { id })).totals.booked > 0)
      const draft = await ask(stage, 'communications', 'draftSummary', { id })
      const { channels } = await ask(stage, 'communications', 'summaries', { id })
      const edited = await ask(stage, 'communications', 'editSummary', {
        ...{ id: draft.id, revision: draft.revision, title: `Said ${word(0)}`, body: words.join('\n\n') },
        channels: channels.slice(0, 1).map(({ teamId, channelId }) => ({ teamId, channelId })),
      })
      await ask(stage, 'communications', 'submitSummary', { id: edited.id })
      const sent = (await ask(stage, 'sponsor', 'summaries', { id })).summaries[0]!
      await ask(stage, 'sponsor', 'approveSummary', { id: sent.id, revision: sent.revision })
      await control(stage, 'clock', { days: 1 })
    },
    120_000,
  )

  journey(
    stage,
    `do not run in ${tabViews.length} views of the tab, and are read in most of them`,
    async () => {
      const ran: Record<string, string[]> = {}
      let read = 0
      for (const view of tabViews) {
        await visit(stage.desk, stage.demo.url, view)
        const { marks, isRead } = await found()
        if (marks.length > 0) ran[JSON.stringify(view)] = marks
        read += isRead ? 1 : 0
      }
      expect(ran).toEqual({})
      expect(read).toBeGreaterThan(tabViews.length / 2)
    },
    300_000,
  )

  journey(
    stage,
    'do not run where somebody opens what is folded: a pair, a draft, a chart',
    async () => {
      const { desk, demo } = stage
      await visit(desk, demo.url, { persona: 'organizer', page: 'matching' })
      await desk.tab.getByRole('tab', { name: 'Organization chart' }).click()
      await settled(desk)
      expect((await found()).marks).toEqual([])
      await visit(desk, demo.url, { persona: 'communications', page: 'publish' })
      const box = desk.tab.getByRole('textbox').first()
      if (await box.isVisible()) await box.hover()
      expect((await found()).marks).toEqual([])
    },
    90_000,
  )

  journey(
    stage,
    `do not run in ${demoViews.length} views of the demo page, and are read in most of them`,
    async () => {
      const ran: Record<string, string[]> = {}
      let read = 0
      for (const view of demoViews) {
        await visit(stage.desk, stage.demo.url, view)
        await stage.desk.page.waitForTimeout(300)
        const { marks, isRead } = await found()
        if (marks.length > 0) ran[JSON.stringify(view)] = marks
        read += isRead ? 1 : 0
      }
      expect(ran).toEqual({})
      expect(read).toBeGreaterThan(demoViews.length / 2)
      expect(dialogs).toEqual([])
    },
    120_000,
  )
})

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries += 1) {
    if (tries > 200) throw new Error('Waited for it in vain.')
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}
