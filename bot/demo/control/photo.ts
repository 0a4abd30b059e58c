import type { Response } from 'express'
import { GRAPH, issueAppToken } from '../entra/tokens.ts'
import type { Tenant } from '../tenant-shape.ts'

/** A person's photo as Graph has it; no content where they have none, and the page shows initials. */
export async function sendPhoto({ url, state, keys }: Tenant, personId: string, response: Response) {
  const { id, applicationPermissions } = state.apps.tab
  const token = await issueAppToken(state, keys, id, GRAPH, applicationPermissions)
  const photo = await fetch(`${url}/graph/v1.0/users/${encodeURIComponent(personId)}/photo/$value`, {
    headers: { authorization: `Bearer ${token}` },
  })
  if (!photo.ok) {
    await photo.body?.cancel()
    response.sendStatus(204)
    return
  }
  response.set({
    'content-type': photo.headers.get('content-type') ?? 'image/png',
    'cache-control': 'max-age=86400',
  })
  response.end(Buffer.from(await photo.arrayBuffer()))
}
