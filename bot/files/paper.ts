/** One page to take along, as a PDF whose letters are inside it and whose text a screen reader reads in its own order. */
import {
  openPress,
  type Press,
  type PrintFont,
  printable,
  type Stretch,
  type Weight,
} from './printed-text.ts'

export interface PaperLine {
  text: string
  /** In points. */
  size: number
  weight?: Weight
  tone?: 'quiet' | 'accent'
  /** Above it, in points. */
  gap?: number
  /** Opens this address. */
  link?: string
}

export interface Paper {
  language: string
  direction: 'ltr' | 'rtl'
  title: string
  author: string
  madeAt: Date
  /** The first is its heading. */
  body: readonly PaperLine[]
  /** At the bottom of the page. */
  foot: readonly PaperLine[]
}

/** A sign that no font of ours has. */
export interface Unprintable {
  missing: string
}

const tones = { plain: '#1f1f1f', quiet: '#5c5c5c', accent: '#4f52b2' } as const
const margin = 64
const lineHeight = 1.32
/** In this order, until everything fits on the page. */
const scales = [1, 0.9, 0.8, 0.7, 0.6, 0.5]

export async function printPaper(paper: Paper): Promise<Uint8Array | Unprintable> {
  const press = await openPress()
  const { default: PDFDocument } = await import('pdfkit')
  for (const { text } of [...paper.body, ...paper.foot]) {
    const missing = press.missingSign(text)
    if (missing !== undefined) return { missing }
  }
  const document = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: paper.language,
    autoFirstPage: false,
    // Without it the document opens a font of its own that is not inside it.
    font: null as never,
    info: { Title: printable(paper.title), Author: printable(paper.author), CreationDate: paper.madeAt },
  })
  const bytes = collected(document)
  document.addPage()
  draw(document, press, paper)
  document.end()
  return bytes
}

function collected(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((done, failed) => {
    const chunks: Buffer[] = []
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('error', failed)
    document.on('end', () => done(Buffer.concat(chunks)))
  })
}

interface Row {
  line: PaperLine
  stretches: Stretch[]
  /** In the order in which it is read. */
  text: string
  size: number
  top: number
}

function draw(document: PDFKit.PDFDocument, press: Press, paper: Paper): void {
  const { width, height } = document.page
  const room = width - 2 * margin
  const { body, foot } = fitted(document, press, paper, room, height - 2.5 * margin)
  document.markContent('Artifact', { type: 'Layout' })
  document.rect(0, 0, width, 10).fill(tones.accent)
  document
    .rect(24, 34, width - 48, height - 58)
    .lineWidth(0.75)
    .strokeColor(tones.accent)
    .stroke()
  document.endMarkedContent()
  const structure = document.struct('Document')
  document.addStructure(structure)
  const free = height - 2 * margin - body.height - foot.height
  const put = (rows: Row[], top: number) => {
    for (const row of rows)
      structure.add(
        document.struct(row === body.rows[0] ? 'H1' : 'P', { actual: row.text }, () =>
          putRow(document, paper, row, top, room),
        ),
      )
  }
  put(body.rows, margin + Math.max(0, free / 3))
  put(foot.rows, height - margin - foot.height + 12)
  structure.end()
}

function fitted(document: PDFKit.PDFDocument, press: Press, paper: Paper, room: number, height: number) {
  for (const scale of scales) {
    const [body, foot] = [paper.body, paper.foot].map((lines) =>
      layOut(document, press, paper, lines, room, scale),
    )
    const fits = body!.height + foot!.height <= height
    if (fits || scale === scales.at(-1)) return { body: body!, foot: foot! }
  }
  throw new TypeError('There is no scale.')
}

function layOut(
  document: PDFKit.PDFDocument,
  press: Press,
  { direction }: Paper,
  lines: readonly PaperLine[],
  room: number,
  scale: number,
): { rows: Row[]; height: number } {
  const rows: Row[] = []
  let top = 0
  for (const line of lines) {
    const size = line.size * scale
    top += (line.gap ?? 0) * scale
    const stretchesIn = (text: string) => press.stretchesOf(text, line.weight ?? 400, direction)
    const fits = (text: string) => widthOf(document, stretchesIn(text), size) <= room
    for (const text of wrapped(printable(line.text), fits)) {
      rows.push({ line, text, size, top, stretches: stretchesIn(text) })
      top += size * lineHeight
    }
  }
  return { rows, height: top }
}

/** At spaces; a word that is longer than the line, anywhere in it. */
function wrapped(text: string, fits: (text: string) => boolean): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (fits(longer)) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = ''
    for (const sign of word) {
      if (line !== '' && !fits(line + sign)) {
        lines.push(line)
        line = ''
      }
      line += sign
    }
  }
  if (line !== '') lines.push(line)
  return lines
}

/** Whole stretches at once: letters join. */
const together = { features: [], lineBreak: false }

function inFont(document: PDFKit.PDFDocument, { name, bytes }: PrintFont, size: number) {
  return document.registerFont(name, bytes).font(name).fontSize(size)
}

function widthOf(document: PDFKit.PDFDocument, stretches: readonly Stretch[], size: number): number {
  return stretches.reduce(
    (sum, { text, font }) => sum + inFont(document, font, size).widthOfString(text, together),
    0,
  )
}

function putRow(
  document: PDFKit.PDFDocument,
  { direction }: Paper,
  { line, stretches, size, top }: Row,
  from: number,
  room: number,
): void {
  const width = widthOf(document, stretches, size)
  const left = direction === 'rtl' ? margin + room - width : margin
  const baseline = from + top + size
  let x = left
  for (const { text, font } of stretches) {
    inFont(document, font, size).fillColor(tones[line.tone ?? 'plain'])
    document.text(text, x, baseline, { ...together, baseline: 'alphabetic' })
    x += document.widthOfString(text, together)
  }
  if (line.link) document.link(left, baseline - size, width, size * 1.2, line.link)
}
