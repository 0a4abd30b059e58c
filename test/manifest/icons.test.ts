import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import {
  accent,
  addInIcon,
  addInSizes,
  colorIcon,
  outlineIcon,
  smallColorIcon,
} from '../../manifest/icons.ts'
import { decodePng } from '../../manifest/png.ts'

const file = (name: string) => readFileSync(new URL(`../../manifest/${name}`, import.meta.url))

describe('the icons in the repository', () => {
  test.each([
    ['color.png', colorIcon()],
    ['outline.png', outlineIcon()],
    ['color32x32.png', smallColorIcon()],
    ...addInSizes.map((size) => [`../tab/public/icon-${size}.png`, addInIcon(size)] as const),
  ])(
    '%s is what the drawing says; change the drawing and run "npm run package -- --example --icons"',
    (name, drawn) => {
      const { width, height, rgba } = decodePng(file(name))
      expect([width, height]).toEqual([drawn.width, drawn.height])
      expect(Buffer.from(rgba).equals(Buffer.from(drawn.rgba))).toBe(true)
    },
  )

  test('share their colour with the manifest', () => {
    const hex = accent.map((channel) => channel.toString(16).padStart(2, '0')).join('')
    expect(JSON.parse(file('manifest.json').toString()).accentColor).toBe(`#${hex.toUpperCase()}`)
  })
})
