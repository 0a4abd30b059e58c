/** Where what had the focus is gone: keyboard and screen reader go on at the heading of what came instead. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('h1[tabindex]')?.focus()
}
