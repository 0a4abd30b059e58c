/**
 * The tab as a phone's app shows it. A phone opens it in a webview: no window holds it, and the app answers through
 * `window.nativeInterface`. A page has only frames to offer, so the tenant hands out the product's tab once more under its
 * own address, with `webview.js` before everything else in it: from there on neither the tab nor teams-js finds a parent.
 * What the tab asks of its server is passed on unread. The product knows nothing of this.
 */
import { request as ask, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import { type Request, type Response, Router } from 'express'

const SCRIPT = '<script src="/webview.js"></script>'

export function webviewRoutes(productUrl: () => string | undefined): Router {
  const router = Router()
  router.use(['/tab', '/api'], (request, response) => {
    const product = productUrl()
    if (product) passOn(new URL(product), request, response)
    else response.status(503).type('text/plain').send('The product hasn’t started yet.')
  })
  return router
}

function passOn(product: URL, request: Request, response: Response): void {
  const { hostname, port, host } = product
  const headers: OutgoingHttpHeaders = { ...request.headers, host }
  // What is to be changed must arrive as text, and whole.
  if (wantsPage(request)) for (const name of ['accept-encoding', 'if-none-match']) delete headers[name]
  const upstream = ask(
    { hostname, port, path: request.originalUrl, method: request.method, headers },
    (answer) => {
      response.status(answer.statusCode ?? 502)
      if (/^text\/html/.test(answer.headers['content-type'] ?? '')) void sendPage(answer, response)
      else answer.pipe(response.set(headersOf(answer)))
    },
  )
  upstream.on('error', () => {
    if (response.headersSent) response.destroy()
    else response.status(502).type('text/plain').send('The product does not answer.')
  })
  // Who leaves the page while it asks does not take back what was asked: it goes on to the product all the same.
  request.pipe(upstream)
}

const wantsPage = ({ headers }: Request) => headers.accept?.includes('text/html') ?? false

/** The product's own rules for the page stay: its content policy allows scripts of the page's own origin, which this is. */
async function sendPage(answer: IncomingMessage, response: Response): Promise<void> {
  try {
    const { 'content-length': _length, etag: _etag, ...headers } = headersOf(answer)
    const page = Buffer.concat(await answer.toArray()).toString('utf8')
    response.set(headers).send(page.replace(/<head>/, `<head>${SCRIPT}`))
  } catch {
    response.destroy()
  }
}

/** Without those that speak of one connection only. */
function headersOf({ headers }: IncomingMessage): Record<string, string | string[]> {
  const { connection: _c, 'keep-alive': _k, 'transfer-encoding': _t, ...kept } = headers
  return kept as Record<string, string | string[]>
}
