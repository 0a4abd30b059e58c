import { describe, expect, it } from '@jest/globals'
import { markdownToHtml } from '../../../bot/demo/page/src/markdown.ts'
import fc from '../../support/properties.ts'

describe('text of messages and cards', () => {
  it('shows the Markdown that Teams shows', () => {
    expect(markdownToHtml('**Ana** and *Ben*\n\n- one\n- two')).toBe(
      '<p><strong>Ana</strong> and <em>Ben</em></p><ul><li>one</li><li>two</li></ul>',
    )
    expect(markdownToHtml('[guide](https://contoso.test/a?b=1&c=2)')).toContain(
      'href="https://contoso.test/a?b=1&amp;c=2"',
    )
  })

  it('keeps an escaped sign as it is', () => {
    expect(markdownToHtml('\\[not a link\\](https://x.test) and 2 \\* 3 \\* 4')).toBe(
      '<p>[not a link](https://x.test) and 2 * 3 * 4</p>',
    )
  })

  it('lets no tag through but its own, whatever people are called', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'[]()*_\\ a\n-1.') })),
        fc.constantFrom('<img src=x onerror=alert(1)>', '"><script>', "'"),
        (text, bad) => {
          const html = markdownToHtml(`${text}${bad}[a](https://x.test/${bad})`)
          const ours =
            /<\/?(p|strong|em|ul|ol|li)>|<a href="https?:[^"<>]*" target="_blank" rel="noreferrer">|<\/a>/g
          expect(html.replace(ours, '')).not.toMatch(/[<>]/)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('lets no emphasis begin before a link and end inside its tag', () => {
    expect(markdownToHtml('[*[a](https://x.test/)')).toBe(
      '<p><a href="https://x.test/" target="_blank" rel="noreferrer">*[a</a></p>',
    )
  })

  it('makes no link of a script', () => {
    expect(markdownToHtml('[a](javascript:alert(1))')).not.toContain('href')
  })
})
