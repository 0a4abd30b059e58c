/** The built tab: hashed files for ever, the page itself never cached and told who may frame it. */
import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import express, { type Request, type RequestHandler, type Response, Router } from 'express'

const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const

export interface TabSettings {
  hostOrigins: string[]
  /** By which Teams finds the app in a link. */
  appId: string
  tenantId: string
}

/** Where Outlook's pane is: the same page, which loads Office.js and knows how to sign in there. */
export const panePath = '/outlook'

export interface PaneSettings {
  officeJs: string
  /** How nested app authentication knows us. */
  signIn: { clientId: string; authority: string }
}

export function tabFiles(folder: string, settings: () => TabSettings, pane: PaneSettings): Router {
  const router = Router()
  const page = readPage(folder)
  const index = (_request: Request, response: Response) => {
    if (!page) {
      response.status(503).type('text/plain').send('The tab is not built yet: run `npm run build`.')
      return
    }
    response.set('Cache-Control', 'no-cache').type('html').send(withSettings(page, settings()))
  }
  router.get(['/', '/index.html'], index)
  router.get(panePath, (_request, response) => {
    if (!page) return index(_request, response)
    const shown = withSettings(page, { ...settings(), outlook: pane.signIn })
    response.set('Cache-Control', 'no-cache').type('html').send(withScript(shown, pane.officeJs))
  })
  const assets = join(folder, 'assets')
  const forever = { immutable: true, maxAge: '1y', index: false, fallthrough: false }
  router.use('/assets', preferCompressed(assets), express.static(assets, forever))
  router.use(express.static(folder, { index: false, maxAge: '1h', setHeaders: shownByOutlook }))
  router.get('/{*place}', index)
  return router
}

/** The icons of the add-in stand in Outlook's own page. */
function shownByOutlook(response: Response, file: string): void {
  if (/icon-\d+\.png$/.test(file)) response.set('Cross-Origin-Resource-Policy', 'cross-origin')
}

function readPage(folder: string): string | undefined {
  const file = join(folder, 'index.html')
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** Office.js has to be there before anything else runs, and is not ours to bundle. */
function withScript(page: string, address: string): string {
  const safe = address.replace(/[&"<]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  return page.replace(/<head>/, () => `<head><script src="${safe}"></script>`)
}

function withSettings(page: string, settings: TabSettings & { outlook?: PaneSettings['signIn'] }): string {
  // The value sits inside a script element: nothing in it may end that element.
  const json = JSON.stringify(settings).replace(/</g, '\\u003c')
  return page.replace(
    /(<script type="application\/json" id="settings">)[^<]*(<\/script>)/,
    (_match, open: string, close: string) => open + json + close,
  )
}

/** Points a request for an asset at the compressed file beside it, where there is one that the browser takes. */
function preferCompressed(folder: string): RequestHandler {
  return (request, response, next) => {
    const name = posix.basename(request.path)
    for (const [encoding, ending] of encodings) {
      if (!request.acceptsEncodings(encoding) || !existsSync(join(folder, name + ending))) continue
      response.set('Content-Encoding', encoding).type(posix.extname(name))
      request.url = `/${name}${ending}`
      break
    }
    response.vary('Accept-Encoding')
    next()
  }
}
