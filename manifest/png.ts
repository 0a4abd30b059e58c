// PNG files of our icons: writing (8-bit RGBA) and reading back what the check needs. https://www.w3.org/TR/png-3/
import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** Pixels row by row, four bytes each: red, green, blue, alpha. */
export type Image = { width: number; height: number; rgba: Uint8Array }

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])

export function encodePng({ width, height, rgba }: Image): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6, 0, 0, 0], 8) // 8 bits a channel, RGBA, no interlace
  const rows = Buffer.alloc(height * (width * 4 + 1)) // each row starts with its filter: 0, none
  for (let y = 0; y < height; y++) {
    rows.set(rgba.subarray(y * width * 4, (y + 1) * width * 4), y * (width * 4 + 1) + 1)
  }
  const parts = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return Buffer.concat([signature, ...parts])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(body, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** Reads an 8-bit RGBA or RGB file without interlace; throws with what to save instead for any other. */
export function decodePng(file: Buffer): Image {
  if (!file.subarray(0, 8).equals(signature)) throw new Error('is not a PNG file')
  const width = file.readUInt32BE(16)
  const height = file.readUInt32BE(20)
  const [depth, color, , , interlace] = file.subarray(24, 29)
  const channels = color === 6 ? 4 : color === 2 ? 3 : 0
  if (depth !== 8 || channels === 0 || interlace !== 0)
    throw new Error('must be saved as 8-bit RGB or RGBA, not interlaced')
  const rows = inflateSync(Buffer.concat(dataOf(file)))
  const plain = unfilter(rows, width * channels, height, channels)
  const rgba = new Uint8Array(width * height * 4)
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < 4; c++) rgba[i * 4 + c] = c < channels ? plain[i * channels + c]! : 255
  }
  return { width, height, rgba }
}

function dataOf(file: Buffer): Buffer[] {
  const found: Buffer[] = []
  for (let at = 8; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at)
    const body = file.subarray(at + 4, at + 8 + length)
    if (crc32(body) !== file.readUInt32BE(at + 8 + length)) throw new Error('is damaged: a checksum is wrong')
    if (body.subarray(0, 4).toString('latin1') === 'IDAT') found.push(body.subarray(4))
    at += length + 12
  }
  return found
}

/** Undoes the five row filters (section 9 of the standard). `stride` is bytes a row, `step` bytes a pixel. */
function unfilter(rows: Buffer, stride: number, height: number, step: number): Uint8Array {
  const out = new Uint8Array(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (stride + 1)]!
    for (let x = 0; x < stride; x++) {
      const left = x >= step ? out[y * stride + x - step]! : 0
      const up = y > 0 ? out[(y - 1) * stride + x]! : 0
      const corner = y > 0 && x >= step ? out[(y - 1) * stride + x - step]! : 0
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0
      out[y * stride + x] = rows[y * (stride + 1) + 1 + x]! + guess
    }
  }
  return out
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}
