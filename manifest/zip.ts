// A ZIP archive written the same way every time: same files in, same bytes out. PKWARE APPNOTE.TXT 6.3, sections 4.3.7 to 4.3.16.
import { crc32, deflateRawSync } from 'node:zlib'

export type Entry = { name: string; data: Buffer }

const firstOfJanuary1980 = 0x21 // the earliest date the format knows; a real one would change the bytes

/** One archive of the entries, in their order. Names use `/` and are UTF-8. */
export function zip(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, data } of entries) {
    const packed = deflateRawSync(data, { level: 9 })
    const path = Buffer.from(name, 'utf8')
    const common = fields([
      [2, 20], // version 2.0 is needed to read it
      [2, 0x0800], // names are UTF-8
      [2, 8], // deflate
      [2, 0],
      [2, firstOfJanuary1980],
      [4, crc32(data)],
      [4, packed.length],
      [4, data.length],
      [2, path.length],
      [2, 0],
    ])
    const local = Buffer.concat([fields([[4, 0x04034b50]]), common, path, packed])
    const rest = fields([
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset],
    ]) // comment, disk, attributes, where it starts
    locals.push(local)
    directory.push(
      Buffer.concat([
        fields([
          [4, 0x02014b50],
          [2, 20],
        ]),
        common,
        rest,
        path,
      ]),
    )
    offset += local.length
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  const count = entries.length
  const end = fields([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, size],
    [4, offset],
    [2, 0],
  ])
  return Buffer.concat([...locals, ...directory, end])
}

function fields(values: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  return Buffer.concat(
    values.map(([bytes, value]) => {
      const field = Buffer.alloc(bytes)
      field.writeUIntLE(value, 0, bytes)
      return field
    }),
  )
}
