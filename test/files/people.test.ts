import { describe, expect, test } from '@jest/globals'
import { InputFault } from '../../bot/files/input-fault.ts'
import { readPeople } from '../../bot/files/people.ts'
import fc from '../support/properties.ts'

const read = (text: string, name = 'p.csv') => readPeople(name, Buffer.from(text), { today: '2026-11-27' })
const faultOf = (text: string, name?: string) => {
  try {
    read(text, name)
    return 'read'
  } catch (fault) {
    expect(fault).toBeInstanceOf(InputFault)
    return (fault as Error).message
  }
}
const managers = (text: string) => read(text).organization.map(({ id, managerId }) => [id, managerId])

describe('people are the same, however the file is written', () => {
  const csv =
    'id,managerId,role,topics,languages\nc,,,,\nd,c,mentee,ai-tools:3;privacy,en;de\nm,d,mentor,privacy:1,en'
  const records = [
    { id: 'c', managerId: null },
    { id: 'd', managerId: 'c', role: 'mentee', topics: ['ai-tools:3', 'privacy'], languages: ['en', 'de'] },
    { id: 'm', managerId: 'd', role: 'mentor', topics: [{ topic: 'privacy', level: 1 }], languages: 'en' },
  ]
  const byId = Object.fromEntries(records.map(({ id, ...rest }) => [id, rest]))
  test.each([
    ['semicolons', csv.replaceAll(';', '|').replaceAll(',', ';')],
    ['the names other systems use', csv.replace('id,managerId,role', 'Employee ID,Manager ID,Side')],
    ['JSON lines', records.map((one) => JSON.stringify(one)).join('\n')],
    ['JSON lines with CRLF', records.map((one) => JSON.stringify(one)).join('\r\n')],
    ['a JSON list', JSON.stringify(records, null, 2)],
    ['an object by id', JSON.stringify(byId, null, 2)],
    ['an object by id on one line', JSON.stringify(byId)],
    ['a list inside an object', JSON.stringify({ value: records })],
    [
      'JSON with the names other systems use',
      JSON.stringify(
        records.map(({ id, managerId, ...rest }) => ({ employeeId: id, manager_id: managerId, ...rest })),
      ),
    ],
  ])('as %s', (_, text) => {
    const { participants, organization } = read(text)
    const wanted = read(csv)
    expect({ participants, organization }).toEqual({
      participants: wanted.participants,
      organization: wanted.organization,
    })
    expect(participants[0]!.topics).toEqual([
      { topic: 'ai-tools', level: 3 },
      { topic: 'privacy', level: 2 },
    ])
  })

  test('and every fault knows its line', () => {
    const text = JSON.stringify([records[0], { ...records[1], grade: 'high' }, records[2]], null, 1)
    expect(read(text).unread).toMatchObject([
      { line: text.slice(0, text.indexOf('"d"')).split('\n').length - 1 },
    ])
  })
})

describe('columns', () => {
  test('read under another name are said', () => {
    expect(read('Employee ID,Reports To\na,\nb,a').assumptions).toEqual([
      'The column "Employee ID" was read as id.',
      'The column "Reports To" was read as managerId.',
    ])
  })
  test.each([
    ['Employee ID,Person ID,managerId\n', /^p\.csv:1:13: More than one column could be id: .* Which is it\?/],
    ['id,ID,managerId\n', /More than one column could be id/],
    ['displayName,managerId\n', /The column id is missing\. "displayName" looks like names/],
    ['mail,managerId\n', /The column id is missing\. Is it "mail"\?/],
    ['id,Manager Name\n', /"Manager Name" looks like names; add a column managerId/],
    ['id,managerId,blokced\n', /^p\.csv:1:14: There is no column called "blokced"\. Is blocked meant\?/],
    ['id,managerId,hierdOn\n', /Is hiredOn meant\?/],
  ])('in doubt are a question: %s', (heading, question) =>
    expect(faultOf(`${heading}a,b,c\n`)).toMatch(question),
  )
})

