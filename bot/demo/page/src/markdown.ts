/**
 * The little Markdown that Teams allows in a card's text: bold, italic, links, lists, line breaks. Everything is
 * escaped first, so a person's name can never become markup beyond that.
 */
const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (letter) => ESCAPES[letter]!)

export function markdownToHtml(text: string): string {
  const lines = escapeHtml(text.replace(/<\/?at>/g, '')).split(/\r?\n/)
  return lines.map(block).join('').replaceAll('</ul><ul>', '').replaceAll('</ol><ol>', '')
}

function block(line: string): string {
  const bullet = /^\s*[-*]\s+(.*)$/.exec(line)
  if (bullet) return `<ul><li>${inline(bullet[1]!)}</li></ul>`
  const numbered = /^\s*\d+\.\s+(.*)$/.exec(line)
  if (numbered) return `<ol><li>${inline(numbered[1]!)}</li></ol>`
  return line.trim() === '' ? '' : `<p>${inline(line)}</p>`
}

/** A backslash keeps the sign after it as it is; those signs are put aside while the rest is read. */
function inline(text: string): string {
  const kept: string[] = []
  const aside = text.replace(
    /\\([\\`*_{}[\]()#+\-.!~|])/g,
    (_all, sign: string) => `\uE000${kept.push(sign) - 1}\uE001`,
  )
  return aside
    .replace(/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, '<a href="$2" target="_blank" rel="noreferrer">$1</a>')
    .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|[^\w*])[*_]([^*_]+)[*_](?!\w)/g, '$1<em>$2</em>')
    .replace(/\uE000(\d+)\uE001/g, (_all, at: string) => kept[Number(at)]!)
}
