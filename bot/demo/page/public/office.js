/**
 * Stands in for Microsoft's Office.js in the pane that the page's Outlook shows, as Outlook on Windows offers it to an add-in: as
 * much of it as a pane on an appointment needs, and stricter where the real one is lenient. The real one lies at
 * appsforoffice.microsoft.com, and the demo leaves this machine for nothing.
 */
{
  const outlook = window.parent
  const { port1: line, port2: theirs } = new MessageChannel()
  /** What Outlook last said: language, colors, and the appointment; nothing before it has spoken. */
  let said
  const handlers = { itemchanged: [], officethemechanged: [] }
  const sets = { Mailbox: 15, NestedAppAuth: 1, OpenBrowserWindowApi: 1 }

  const ready = new Promise((resolve) => {
    line.onmessage = ({ data }) => {
      if (data.kind === 'naa') return hearBridge(data.text)
      if (data.kind !== 'context') return
      const former = said
      said = data
      if (!former) return resolve({ host: 'Outlook', platform: 'PC' })
      if (former.item?.itemId !== said.item?.itemId)
        for (const handler of handlers.itemchanged) handler({ type: 'olkItemSelectedChanged' })
      if (former.officeTheme.bodyBackgroundColor !== said.officeTheme.bodyBackgroundColor)
        for (const handler of handlers.officethemechanged) handler({ officeTheme: said.officeTheme })
    }
  })
  const known = () => {
    if (!said) throw new TypeError('Office.context is read after Office.onReady, not before.')
    return said
  }
  const later = (done, value) => {
    const result =
      value === undefined ? { status: 'failed', error: { code: 9020 } } : { status: 'succeeded', value }
    setTimeout(() => done(result))
  }

  /** Who organizes an appointment composes it: what others read must be asked for. */
  const shown = ({ itemId, start, subject, mode }) =>
    mode === 'read'
      ? Object.freeze({ itemType: 'appointment', itemId, subject, start: new Date(start) })
      : Object.freeze({
          itemType: 'appointment',
          getItemIdAsync: (done) => later(done, itemId),
          subject: { getAsync: (done) => later(done, subject) },
          start: { getAsync: (done) => later(done, new Date(start)) },
        })

  const mailbox = Object.freeze({
    get item() {
      const { item } = known()
      return item ? shown(item) : null
    },
    convertToRestId(id, version) {
      if (typeof id !== 'string' || version !== 'v2.0') throw new TypeError('convertToRestId(itemId, v2_0)')
      return id.replaceAll('/', '-').replaceAll('+', '_')
    },
    addHandlerAsync(type, handler, done = () => {}) {
      if (!handlers[type] || typeof handler !== 'function')
        throw new TypeError(`There is no event "${type}".`)
      handlers[type].push(handler)
      later(done, null)
    },
  })

  window.Office = Object.freeze({
    onReady: (done) =>
      ready.then((info) => {
        done?.(info)
        return info
      }),
    context: Object.freeze({
      get mailbox() {
        known()
        return mailbox
      },
      get displayLanguage() {
        return known().displayLanguage
      },
      get officeTheme() {
        return known().officeTheme
      },
      requirements: Object.freeze({
        isSetSupported: (name, version = '1.0') =>
          (sets[name] ?? -1) >= Number(String(version).split('.')[1]),
      }),
      ui: Object.freeze({
        openBrowserWindow(url) {
          if (!/^https?:/.test(url)) throw new TypeError('openBrowserWindow takes a web address.')
          line.postMessage({ kind: 'open', url })
        },
      }),
    }),
    EventType: Object.freeze({ ItemChanged: 'itemchanged', OfficeThemeChanged: 'officethemechanged' }),
    MailboxEnums: Object.freeze({ RestVersion: Object.freeze({ v1_0: 'v1.0', v2_0: 'v2.0' }) }),
  })

  /** Over which MSAL asks the host for tokens: texts both ways (msal-browser, naa/BridgeProxy). */
  const ears = []
  const hearBridge = (text) => {
    for (const ear of ears) ear(text)
  }
  window.nestedAppAuthBridge = Object.freeze({
    addEventListener: (type, ear) => {
      if (type === 'message') ears.push(ear)
    },
    postMessage(text) {
      if (typeof text !== 'string') throw new TypeError('The bridge takes a string.')
      line.postMessage({ kind: 'naa', text })
    },
  })
  // Outlook knows whom it has in its frame; what it is given here is only the line.
  if (outlook !== window) outlook.postMessage('add-in', '*', [theirs])
}
