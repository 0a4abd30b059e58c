/** What two agreed to do, for the two alone. */
import { isOneOf, partnerOf } from '../../../domain/pairing/pairing.ts'
import { isRefused, refuse } from '../../../domain/refusal.ts'
import { addAction, removeAction, settleAction } from '../../../workflows/meeting/actions.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { type Asker, asks, type Handlers } from '../../handler.ts'
import { iso } from '../views.ts'

type Routes = Pick<Handlers, 'actions' | 'addAction' | 'settleAction' | 'removeAction'>

export function actionRoutes(ports: Ports): Routes {
  const { store } = ports
  const ofPairing = async (_: Asker, { id }: { id: string }) => ({ pairing: await store.pairings.get(id) })
  const ofAction = async (_: Asker, { id }: { id: string }) => {
    const action = await store.actions.get(id)
    return { pairing: action && (await store.pairings.get(action.pairingId)) }
  }
  const done = (answer: Awaited<ReturnType<typeof settleAction>>) =>
    isRefused(answer) ? answer : { ok: true as const }
  return {
    actions: asks(
      'keep-actions',
      ofPairing,
      async ({ personId }, { id }) => {
        const pairing = await store.pairings.get(id)
        if (!pairing || !isOneOf(pairing, personId)) return refuse('not-found')
        const known = (await store.actions.ofPairing(id)).filter(({ isErased }) => !isErased)
        return {
          actions: known.map(({ id: actionId, text, ownerId, addedAt, doneAt }) => ({
            ...{ id: actionId, text, whose: ownerId === personId ? ('me' as const) : ('partner' as const) },
            ...{ addedAt: iso(addedAt), ...(doneAt ? { doneAt: iso(doneAt) } : {}) },
          })),
          mayChange: pairing.state === 'active' || pairing.state === 'approved',
        }
      },
      'not-found',
    ),
    addAction: asks(
      'keep-actions',
      ofPairing,
      async ({ personId }, { id, text, whose }) => {
        const pairing = await store.pairings.get(id)
        if (!pairing) return refuse('not-found')
        const ownerId = whose === 'me' ? personId : partnerOf(pairing, personId)
        const added = await addAction(ports, id, personId, { text, ownerId })
        return isRefused(added) ? added : { id: added.id }
      },
      'not-found',
    ),
    settleAction: asks(
      'keep-actions',
      ofAction,
      async ({ personId }, { id, isDone }) => done(await settleAction(ports, id, personId, isDone)),
      'not-found',
    ),
    removeAction: asks(
      'keep-actions',
      ofAction,
      async ({ personId }, { id }) => done(await removeAction(ports, id, personId)),
      'not-found',
    ),
  }
}
