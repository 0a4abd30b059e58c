import { existsSync, readFileSync } from 'node:fs'
import { busyBlocks } from '../../bot/demo/company/busy-blocks.ts'
import { matchingChoices } from '../../bot/demo/company/matching-choices.ts'
import { type Company, createSeededCompany } from '../../bot/demo/company.ts'
import { InputFault } from '../../bot/files/input-fault.ts'
import { companyFromFile } from '../support/company-from-file.ts'
import fc from '../support/properties.ts'

/** How many managers stand above somebody; nothing where the line never ends. */
function depthOf(company: Company, id: string): number | undefined {
  let depth = 0
  for (
    let at = company.byId.get(id);
    at?.managerId && company.byId.has(at.managerId);
    at = company.byId.get(at.managerId)
  )
    if (++depth > 50) return undefined
  return depth
}

const kinds = (company: Company) => company.faults.map((fault) => fault.kind).sort()

describe('the invented company', () => {
  const company = createSeededCompany()

  it('is the same every time for one seed, and another for the next', () => {
    const facts = (seed: number) => JSON.stringify(createSeededCompany({ seed, people: 300 }).people)
    expect(facts(3)).toBe(facts(3))
    expect(facts(3)).not.toBe(facts(4))
  })

  it('has about 2,400 people in many countries, with a chart five to eight levels deep', () => {
    expect(company.people).toHaveLength(2400)
    expect(new Set(company.people.map((person) => person.country)).size).toBeGreaterThan(10)
    expect(new Set(company.people.map((person) => person.department)).size).toBeGreaterThanOrEqual(10)
    const depths = company.people.map((person) => depthOf(company, person.id) ?? 0)
    expect(Math.max(...depths)).toBeGreaterThanOrEqual(5)
    expect(Math.max(...depths)).toBeLessThanOrEqual(8)
  })

  it('carries the faults a real directory has, one for each person whose entry is to be corrected', () => {
    const counts = Object.fromEntries(
      kinds(company).map((kind, _, all) => [kind, all.filter((k) => k === kind).length]),
    )
    const guests = company.people.filter(
      ({ userType, managerId }) => userType === 'Guest' && !managerId,
    ).length
    expect(counts).toEqual({
      ...{ cycle: 5, 'missing-manager': 1 + guests, 'self-manager': 1, 'unknown-manager': 1 },
    })
    expect(new Set(company.faults.map(({ personId }) => personId)).size).toBe(company.faults.length)
    // Guests have no number in the directory: nothing stands in brackets then.
    expect(company.faults.filter(({ text }) => text.includes('()'))).toEqual([])
  })

  it('lets whoever joined last teach, as its invitation says, and would not by the product’s own rule', () => {
    const today = new Date('2026-11-27T09:00:00Z')
    const monthsAgo = (months: number) =>
      new Date(
        Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - months, today.getUTCDate()),
      ).toISOString()
    const hired = company.enrolments.flatMap(({ personId, side }) =>
      side === 'mentor' ? [company.byId.get(personId)!.employeeHireDate] : [],
    )
    const { minimumServiceMonths } = matchingChoices.rules
    expect(hired.filter((on) => on > monthsAgo(minimumServiceMonths))).toEqual([])
    expect(hired.filter((on) => on > monthsAgo(12)).length).toBeGreaterThan(10)
  })

  it('gives everybody an address of their own and a mailbox zone as administrators leave them', () => {
    expect(new Set(company.people.map((person) => person.mail)).size).toBe(2400)
    expect(new Set(company.people.map((person) => person.id)).size).toBe(2400)
    const zones = company.people.map((person) => person.mailboxTimeZone)
    expect(zones.filter((zone) => zone.includes('Standard Time')).length).toBeGreaterThan(1500)
    expect(zones.filter((zone) => zone.includes('/')).length).toBeGreaterThan(300)
    expect(zones.filter((zone) => zone.startsWith('tzone:'))).toHaveLength(1)
    expect(company.people.some((person) => !person.accountEnabled)).toBe(true)
    expect(company.people.some((person) => person.userType === 'Guest')).toBe(true)
  })

  it('has people whose sign-in name, mail address and displayed name differ, as real directories do', () => {
    const { people } = company
    const others = people.filter(({ mail, userPrincipalName }) => userPrincipalName !== mail)
    expect(others.length).toBeGreaterThan(people.length / 4)
    expect(new Set(people.map(({ userPrincipalName }) => userPrincipalName)).size).toBe(people.length)
    const mails = new Set(people.map(({ mail }) => mail))
    for (const { userPrincipalName } of others) expect(mails.has(userPrincipalName)).toBe(false)
    expect(people.filter(({ displayName }) => displayName.includes(', ')).length).toBeGreaterThan(200)
    const played = Object.values(company.personas).map((id) => company.byId.get(id)!)
    expect(played.some(({ mail, userPrincipalName }) => mail !== userPrincipalName)).toBe(true)
  })

  it('has 60 leaders and 180 juniors ready to enrol, all active, and a newcomer who is not', () => {
    const side = (name: string) => company.enrolments.filter((enrolment) => enrolment.side === name)
    expect(side('mentee')).toHaveLength(60)
    expect(side('mentor')).toHaveLength(180)
    expect(new Set(company.enrolments.map((enrolment) => enrolment.personId)).size).toBe(240)
    const people = company.enrolments.map((enrolment) => company.byId.get(enrolment.personId)!)
    expect(people.every((person) => person.accountEnabled && person.userType === 'Member')).toBe(true)
    expect(company.enrolments.some((enrolment) => enrolment.personId === company.personas.newcomer)).toBe(
      false,
    )
  })

  it('has a mentor and a mentee who fit each other and are in different lines', () => {
    const of = (id: string) => company.enrolments.find((enrolment) => enrolment.personId === id)!
    const [mentor, mentee] = [of(company.personas.mentor), of(company.personas.mentee)]
    expect(mentor.languages.some((language) => mentee.languages.includes(language))).toBe(true)
    expect(mentor.topics.map(({ topic }) => topic)).toEqual(mentee.topics.map(({ topic }) => topic))
    expect(company.byId.get(mentor.personId)!.department).not.toBe(
      company.byId.get(mentee.personId)!.department,
    )
  })

  it('fills leaders’ days more than juniors’, never outside the day, the same on every look', () => {
    const load = (grade: (n: number) => boolean) => {
      const some = company.people
        .filter((person) => grade(person.grade) && person.userType === 'Member')
        .slice(0, 60)
      const minutes = some
        .flatMap((person) => busyBlocks(person, '2026-11-03'))
        .reduce((sum, block) => sum + (block.allDay ? 0 : block.end - block.start), 0)
      return minutes / some.length
    }
    expect(load((grade) => grade >= 9)).toBeGreaterThan(load((grade) => grade <= 3) * 1.3)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2399 }), fc.integer({ min: 0, max: 720 }), (index, days) => {
        const date = new Date(Date.UTC(2026, 5, 1) + days * 86_400_000).toISOString().slice(0, 10)
        const blocks = busyBlocks(company.people[index]!, date)
        expect(busyBlocks(company.people[index]!, date)).toEqual(blocks)
        blocks.forEach((block, at) => {
          expect(block.start).toBeLessThan(block.end)
          if (at > 0) expect(block.start).toBeGreaterThanOrEqual(blocks[at - 1]!.end)
        })
      }),
    )
  })

  it('can be small', () => {
    const small = createSeededCompany({ people: 60, mentors: 10, mentees: 4 })
    expect(small.people).toHaveLength(60)
    expect(new Set(Object.values(small.personas)).size).toBe(6)
  })
})