describe('who is meant', () => {
  test.each([
    ['case', 'Ana', 'ANA'],
    ['spaces around', 'ana', '  ana\u00a0'],
    ['invisible signs', 'ana', 'a\u200bna\u2060'],
    ['Unicode composition', 'J\u00f6rg', 'Jo\u0308rg'],
    ['a mail in two spellings', 'Ana.Lee@Contoso.com', 'ana.lee@contoso.COM'],
  ])('does not depend on %s, and comes out as the file spells them', (_, id, name) => {
    expect(managers(`id,managerId\n${id},\nb,${name}`)).toEqual([
      [id, undefined],
      ['b', id],
    ])
  })

  test('a second row in another spelling is the same person, and is said', () => {
    const people = read('id,managerId\na@x.com,\nb@x.com,a@x.com\nB@X.com,a@x.com')
    expect(people.size).toBe(2)
    expect(people.setAside).toMatchObject([
      { line: 4, reason: expect.stringContaining('spelled b@x.com before') },
    ])
  })

  test('is never guessed: 2.0 is not 2, and it is said that there is one', () => {
    const { setAside, organization } = read('id,managerId\n1,\n2,1\n3,1\n4,2.0')
    expect(organization.at(-1)!.managerId).toBe('2.0')
    expect(setAside).toMatchObject([{ line: 5, reason: expect.stringMatching(/"2\.0".* 2 is\./) }])
  })

  test('departments and sites that differ in case, spaces and unseen signs are one', () => {
    const { organization } = read(
      'id,managerId,department,site\na,,Production,Ulm\nb,a,PRODUCTION  ,ULM\nc,a,Produc\u00adtion,ulm',
    )
    expect(organization.map(({ department, site }) => [department, site])).toEqual([
      ['Production', 'Ulm'],
      ['Production', 'Ulm'],
      ['Production', 'Ulm'],
    ])
  })
})

describe('a column of managers that names nobody', () => {
  test.each([
    [
      'numbers with .0',
      '1,\n2,1.0\n3,2.0',
      /No manager in this file is an id of it: they look like numbers with \.0/,
    ],
    [
      'mail addresses',
      '1,\n2,a@x.com\n3,b@x.com',
      /look like mail addresses \("a@x\.com"\), and ids like "1"/,
    ],
    ['lost zeros', '001,\n002,1\n003,2', /as if leading zeros were lost \("1" for "001"\)/],
    ['names', '1,\n2,Ana Lee\n3,"Lee, Ana"', /look like names \("Ana Lee"\)/],
    ['mostly nobody', '1,\n2,1\n3,x\n4,y', /Only 1 of 3 managers/],
    ['nothing at all', '1,\n2,\n3,', /^p\.csv:1:4: Nobody in this file has a manager/],
  ])('stops everything: %s', (_, rows, message) => expect(faultOf(`id,managerId\n${rows}`)).toMatch(message))

  test('may be empty for one person alone, or where the rules name everybody as a top', () => {
    expect(faultOf('id,managerId\n1,')).toBe('read')
    const options = { today: '2026-11-27', tops: ['A', 'b'] }
    expect(readPeople('p', Buffer.from('id,managerId\na,\nb,'), options).size).toBe(2)
  })
})

describe('a row that is no row', () => {
  test('leaves whose id can be read in the chart, with a manager nobody knows', () => {
    const { setAside, organization } = read('id,department,managerId\na,X,\nb,Sales, EMEA,a\nc,X,b\nd\n')
    expect(setAside).toMatchObject([
      { line: 3, personId: 'b', reason: expect.stringContaining('4 cells where the heading has 3') },
      { line: 5, personId: 'd' },
    ])
    const rows = organization.filter(({ id }) => id === 'b' || id === 'd')
    expect(rows).toEqual([
      { id: 'b', managerId: ' line 3 cannot be read' },
      { id: 'd', managerId: ' line 5 cannot be read' },
    ])
  })
  test('with its id elsewhere is only set aside: the id may have moved', () => {
    const { setAside, size } = read('department,id,managerId\nX,a,\nSales, EMEA,b,a\nX,c,a')
    expect([setAside.map(({ personId }) => personId), size]).toEqual([[undefined], 2])
  })
})

