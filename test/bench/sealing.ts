/** Sealing and opening what people say: `npm run bench -- sealing [values]`. Computing time, which other work does not stretch. */
import { randomBytes } from 'node:crypto'
import { boxOf } from '../../bot/store/sealed-box.ts'
import { places } from '../../bot/store/sealed-places.ts'

const values = Number(process.argv[2] ?? 100_000)
const box = boxOf('bench', randomBytes(32), (count) => randomBytes(count))
const answer = { held: true, worth: 4, obstacle: 'time' }
const place = (at: number) => places.answer({ sessionId: `session ${at}`, personId: `person ${at}` })

function measured<T>(what: string, act: () => T): T {
  const before = process.cpuUsage()
  const result = act()
  const { user, system } = process.cpuUsage(before)
  console.log(`${what} ${values.toLocaleString('en')} values: ${((user + system) / 1e6).toFixed(2)} s`)
  return result
}

const sealed = measured('sealing', () =>
  Array.from({ length: values }, (_, at) => box.seal(place(at), answer)),
)
measured('opening', () => sealed.forEach((one, at) => void box.open(place(at), one)))
