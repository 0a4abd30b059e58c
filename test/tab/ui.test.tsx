import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Dialog, DialogSurface } from '@fluentui/react-components'
import { describe, expect, jest, test } from '@jest/globals'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import type { Face } from '../../bot/contract/index.ts'
import { fill, type Sentence } from '../../bot/words/sentence.ts'
import { ApiProblem } from '../../tab/src/api/client.ts'
import { goBack } from '../../tab/src/ui/back.ts'
import { Balance } from '../../tab/src/ui/balance.tsx'
import { formatFor } from '../../tab/src/ui/format.ts'
import { defineStrings, formatLocale } from '../../tab/src/ui/language.ts'
import { initialsOf, PersonFace } from '../../tab/src/ui/person-face.tsx'
import { PersonPicker } from '../../tab/src/ui/person-picker.tsx'
import { ScoreBar } from '../../tab/src/ui/score-bar.tsx'
import { ErrorState, Loading } from '../../tab/src/ui/states.tsx'
import { useText } from '../../tab/src/ui/text.tsx'
import { loadTheme } from '../../tab/src/ui/themes.ts'
import { useToasts } from '../../tab/src/ui/toaster.tsx'
import { VirtualList } from '../../tab/src/ui/virtual-list.tsx'
import { useWords } from '../../tab/src/ui/words.ts'
import { lena, omar, peoplePage, tomas } from './support/fixtures.ts'
import { show } from './support/show.tsx'

const sources = join(import.meta.dirname, '../../tab/src')
const stringFiles = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /strings\.ts$/.test(file),
)

const formsOf = (sentence: Sentence) => (typeof sentence === 'string' ? [sentence] : Object.values(sentence))
const gapsOf = (sentence: Sentence) =>
  [
    ...new Set(formsOf(sentence).flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))),
  ].filter((name) => name !== 'count')

describe.each(stringFiles)('the sentences of %s', (file) => {
  test('say the same with the same gaps in every language, and count as their language counts', async () => {
    const tables = Object.values(await import(join(sources, file))) as Record<
      string,
      Record<string, Sentence>
    >[]
    expect(tables.length).toBeGreaterThan(0)
    for (const { en, ...others } of tables) {
      for (const [language, table] of Object.entries(others)) {
        expect(Object.keys(table).sort()).toEqual(Object.keys(en!).sort())
        for (const [key, sentence] of Object.entries(table)) {
          expect({ language, key, gaps: gapsOf(sentence).sort() }).toEqual({
            language,
            key,
            gaps: gapsOf(en![key]!).sort(),
          })
          expect(formsOf(sentence).every((form) => form.trim() !== '')).toBe(true)
          // Arabic counts by one, two and few; a sentence that does not change with the number has `other` alone.
          if (language === 'ar' && formsOf(sentence).length > 1) {
            expect({
              key,
              has: ['one', 'two', 'few'].filter((form) => form in (sentence as object)),
            }).toEqual({
              key,
              has: ['one', 'two', 'few'],
            })
          }
        }
      }
    }
  })
})

test('no page writes a sentence of its own: text in JSX comes from the language files', () => {
  const pages = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.tsx'),
  )
  const found = pages.flatMap((file) =>
    [...readFileSync(join(sources, file), 'utf8').matchAll(/>\s*([A-Z][a-z]+ [a-z]+[^<>{}=;()]*)</g)].map(
      ([, text]) => `${file}: ${text}`,
    ),
  )
  expect(found).toEqual([])
})

