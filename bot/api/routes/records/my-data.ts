/** What is known of the person who asks: theirs alone, so that no policy is asked; nobody can ask for another. */

import type { Ports } from '../../../workflows/ports.ts'
import { exportMyData } from '../../../workflows/records/export-my-data.ts'
import type { Handlers } from '../../handler.ts'
import { iso } from '../views.ts'

export function myDataRoutes(ports: Ports): Pick<Handlers, 'exportMyData'> {
  return {
    async exportMyData(asker) {
      const { exportedAt, data, ...rest } = await exportMyData(ports, asker.personId)
      return { ...rest, exportedAt: iso(exportedAt), data: JSON.parse(JSON.stringify(data)) }
    },
  }
}
