/** What `npm run words` prints: every text, its languages below each other. A word behind it shows the tables and texts that name it. */
import { languages } from '../../bot/words/sentence.ts'
import { allWords, formsOf } from './all-words.ts'

const wanted = process.argv[2]?.toLowerCase()
let table = ''
for (const entry of await allWords()) {
  const lines = languages.flatMap((language) =>
    formsOf(entry.said[language]).map(
      ([form, text]) => `    ${language} ${form.padEnd(form ? 6 : 0)}${text}`,
    ),
  )
  if (wanted && ![entry.table, entry.key, ...lines].some((text) => text.toLowerCase().includes(wanted)))
    continue
  if (entry.table !== table) console.log(`\n${entry.table}`)
  table = entry.table
  console.log([`  ${entry.key}`, ...lines].join('\n'))
}
