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

/** An escaped sign and a link's tag are put aside while the rest is read, so that no emphasis begins or ends inside them. */
function inline(text: string): string {
  const kept: string[] = []
  const aside = (html: string) => `\uE000${kept.push(html) - 1}\uE001`
  return text
    .replace(/[\uE000\uE001]/g, '')
    .replace(/\\([\\`*_{}[\]()#+\-.!~|])/g, (_all, sign: string) => aside(sign))
    .replace(
      /\[([^\]]+)\]\((https?:[^)\s]+)\)/g,
      (_all, shown: string, address: string) =>
        `${aside(`<a href="${address}" target="_blank" rel="noreferrer">`)}${shown}${aside('</a>')}`,
    )
    .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|[^\w*])([*_])([^*_]+)\2(?!\w)/g, '$1<em>$3</em>')
    .replace(/\uE000(\d+)\uE001/g, (_all, at: string) => kept[Number(at)]!)
}
