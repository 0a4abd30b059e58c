/** `npm start -- --people FILE`: an organization that somebody brought is enrolled and paired as the file has it. */
import { existsSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { companyFromFile } from '../../support/company-from-file.ts'
import { enrolCompany, openCohort, proposeAll, startProduct } from '../../support/product.ts'

/** Whom the product enrolled, and how many pairs it proposes, by the ids of the file. */
async function broughtIn(file: string | Uint8Array, name: string) {
  const company = companyFromFile(file, name)
  const product = await startProduct({ company })
  try {
    const cohortId = await openCohort(product)
    const enrolled = await enrolCompany(product, cohortId)
    const pairs = await proposeAll(product, cohortId)
    const sourceId = (id: string) => company.byId.get(id)!.employeeId
    return {
      mentors: enrolled.filter(({ side }) => side === 'mentor').map(({ personId }) => sourceId(personId)),
      mentees: enrolled.filter(({ side }) => side === 'mentee').map(({ personId }) => sourceId(personId)),
      topicsOf: Object.fromEntries(enrolled.map(({ personId, topics }) => [sourceId(personId), topics])),
      pairs: pairs.map(({ mentorId, menteeId }) => `${sourceId(mentorId)} ${sourceId(menteeId)}`),
    }
  } finally {
    await product.close()
  }
}

const lines = ['id,managerId,role,topics,languages,timeZone,hiredOn', 'top,,,,en,Europe/Berlin,2010-01-01']
for (const line of ['a', 'b', 'c']) {
  const rest = 'en,Europe/Berlin,2015-01-01'
  lines.push(`${line},TOP,mentee,ai-tools:3,${rest}`, `${line}1,${line},,,${rest}`)
  lines.push(`${line}2,${line}1,mentor,ai-tools:2;inclusion,${rest}`, `${line}3,${line}1,,,${rest}`)
}

describe('an organization of one’s own', () => {
  it('with roles: those people, with the file’s topics, and nobody beside them', async () => {
    const { mentors, mentees, topicsOf, pairs } = await broughtIn(lines.join('\r\n'), 'own.csv')
    expect([mentors, mentees]).toEqual([
      ['a2', 'b2', 'c2'],
      ['a', 'b', 'c'],
    ])
    expect(topicsOf['a2']).toEqual([
      { topic: 'ai-tools', level: 2 },
      { topic: 'inclusion', level: 2 },
    ])
    expect(pairs).toHaveLength(3)
    // Never inside a line.
    expect(pairs.filter((pair) => pair[0] === pair.split(' ')[1])).toEqual([])
  })

  it('without roles or grades: leaders become Mentees, and there are pairs', async () => {
    const chart = [
      'id,managerId',
      'top,',
      ...Array.from({ length: 60 }, (_, n) => `p${n},${n < 6 ? 'top' : `p${n % 6}`}`),
    ]
    const { mentors, mentees, pairs } = await broughtIn(chart.join('\n'), 'chart.csv')
    expect([mentors.length, mentees.length]).toEqual([9, 7])
    expect(pairs.length).toBeGreaterThan(3)
  })

  const cases = resolve('../shared/review/cases')
  ;(existsSync(cases) ? it.each : it.skip.each)([
    ['00-base.csv', 6, 3, 3],
    ['D3-health-agency-chart.csv', 258, 206, 100],
  ])('%s', async (name, mentorCount, menteeCount, leastPairs) => {
    const path = resolve(cases, name)
    const { mentors, mentees, pairs } = await broughtIn(readFileSync(path), basename(path))
    expect([mentors.length, mentees.length]).toEqual([mentorCount, menteeCount])
    expect(pairs.length).toBeGreaterThanOrEqual(leastPairs)
  })
})
