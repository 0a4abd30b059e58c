/** What is known of the person who asks: theirs alone. Nobody can ask for another. */
import type { Ports } from '../../../workflows/ports.ts'
import { exportMyData } from '../../../workflows/records/export-my-data.ts'
import { asks, type Handlers, ownThings } from '../../handler.ts'
import { iso } from '../views.ts'

export function myDataRoutes(ports: Ports): Pick<Handlers, 'exportMyData'> {
  return {
    exportMyData: asks('take-own-data', ownThings, async (asker) => {
      const { exportedAt, data, ...rest } = await exportMyData(ports, asker.personId)
      return { ...rest, exportedAt: iso(exportedAt), data: JSON.parse(JSON.stringify(data)) }
    }),
  }
}
