import { may } from '../../../auth/access.ts'
import type { Out } from '../../../contract/index.ts'
import { isRefused } from '../../../domain/refusal.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { type BeforeClose, beforeClose } from '../../../workflows/program/before-close.ts'
import { closeCohort } from '../../../workflows/program/close-cohort.ts'
import { agreeToThanks, askForThanks, writeThanks } from '../../../workflows/program/thanks.ts'
import { type Asker, asks, type Handlers, inCohort } from '../../handler.ts'
import { faceFrom, iso } from '../views.ts'

type Routes = Pick<Handlers, 'beforeClose' | 'closeCohort' | 'writeThanks' | 'askForThanks' | 'agreeToThanks'>

export function closingRoutes(ports: Ports): Routes {
  const { store } = ports
  const seated = async (asker: Asker, { id }: { id: string }) => {
    const cohort = await store.cohorts.get(id)
    const program = cohort && (await store.programs.get(cohort.programId))
    return { ...(await inCohort(asker, { id })), sponsorId: program?.sponsorId }
  }
  return {
    beforeClose: asks('write-thanks', seated, async (asker, { id }) => {
      const found = await beforeClose(ports, id)
      return isRefused(found) ? found : view(ports, found, asker)
    }),
    closeCohort: asks('close-cohort', inCohort, async (asker, { id, ...how }) => {
      const closed = await closeCohort(ports, id, how, asker.personId)
      return isRefused(closed) ? closed : { isNew: closed.isNew }
    }),
    writeThanks: asks('write-thanks', seated, (asker, { id, ...written }) =>
      writeThanks(ports, id, written, asker.personId),
    ),
    askForThanks: asks('close-cohort', inCohort, (asker, { id }) => askForThanks(ports, id, asker.personId)),
    agreeToThanks: asks('agree-to-thanks', seated, (asker, { id, version }) =>
      agreeToThanks(ports, id, version, asker.personId),
    ),
  }
}

async function view({ store }: Ports, found: BeforeClose, asker: Asker): Promise<Out<'beforeClose'>> {
  const {
    cohort,
    program,
    closing,
    endReading,
    speaker,
    thanks,
    thanked,
    open,
    ending,
    forgottenOn,
    writer,
  } = found
  const named = [endReading?.byId, closing?.byId, speaker, writer].filter((id) => id !== undefined)
  const people = await store.people.many(named)
  const { version, words, agreedAt } = thanks
  return {
    ...{ stage: cohort.stage, open, ending, thanked, forgottenOn, challenge: program.challenge },
    ...(endReading
      ? {
          endReading: {
            ...{ value: endReading.value, by: faceFrom(people, endReading.byId), at: iso(endReading.at) },
          },
        }
      : {}),
    thanks: { version, words, ...(speaker !== undefined && agreedAt ? { agreedAt: iso(agreedAt) } : {}) },
    speaker: speaker === undefined ? null : faceFrom(people, speaker),
    hasSponsor: program.sponsorId !== undefined,
    writer: writer === undefined ? null : faceFrom(people, writer),
    ...(closing
      ? {
          closed: {
            ...{ by: faceFrom(people, closing.byId), at: iso(closing.at) },
            ...{ running: closing.running, isMeasured: closing.isMeasured },
          },
        }
      : {}),
    may: {
      close: may('close-cohort', asker, await inCohort(asker, cohort)),
      agree: may('agree-to-thanks', asker, { sponsorId: program.sponsorId }),
    },
  }
}
