import type { RequestHandler } from 'express'

/**
 * Where names are given, the service answers under those alone: on a developer's machine a web page could otherwise point
 * a name of its own here and read the answers as its own origin. In the open the front end decides about names.
 */
export function answeredHosts(names: readonly string[]): RequestHandler {
  const answered = names.map((name) => name.toLowerCase())
  return ({ headers }, response, next) => {
    if (answered.length === 0) return next()
    const name = /^([a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?$/i.exec(headers.host ?? '')?.[1]
    if (name !== undefined && answered.includes(name.toLowerCase())) return next()
    response.status(421).type('text/plain').send('This service does not answer under that name.')
  }
}
