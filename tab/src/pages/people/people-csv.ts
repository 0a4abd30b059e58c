/** The list of people as a CSV file (RFC 4180), as the page shows them: nothing stands in it that the page does not say. */
import { rowText } from '../../../../bot/files/cell.ts'
import type { Row } from './row.ts'

export interface PeopleCsvWords {
  header: {
    [K in
      | 'name'
      | 'id'
      | 'title'
      | 'unit'
      | 'location'
      | 'manager'
      | 'state'
      | 'side'
      | 'topics'
      | 'languages'
      | 'partners'
      | 'capacity'
      | 'zone']: string
  }
  stateOf(state: NonNullable<Row['participant']>['state']): string
  sideOf(side: 'mentor' | 'mentee'): string
  topicsOf(topics: NonNullable<Row['participant']>['topics']): string
}

export function peopleCsv(people: readonly Row[], words: PeopleCsvWords): string {
  const { header, stateOf, sideOf, topicsOf } = words
  const top = [
    ...[header.name, header.id, header.title, header.unit, header.location, header.manager],
    ...[header.state, header.side, header.topics, header.languages],
    ...[header.partners, header.capacity, header.zone],
  ]
  const rows = people.flatMap(({ person, participant }) => {
    if (!participant) return []
    const { state, side, topics, languages, load, capacity, timeZone } = participant
    return [
      [
        ...[person.name, person.id, person.jobTitle, person.department, person.location, person.managerName],
        ...[stateOf(state), sideOf(side), topicsOf(topics), languages.join(', ')],
        ...[load, capacity, timeZone],
      ],
    ]
  })
  return `${[top, ...rows].map(rowText).join('\r\n')}\r\n`
}
