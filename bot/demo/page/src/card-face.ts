/**
 * The face of one person on a card, as Teams draws it: photo and name, of whom the card names by id alone.
 * learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format, "People icon in an Adaptive Card".
 */

import * as AdaptiveCards from 'adaptivecards'
import { initialsOf } from './initials.ts'

interface Source {
  name?: unknown
  properties?: { id?: unknown; displayName?: unknown }
}

class Persona extends AdaptiveCards.CardElement {
  private person: { id: string; name: string } | undefined

  getJsonTypeName(): string {
    return 'Component'
  }

  protected override internalParse(source: Source, context: AdaptiveCards.SerializationContext): void {
    super.internalParse(source, context)
    const { id, displayName } = source.properties ?? {}
    if (source.name === 'graph.microsoft.com/user' && typeof id === 'string')
      this.person = { id, name: typeof displayName === 'string' ? displayName : '' }
  }

  protected override internalRender(): HTMLElement | undefined {
    if (!this.person) return undefined
    const { id, name } = this.person
    const box = document.createElement('div')
    box.className = 'card-face'
    const photo = document.createElement('img')
    photo.src = `_demo/photo/${encodeURIComponent(id)}`
    photo.alt = ''
    photo.addEventListener('error', () => photo.replaceWith(lettersOf(name)))
    const label = document.createElement('span')
    label.textContent = name
    box.append(photo, label)
    return box
  }
}

function lettersOf(name: string): HTMLElement {
  const initials = document.createElement('span')
  initials.className = 'card-initials'
  initials.setAttribute('aria-hidden', 'true')
  initials.textContent = initialsOf(name)
  return initials
}

export function knowFaces(): void {
  AdaptiveCards.GlobalRegistry.elements.register('Component', Persona)
}
