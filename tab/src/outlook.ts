/**
 * The only file that speaks to Outlook as the host of an add-in (Office.js, which the page loads from Microsoft's address before
 * this). As with teams-js, what it says of a person or an item is a hint: the token says who it is, the API whose Session.
 */
import { ApiProblem } from './api/client.ts'
import type * as Naa from './naa.ts'
import { type Host, type HostTheme, localeOf, NoHost, type Settings, tokenSource } from './teams.ts'

/** What we use of Office.js (learn.microsoft.com/javascript/api/outlook). */
export interface Office {
  onReady(): Promise<{ host: string | null; platform: string | null }>
  context: {
    mailbox?: Mailbox
    displayLanguage: string
    officeTheme?: { bodyBackgroundColor?: string; isDarkTheme?: boolean }
    requirements: { isSetSupported(name: string, version?: string): boolean }
    ui: { openBrowserWindow?(url: string): void }
  }
  EventType: { ItemChanged: string; OfficeThemeChanged?: string }
  MailboxEnums: { RestVersion: { v2_0: string } }
}

interface Mailbox {
  item?: Item | null
  convertToRestId(itemId: string, version: string): string
  addHandlerAsync(type: string, handler: (event: ThemeEvent) => void): void
}

type ThemeEvent = { officeTheme?: Office['context']['officeTheme'] } | undefined

/** Read by whoever is invited; composed by whoever organizes, where most has to be asked for. */
interface Item {
  itemType?: string
  itemId?: string | null
  start?: Date | { getAsync(done: Done<Date>): void }
  getItemIdAsync?(done: Done<string>): void
}

type Done<T> = (result: { status: string; value: T }) => void

/** What the API is asked about. */
export interface Looked {
  item: string
  startsAt?: string
}

export interface OutlookHost extends Host {
  /** What is looked at; nothing where no appointment is, or where it has not been saved yet. */
  appointment(): Promise<Looked | undefined>
  /** A pinned pane stays while another appointment is chosen. */
  onAppointment(changed: () => void): void
}

/** This Outlook hands out no tokens to add-ins. */
export const noSignIn = 'no-sign-in'

export async function openOutlook(
  { outlook }: Pick<Settings, 'outlook'>,
  office: Office | undefined = (globalThis as { Office?: Office }).Office,
  loadNaa: () => Promise<typeof Naa> = () => import('./naa.ts'),
): Promise<OutlookHost> {
  // Where Office.js is blocked, or the page was opened by hand, there is nobody to ask.
  if (!office || !outlook) throw new NoHost('Office.js is not here.')
  const { host } = await office.onReady()
  const { context } = office
  const { mailbox } = context
  if (host !== 'Outlook' || !mailbox) throw new NoHost('The page is not shown by Outlook.')
  const asked = context.requirements.isSetSupported('NestedAppAuth', '1.1')
    ? await loadNaa()
        .then(({ nestedTokens }) => nestedTokens(outlook))
        .catch(refuseTokens)
    : refuseTokens()
  return {
    theme: themeOf(context.officeTheme),
    locale: localeOf(context.displayLanguage),
    destination: undefined,
    token: tokenSource(asked),
    onTheme: (changed) => {
      const { OfficeThemeChanged: event } = office.EventType
      if (event && context.requirements.isSetSupported('Mailbox', '1.14'))
        mailbox.addHandlerAsync(event, (heard) => changed(themeOf(heard?.officeTheme ?? context.officeTheme)))
    },
    onDestination: () => {},
    onBack: () => {},
    succeeded: () => {},
    failed: () => {},
    openLink: (url) =>
      context.ui.openBrowserWindow && context.requirements.isSetSupported('OpenBrowserWindowApi', '1.1')
        ? context.ui.openBrowserWindow(url)
        : void window.open(url, '_blank', 'noopener'),
    appointment: () => lookedAt(office, mailbox),
    onAppointment: (changed) => mailbox.addHandlerAsync(office.EventType.ItemChanged, () => changed()),
  }
}

function refuseTokens(): () => Promise<string> {
  return () => Promise.reject(new ApiProblem({ status: 401, code: noSignIn }))
}

async function lookedAt({ MailboxEnums }: Office, mailbox: Mailbox): Promise<Looked | undefined> {
  const { item } = mailbox
  if (!item) return undefined
  const id =
    item.itemId ?? (item.getItemIdAsync && (await answered<string>((done) => item.getItemIdAsync?.(done))))
  if (!id) return undefined
  const { start } = item
  const at = start instanceof Date || !start ? start : await answered<Date>((done) => start.getAsync(done))
  return {
    item: mailbox.convertToRestId(id, MailboxEnums.RestVersion.v2_0),
    ...(at ? { startsAt: at.toISOString() } : {}),
  }
}

/** What Outlook refuses (an appointment that is not saved has no id) is not there. */
function answered<T>(ask: (done: Done<T>) => void): Promise<T | undefined> {
  return new Promise((resolve) =>
    ask(({ status, value }) => resolve(status === 'succeeded' ? value : undefined)),
  )
}

/** Outlook names colors, not themes; who forces colors wants contrast. */
function themeOf(theme: Office['context']['officeTheme']): HostTheme {
  if (matchMedia('(forced-colors: active)').matches) return 'contrast'
  return (theme?.isDarkTheme ?? isDark(theme?.bodyBackgroundColor)) ? 'dark' : 'light'
}

function isDark(color: string | undefined): boolean {
  const [, red, green, blue] = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})/i.exec(color ?? '') ?? []
  if (!red || !green || !blue) return matchMedia('(prefers-color-scheme: dark)').matches
  const part = (hex: string) => Number.parseInt(hex, 16)
  return part(red) * 0.299 + part(green) * 0.587 + part(blue) * 0.114 < 128
}