describe.each(['light', 'dark', 'contrast'] as const)('in the %s theme', (name) => {
  /** Style objects that give a colour and what it lies on. */
  const pairs = () =>
    readdirSync(sources, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.tsx'))
      .flatMap((file) =>
        [...withoutGaps(readFileSync(join(sources, file), 'utf8')).matchAll(/\{[^{}]*\}/g)].flatMap(
          ([style]) => {
            const on = /backgroundColor: tokens\.(\w+)/.exec(style)?.[1]
            const ink = /[\s{]color: tokens\.(\w+)/.exec(style)?.[1]
            return on && ink ? [{ file, ink, on }] : []
          },
        ),
      )

  test('every colour of ours is legible on what it lies on', async () => {
    const theme = (await loadTheme(name)) as unknown as Record<string, string>
    const found = pairs().flatMap(({ file, ink, on }) => {
      const ratio = contrast(theme[ink]!, theme[on]!)
      return ratio === undefined || ratio >= 4.5 ? [] : [`${file}: ${ink} on ${on} ${ratio.toFixed(1)}`]
    })
    expect(pairs().length).toBeGreaterThan(3)
    expect(found).toEqual([])
  })
})

/** A template's gap has braces of its own. */
const withoutGaps = (source: string) => source.replace(/\$\{[^{}]*\}/g, '')

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio; undefined where one of the two is no plain colour. */
function contrast(one: string, other: string): number | undefined {
  const [a, b] = [luminance(one), luminance(other)]
  return a === undefined || b === undefined ? undefined : (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

function luminance(color: string): number | undefined {
  const hex = /^#([0-9a-f]{6})$/i.exec(color)?.[1]
  if (!hex) return undefined
  const [red, green, blue] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

describe('sentences', () => {
  const strings = defineStrings({
    en: { waits: { one: 'One waits', other: '{count} wait' }, hello: 'Hello {name}' },
    es: {
      waits: { one: 'Espera una', many: 'Esperan {count}', other: 'Esperan {count}' },
      hello: 'Hola, {name}',
    },
    ar: {
      waits: {
        zero: 'لا أحد',
        one: 'واحد',
        two: 'اثنان',
        few: '{count} ينتظرون',
        many: '{count} ينتظرون',
        other: '{count}',
      },
      hello: 'مرحبًا {name}',
    },
  })

  test('Arabic has a form of its own for two, few and many', () => {
    const say = (count: number) => fill(strings.ar.waits, { count }, 'ar')
    expect([0, 1, 2, 3, 11].map(say)).toEqual(['لا أحد', 'واحد', 'اثنان', '3 ينتظرون', '11 ينتظرون'])
  })

  test('a Latin name in an Arabic sentence keeps its direction, and the number beside it keeps its own', () => {
    const say = (name: string) => fill('{name}: {score} نقطة', { name, score: 630 }, 'ar')
    expect(say('Ana Ruiz')).toBe('\u2068Ana Ruiz\u2069: 630 نقطة')
    expect(say('أمل')).toBe('أمل: 630 نقطة')
    expect(fill('{name}: {score}', { name: 'Ana Ruiz', score: 630 }, 'en')).toBe('Ana Ruiz: 630')
    expect(formatFor('ar').list(['London, Floor 2', 'Madrid'])).toBe(
      '\u2068London, Floor 2\u2069 و\u2068Madrid\u2069',
    )
  })

  test('one thing after the other has the comma of the language', () => {
    expect(formatFor('ar').beside('الخميس، 28 يناير', '12:00')).toBe('الخميس، 28 يناير، 12:00')
    expect(formatFor('es').beside('jueves, 28 de enero', '12:00')).toBe('jueves, 28 de enero, 12:00')
  })

  test('follow the reader’s language', () => {
    const Greeting = () => <p>{useText(strings)('hello', { name: 'Lena' })}</p>
    show(<Greeting />, { locale: 'es-MX' })
    expect(screen.getByText('Hola, Lena')).toBeTruthy()
    expect(document.documentElement.lang).toBe('es')
  })

  test('a language that we do not speak is English, and Arabic turns the page around', () => {
    show(<p>x</p>, { locale: 'fr-FR' })
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['en', 'ltr'])
    show(<p>y</p>, { locale: 'ar-EG' })
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['ar', 'rtl'])
    expect(formatLocale('fr-FR')).toBe('en')
  })
})

describe('dates', () => {
  const now = new Date('2026-03-03T22:30:00Z')

  test('are in the reader’s zone', () => {
    expect(formatFor('en-GB', 'Europe/Berlin').time('2026-03-29T08:00:00Z')).toBe('10:00')
    expect(formatFor('en-GB', 'America/New_York').time('2026-03-29T08:00:00Z')).toBe('4:00')
  })

  test('tomorrow begins at midnight, not 24 hours from now', () => {
    const format = formatFor('en', 'UTC')
    expect(format.relative('2026-03-04T01:00:00Z', now)).toBe('tomorrow')
    expect(format.relative('2026-03-03T22:50:00Z', now)).toBe('in 20 minutes')
    expect(format.relative('2026-03-02T10:00:00Z', now)).toBe('yesterday')
    expect(format.relative('2026-04-14T10:00:00Z', now)).toMatch(/month|weeks/)
  })

  test('Arabic keeps the calendar and the digits that work uses', () => {
    expect(formatFor('ar-SA', 'UTC').date('2026-03-03')).toMatch(/2026/)
  })
})

test('a part or a refusal that this version does not know still gets words', () => {
  const Words = () => {
    const words = useWords()
    return (
      <p>
        {words.refusal('same-manager')} {words.refusal('from-the-future')} {words.topic('gardening-robots')}
      </p>
    )
  }
  show(<Words />)
  expect(screen.getByText(/same manager.*isn’t possible right now.*gardening-robots/)).toBeTruthy()
})

test('the score is legible without seeing the bar: parts from large to small, nothing for what added nothing', () => {
  show(
    <ScoreBar
      parts={[
        { part: 'language', points: 10 },
        { part: 'topic', points: 90 },
        { part: 'hours', points: 0 },
      ]}
    />,
  )
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'Topics offered and wanted 90',
    'Common language 10',
  ])
})

test.each(['light', 'dark', 'contrast'] as const)('what loads is not glaring in %s', async (theme) => {
  const { container } = show(<Loading />, { theme })
  const bone = container.querySelector('[aria-hidden] > div')!
  const [, token] = /var\(--(\w+)\)/.exec(getComputedStyle(bone).backgroundColor)!
  const values = (await loadTheme(theme)) as unknown as Record<string, string>
  const bright = (color: string) => Number.parseInt(values[color]!.slice(1, 3), 16)
  expect(Math.abs(bright(token!) - bright('colorNeutralBackground2'))).toBeLessThan(32)
})

test('a face without a photo shows initials, in any script', () => {
  expect(['Inés Navarro', 'Madonna', 'Ana Maria da Silva', '李 小龍', ''].map(initialsOf)).toEqual([
    'IN',
    'M',
    'AS',
    '李小',
    '',
  ])
  show(<PersonFace person={omar} />)
  expect(screen.getByText('Omar Haddad')).toBeTruthy()
  expect(screen.getByText('Chief Operating Officer · Operations')).toBeTruthy()
})

test('a topic with fewer offers than wishes says how many Mentors are missing', () => {
  show(<Balance balance={peoplePage().balance} />)
  expect(
    within(screen.getByRole('row', { name: /How strategy comes across/ })).getByText('13 Mentors short'),
  ).toBeTruthy()
  expect(within(screen.getByRole('row', { name: /AI tools/ })).queryByText(/short/)).toBeNull()
})

test('a fault shows the code for the administrator and can be tried again', async () => {
  let tried = 0
  const problem = new ApiProblem({ status: 503, code: 'unavailable', requestId: 'r-9' })
  const { user } = show(<ErrorState error={problem} retry={() => (tried += 1)} />)
  expect(screen.getByRole('alert').textContent).toContain('Code r-9')
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(tried).toBe(1)
})

describe('messages with undo', () => {
  const Acts = ({ log }: { log: string[] }) => {
    const toasts = useToasts()
    return (
      <button
        type="button"
        onClick={() =>
          toasts.soon(
            'It ends.',
            () => log.push('done'),
            () => log.push('undone'),
          )
        }
      >
        go
      </button>
    )
  }

  test('what was undone never happens', async () => {
    const log: string[] = []
    const { user } = show(<Acts log={log} />)
    await user.click(screen.getByText('go'))
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    fireEvent(window, new Event('pagehide'))
    expect(log).toEqual(['undone'])
    expect(screen.queryByText('It ends.')).toBeNull()
  })

  test('who leaves the tab meanwhile gets what they asked for, once', async () => {
    const log: string[] = []
    const { user } = show(<Acts log={log} />)
    await user.click(screen.getByText('go'))
    expect(log).toEqual([])
    fireEvent(window, new Event('pagehide'))
    fireEvent(window, new Event('pagehide'))
    expect(log).toEqual(['done'])
  })

  test('who turns to something else of the host meanwhile gets it too: their frame may be gone in a moment', async () => {
    const log: string[] = []
    const { user } = show(<Acts log={log} />)
    await user.click(screen.getByText('go'))
    fireEvent(window, new Event('blur'))
    fireEvent(window, new Event('pagehide'))
    expect(log).toEqual(['done'])
  })

  test('who puts the phone away meanwhile gets it too: the app may be ended before it is seen again', async () => {
    const log: string[] = []
    const { user } = show(<Acts log={log} />)
    await user.click(screen.getByText('go'))
    fireEvent(document, new Event('visibilitychange'))
    expect(log).toEqual([])
    const shown = jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    fireEvent(document, new Event('visibilitychange'))
    shown.mockRestore()
    expect(log).toEqual(['done'])
  })
})

describe('back on a phone', () => {
  function WithDrawer() {
    const [open, setOpen] = useState(true)
    return (
      <Dialog open={open} onOpenChange={(_, { open: next }) => setOpen(next)}>
        <DialogSurface aria-label="Above">Above the page</DialogSurface>
      </Dialog>
    )
  }

  test('closes what lies above the page, and leads up only then', async () => {
    location.hash = '#/people'
    show(<WithDrawer />)
    await screen.findByRole('dialog')
    act(() => expect(goBack()).toBe(true))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(location.hash).toBe('#/people')
    expect(goBack()).toBe(true)
    expect(location.hash).toBe('#/my-mentoring')
  })
})

describe('a list of 100,000', () => {
  const list = (count: number, onNearEnd?: () => void) => (
    <VirtualList
      label="People"
      count={count}
      total={100_000}
      rowHeight={50}
      renderRow={(index) => <button type="button">row {index}</button>}
      {...(onNearEnd ? { onNearEnd } : {})}
    />
  )

  test('renders only what is in sight and tells how many there are', () => {
    show(list(100_000))
    const rows = screen.getAllByRole('listitem')
    expect(rows.length).toBeLessThan(60)
    expect(rows[0]!.getAttribute('aria-setsize')).toBe('100000')
  })

  test('is walked with the arrow keys, and End reaches the last row', async () => {
    show(list(100_000))
    const user = userEvent.setup()
    await user.tab()
    await user.keyboard('{ArrowDown}')
    await waitFor(() => expect(document.activeElement?.textContent).toBe('row 1'))
    await user.keyboard('{End}')
    await waitFor(() => expect(document.activeElement?.textContent).toBe('row 99999'))
  })

  test('asks for more when the loaded rows come to an end, not before', () => {
    let asked = 0
    show(list(500, () => (asked += 1)))
    expect(asked).toBe(0)
    show(list(20, () => (asked += 1)))
    expect(asked).toBeGreaterThan(0)
  })
})

test('a person is found by typing and chosen with the keyboard, and can be changed', async () => {
  const Form = () => {
    const [person, setPerson] = useState<Face>()
    const words = { hint: 'Type a name', none: 'Nobody', change: 'Change' }
    return <PersonPicker label="Sponsor" value={person} onChange={setPerson} words={words} />
  }
  const found = [lena, tomas].map((person) => ({ person }))
  const { user, sent } = show(<Form />, { answers: { people: peoplePage({ people: found }) } })
  await user.type(screen.getByRole('combobox', { name: 'Sponsor' }), 'si')
  expect(await screen.findAllByRole('option')).toHaveLength(2)
  expect(sent.at(-1)!.input).toMatchObject({ text: 'si', state: 'everyone' })
  await user.keyboard('{ArrowDown}{Enter}')
  expect(screen.getByText('Tomás Silva')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Change: Sponsor' }))
  expect(screen.getByRole('combobox', { name: 'Sponsor' })).toBeTruthy()
})
