/** The bytes as they are: which letters they stand for is found out by the one reader of files. Undefined: cannot be read. */
export function base64Of(file: File): Promise<string | undefined> {
  return new Promise((done) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result).replace(/^[^,]*,?/, ''))
    reader.onerror = () => done(undefined)
    reader.readAsDataURL(file)
  })
}
