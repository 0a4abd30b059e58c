/** One record of a CSV file with the line it began on (the header is line 1). */
export interface CsvRecord {
  line: number
  cells: string[]
}

/** Reads RFC 4180: quoted cells may hold commas, doubled quotes and line breaks. Blank lines are passed over. */
export function readCsv(text: string): CsvRecord[] {
  const records: CsvRecord[] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let line = 1
  let began = 1
  const endRecord = () => {
    cells.push(cell)
    if (cells.length > 1 || cells[0] !== '') records.push({ line: began, cells })
    cells = []
    cell = ''
    began = line
  }
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  for (let i = start; i < text.length; i++) {
    const c = text[i]
    if (c === '\n') line++
    if (quoted) {
      if (c !== '"') cell += c
      else if (text[i + 1] === '"') cell += text[i++]
      else quoted = false
    } else if (c === '"' && cell === '') quoted = true
    else if (c === ',') {
      cells.push(cell)
      cell = ''
    } else if (c === '\n') endRecord()
    else if (c !== '\r') cell += c
  }
  if (cell !== '' || cells.length > 0) endRecord()
  return records
}
