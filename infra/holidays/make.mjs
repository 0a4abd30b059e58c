/**
 * Makes bot/domain/program/holiday-dates.ts anew from the npm package date-holidays, which the product does not depend on:
 * in a folder outside the project `npm i date-holidays@3`, then
 *   node infra/holidays/make.mjs THAT_FOLDER 2026 2031
 */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'

const [folder, first, last] = process.argv.slice(2)
if (!folder || !(Number(first) <= Number(last))) {
  throw new Error('Say where date-holidays is installed, and the first and the last year.')
}
const require = createRequire(join(resolve(folder), 'package.json'))
const Holidays = require('date-holidays')
const { version } = require('date-holidays/package.json')

const countries =
  'AE AR AT AU BE BG BR CA CH CL CN CO CY CZ DE DK EE EG ES FI FR GB GR HK HR HU ID IE IL IN IS IT JP KE KR LT LU LV MA MT MX MY NG NL NO NZ PE PH PL PT RO RS SA SE SG SI SK TH TR TW UA US UY VN ZA'

const dayMs = 86_400_000

/** Whole days on which the whole country is off, MMDD; what begins at noon leaves the morning to meet. */
function daysOf(country, year) {
  const days = new Set()
  for (const { date, start, end, type } of new Holidays(country).getHolidays(year)) {
    if (type !== 'public' || Number(date.slice(11, 13)) >= 12) continue
    const length = Math.max(1, Math.round((end - start) / dayMs))
    for (let n = 0; n < length; n++) {
      const day = new Date(Date.parse(date.slice(0, 10)) + n * dayMs).toISOString()
      if (day.startsWith(String(year))) days.add(day.slice(5, 7) + day.slice(8, 10))
    }
  }
  if (days.size === 0) throw new Error(`date-holidays knows no day of ${country} in ${year}`)
  return [...days].sort().join(' ')
}

const years = Array.from({ length: Number(last) - Number(first) + 1 }, (_, n) => Number(first) + n)
const lines = countries.split(' ').flatMap((country) => [
  `  ${country}: {`,
  ...years.flatMap((year) => {
    const line = `    ${year}: '${daysOf(country, year)}',`
    return line.length > 110 ? [`    ${year}:`, `      ${line.slice(line.indexOf("'"))}`] : [line]
  }),
  '  },',
])
const target = join(import.meta.dirname, '../../bot/domain/program/holiday-dates.ts')
writeFileSync(
  target,
  `/**
 * Public holidays of whole countries, month and day. Made by infra/holidays/make.mjs; not to be changed by hand.
 * From date-holidays ${version} (https://github.com/commenthol/date-holidays), whose data rely on Wikipedia. This file alone stands
 * under CC BY-SA 3.0 (https://creativecommons.org/licenses/by-sa/3.0/): whoever changes it shares it under the same license.
 */
export const holidayDates: Record<string, Record<number, string>> = {
${lines.join('\n')}
}
`,
)