describe('a company from a file', () => {
  const csv = [
    'id,managerId,jobTitle,department,organisation,grade',
    '1,XX,"Head, all",TOP,Small Office,SCS4',
    '2,1,Director,"A ""B"" C",Small Office,SCS1',
    '3,2,Clerk,A,Small Office,A3',
    '3,1,Clerk again,A,Small Office,A3',
    '4,4,Own boss,A,Small Office,B1',
    '5',
    ',1,Nobody,A,Small Office,A3',
    '6,7,Round,A,Small Office,B2',
    '7,6,Round,A,Small Office,B2',
  ].join('\n')

  it('lists every fault with its line or its people and keeps the good rows', () => {
    const company = companyFromFile(csv, 'small.csv')
    expect(company.name).toBe('Small Office')
    expect(company.people.map((person) => person.employeeId)).toEqual(['1', '2', '3', '4', '6', '7', '5'])
    expect(company.people[1]!.department).toBe('A "B" C')
    expect(kinds(company)).toEqual([
      'bad-row',
      'bad-row',
      'cycle',
      'cycle',
      'duplicate-id',
      'self-manager',
      'unknown-manager',
      'unknown-manager',
    ])
    expect(company.faults.map((fault) => fault.text)).toContainEqual(expect.stringContaining('reports to XX'))
    // The page says whose chart it is.
    expect(company.isFromFile).toBe(true)
    expect(createSeededCompany({ people: 300 }).isFromFile).toBeUndefined()
    expect(company.faults.map((fault) => fault.text)).toContainEqual(expect.stringContaining('line 5'))
  })

  it('keeps object ids when rows are added or reordered', () => {
    const again = companyFromFile(
      [...csv.split('\n').slice(0, 4), '9,1,New,A,Small Office,A3'].join('\n'),
      'small.csv',
    )
    const first = companyFromFile(csv, 'small.csv')
    expect(again.people.slice(0, 3).map((person) => person.id)).toEqual(
      first.people.slice(0, 3).map((person) => person.id),
    )
  })

  it('reads one person a line, with what they offer or want', () => {
    const lines = [
      {
        id: 'p0',
        manager: null,
        department: 'D',
        grade: 12,
        site: 'Paris',
        tz: 'Europe/Paris',
        role: 'mentee',
        capacity: 2,
        languages: ['fr'],
        wants: [{ topic: 'privacy', level: 3 }],
        interests: ['chess'],
        work: { start: '10:00', end: '15:00' },
      },
      { id: 'p1', manager: 'p0', department: 'D', grade: 1, site: 'Tokyo', tz: 'Asia/Tokyo' },
    ]
    const company = companyFromFile(
      `${lines.map((line) => JSON.stringify(line)).join('\n')}\n{broken`,
      'people.jsonl',
    )
    expect(kinds(company)).toEqual(['bad-row'])
    expect(company.people[0]).toMatchObject({
      city: 'Paris',
      grade: 12,
      workingHours: { start: '10:00', end: '15:00' },
    })
    expect(company.enrolments).toEqual([
      {
        personId: company.people[0]!.id,
        side: 'mentee',
        topics: [{ topic: 'privacy', level: 3 }],
        languages: ['fr'],
        interests: ['chess'],
        capacity: 2,
      },
    ])
  })

  it('takes who the file enrolls and nobody else, and lets them be played', () => {
    const company = companyFromFile(
      [
        'id;managerId;role;topics;timeZone;hiredOn',
        'c;;;;Europe/Berlin;2010-01-01',
        'd;c;mentee;privacy:3;Europe/Berlin;2012-03-01',
        ...['e', 'f', 'g'].map((id) => `${id};c;;;Europe/Berlin;`),
        'm;e;mentor;ai-tools:2|privacy;Asia/Tokyo;2023-09-01',
      ].join('\r\n'),
      'own.csv',
    )
    const { mentor, mentee } = company.personas
    const sourceId = (id: string) => company.byId.get(id)!.employeeId
    expect([sourceId(mentor), sourceId(mentee)]).toEqual(['m', 'd'])
    expect(
      company.enrolments.map(({ personId, side, topics }) => [sourceId(personId), side, topics]),
    ).toEqual([
      ['d', 'mentee', [{ topic: 'privacy', level: 3 }]],
      [
        'm',
        'mentor',
        [
          { topic: 'ai-tools', level: 2 },
          { topic: 'privacy', level: 2 },
        ],
      ],
    ])
    expect(company.byId.get(mentor)).toMatchObject({
      mailboxTimeZone: 'Asia/Tokyo',
      employeeHireDate: '2023-09-01T00:00:00Z',
    })
  })

  it('stops at nothing but a file that cannot be read, and says so', () => {
    const company = (text: string, name: string) => {
      try {
        companyFromFile(text, name)
      } catch (fault) {
        expect(fault).toBeInstanceOf(InputFault)
      }
    }
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('x.csv', 'x.jsonl'), (text, name) =>
        company(`id,managerId\na,\nb,a\n${text}`, name),
      ),
    )
    fc.assert(fc.property(fc.string(), (text) => company(text, 'x.csv')))
  })
})

const file = (name: string) => new URL(`../../../shared/data/${name}`, import.meta.url).pathname
const whenPresent = existsSync(file('organogram-a.csv')) ? describe : describe.skip

whenPresent('the published organograms', () => {
  const read = (name: string) => companyFromFile(readFileSync(file(name), 'utf8'), name)

  it('A: 5,360 people; the top reports to nobody known', () => {
    const company = read('organogram-a.csv')
    expect(company.people).toHaveLength(5360)
    expect(kinds(company)).toEqual(['unknown-manager'])
    // Everybody with somebody below is a Mentee, and there are five Mentors for every four.
    expect(company.enrolments.filter(({ side }) => side === 'mentee')).toHaveLength(166)
    expect(company.enrolments.filter(({ side }) => side === 'mentor')).toHaveLength(208)
    expect(new Set(Object.values(company.personas)).size).toBe(6)
  })

  it('B: four posts share an id with another', () => {
    const company = read('organogram-b.csv')
    expect(company.people).toHaveLength(3328)
    expect(kinds(company)).toEqual([
      'duplicate-id',
      'duplicate-id',
      'duplicate-id',
      'duplicate-id',
      'unknown-manager',
    ])
  })
})