describe('a cell that cannot be read', () => {
  const cell = (column: string, value: string, more = '') =>
    read(`id,managerId,role,${column}\na,,,\nb,a,mentor,${value}${more}`)
  test.each([
    ['hiredOn', '15.10.2026', /"15\.10\.2026" is not an ISO date/],
    ['hiredOn', '2026-02-30', /not an ISO date/],
    ['grade', 'SCS1', /"SCS1" is not a whole number from 1 to 12/],
    ['country', 'Germany', /not two letters/],
    ['timeZone', 'Berlin', /No time zone is called "Berlin"/],
    ['utcOffsetMin', 'east', /not a number of minutes/],
    ['languages', 'English', /"English" is not a tag/],
    ['blocked', 'zoe', /blocked names "zoe".*remove it if they have left/],
    ['dottedManagers', 'zoe', /names "zoe"/],
    ['previous', 'a;zoe', /names "zoe"/],
  ])('is known with its line and the remedy: %s %s', (column, value, reason) => {
    expect(cell(column, value).unread).toMatchObject([
      { line: 3, personId: 'b', reason: expect.stringMatching(reason) },
    ])
  })
  test.each([
    ['capacity', '9'],
    ['topics', 'ai-tools:9'],
    ['workStart', '25h'],
    ['style', 'loud'],
  ])('of the enrolment leaves the person out: %s %s', (column, value) => {
    const people = cell(column, value)
    expect(people.participants).toEqual([])
    expect(people.notTakingPart).toMatchObject([{ personId: 'b', line: 3 }])
  })
  test('is one of another kind in JSON too', () => {
    const text = (more: object) =>
      `{"id":"a"}\n${JSON.stringify({ id: 'b', manager: 'a', role: 'mentor', ...more })}`
    expect(read(text({ blocked: { who: 'a' } })).unread).toMatchObject([{ line: 2, field: 'blocked' }])
    expect(read(text({ topics: [3] })).notTakingPart).toMatchObject([{ personId: 'b' }])
    for (const manager of [{ displayName: 'Ana' }, ['a'], true]) {
      const { organization, unread } = read(
        `${text({ manager })}\n{"id":"c","manager":"a"}\n{"id":"d","manager":"a"}`,
      )
      expect(organization[1]).toMatchObject({ managerId: ' line 2 cannot be read' })
      expect(unread).toMatchObject([{ line: 2, field: 'managerId' }])
    }
    expect(read(text({ manager: { id: 'A' } })).organization[1]!.managerId).toBe('a')
    expect(read(text({ role: true })).notTakingPart).toMatchObject([{ personId: 'b' }])
    expect(read(text({ hiredOn: { $date: 1 } })).unread).toMatchObject([{ field: 'hiredOn' }])
  })
})

describe('without a time zone anywhere', () => {
  test('one is assumed and said, and hours are counted in it', () => {
    const { participants, assumptions } = read(
      'id,managerId,role,workStart,workEnd\na,,,,\nb,a,mentor,08:00,16:00\nc,a,mentee,,',
    )
    expect(assumptions).toEqual([expect.stringContaining('no time zone')])
    expect(participants).toMatchObject([
      { timeZone: 'UTC', workMinutesUtc: { start: 480, length: 480 } },
      { timeZone: 'UTC' },
    ])
  })
  test('of one person only, that person has none', () => {
    const { participants } = read(
      'id,managerId,role,workStart,workEnd,timeZone\na,,,,,\nb,a,mentor,08:00,16:00,\nc,a,mentee,,,Europe/Berlin',
    )
    expect([participants[0]!.workMinutesUtc, participants[0]!.timeZone]).toEqual([undefined, undefined])
  })
})

test('no file fails in any other way than by a fault that says where', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'id',
      'managerId',
      'role',
      'topics',
      'a',
      'mentor',
      '{"id":"a"}',
      '[',
      '{',
      '}',
      ']',
      '"',
      'sep=;',
    ),
    fc.constantFrom(',', ';', '\t', '\n', '\r\n', '\r', ':', '\u200b', '=', '0', 'null'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.boolean(), (pieces, headed) => {
      faultOf(`${headed ? 'id,managerId,role\na,,\nb,a,\n' : ''}${pieces.join('')}`)
    }),
  )
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { maxLength: 4 }), (list) => void faultOf(JSON.stringify(list))),
  )
  const record = fc.dictionary(
    fc.constantFrom('id', 'manager', 'role', 'topics', 'work', 'blocked', 'tz'),
    fc.jsonValue(),
  )
  fc.assert(
    fc.property(
      fc.array(record),
      (records) => void faultOf(records.map((one) => JSON.stringify(one)).join('\n')),
    ),
  )
})
