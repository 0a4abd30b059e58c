/** A card as somebody at their desk takes it in: the buttons that do something, the fields to fill, and what it is about. */

export interface Button {
  verb: string
  data: Record<string, unknown>
}

export interface Field {
  id: string
  kind: 'choice' | 'text'
  /** Of a choice. */
  values: string[]
  /** What stands in it already. */
  given: string
}

export interface ReadCard {
  buttons: Button[]
  fields: Field[]
}

type Node = Record<string, unknown>

/** What folds out behind a button is read too: whoever looks for a way out unfolds it. */
export function readCard(card: unknown): ReadCard {
  const read: ReadCard = { buttons: [], fields: [] }
  take(card, read)
  return read
}

const read = new WeakMap<object, ReadCard>()

/** The same card is read once, however often the company looks at its chats. */
export function readOnce(card: object): ReadCard {
  const known = read.get(card)
  if (known) return known
  const fresh = readCard(card)
  read.set(card, fresh)
  return fresh
}

function take(part: unknown, into: ReadCard): void {
  if (Array.isArray(part)) {
    for (const one of part) take(one, into)
    return
  }
  if (typeof part !== 'object' || part === null) return
  const node = part as Node
  if (node['type'] === 'Action.Execute') {
    into.buttons.push({ verb: String(node['verb']), data: { ...(node['data'] as Node | undefined) } })
    // Its fallback is the same button once more.
    return
  }
  if (node['type'] === 'Input.ChoiceSet' || node['type'] === 'Input.Text') into.fields.push(fieldOf(node))
  for (const value of Object.values(node)) take(value, into)
}

function fieldOf(node: Node): Field {
  const choices = (node['choices'] as { value: unknown }[] | undefined) ?? []
  return {
    id: String(node['id']),
    kind: node['type'] === 'Input.Text' ? 'text' : 'choice',
    values: choices.map(({ value }) => String(value)),
    given: String(node['value'] ?? ''),
  }
}
