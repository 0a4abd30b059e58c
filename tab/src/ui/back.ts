/** A phone's back button: what lies above the page goes first, then it leads one step up. */
import { goUp } from '../navigation.ts'

/** False where nothing is left to go back to: the host then leaves the tab. */
export function goBack(): boolean {
  return closeTop() || goUp()
}

/** Every dialog and drawer closes by Escape, a key that phones do not have. */
function closeTop(): boolean {
  const top = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')].at(-1)
  top?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }))
  return top !== undefined
}
