/** Hands a file to the browser. */
export function saveFile(parts: BlobPart[], type: string, name: string): void {
  const url = URL.createObjectURL(new Blob(parts, { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}

/** With a byte order mark, so that Excel reads accents and Arabic. */
export const saveCsv = (csv: string, name: string) =>
  saveFile(['\uFEFF', csv], 'text/csv;charset=utf-8', name)
