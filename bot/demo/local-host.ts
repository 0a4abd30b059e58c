import type { RequestHandler } from 'express'

/** Names that only this machine answers to. */
export const LOCAL_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

/**
 * A web page can point a name of its own at 127.0.0.1 and read, as its own origin, whatever answers there (DNS rebinding).
 * The tenant holds a company and signs tokens for everybody in it, so it answers to local names alone.
 */
export const onlyLocalHost: RequestHandler = ({ headers }, response, next) => {
  const name = /^([a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?$/i.exec(headers.host ?? '')?.[1]
  if (name !== undefined && LOCAL_HOSTS.includes(name.toLowerCase())) return next()
  response.status(421).type('text/plain').send('The demo tenant answers to localhost only.')
}
