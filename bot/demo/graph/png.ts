import { crc32, deflateSync } from 'node:zlib'

/** Colour of a point, 0 to 1 across and down. */
export type Painter = (x: number, y: number) => readonly [number, number, number]

/** An RGB PNG of size by size pixels; each pixel is the mean of four points, which softens edges. */
export function paintPng(size: number, paint: Painter): Buffer {
  const stride = size * 3 + 1
  const raw = Buffer.alloc(stride * size)
  const offsets = [0.25, 0.75]
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let r = 0
      let g = 0
      let b = 0
      for (const dy of offsets)
        for (const dx of offsets) {
          const point = paint((x + dx) / size, (y + dy) / size)
          r += point[0]
          g += point[1]
          b += point[2]
        }
      const at = y * stride + 1 + x * 3
      raw[at] = r / 4
      raw[at + 1] = g / 4
      raw[at + 2] = b / 4
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(raw)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
