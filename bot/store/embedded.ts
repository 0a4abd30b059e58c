/**
 * PostgreSQL in WebAssembly, in this process. Its own `query` enters WebAssembly six times for each statement and has the text
 * parsed anew; here a statement is prepared once and then costs one entry, which takes a third of the time. Nothing
 * interrupts a transaction: there is one connection, and who wants it waits in line.
 */
import type { messages } from '@electric-sql/pglite'
import { asText, type Driver, dateTypes, type Mode, type Query, type Result, type Row } from './driver.ts'

const liteTextDates = Object.fromEntries([...dateTypes].map((type) => [type, asText]))
/** What an array of dates is an array of. */
const liteElements: Record<number, number> = { 1115: 1114, 1182: 1082, 1185: 1184 }

/** A longer text is a list of many rows, and hardly comes again as it is. */
const longestKept = 3000
/** What is kept takes memory of the database's own. */
const mostKept = 300
/** After it what a statement answers may look different. */
const changesTables = /\b(create|alter|drop)\b/i

type Message = messages.BackendMessage
type Field = messages.RowDescriptionMessage['fields'][number]

/** What the engine said of a statement before it was run. */
interface Prepared {
  /** Empty: it is not kept. */
  name: string
  parameterTypes: readonly number[]
  fields: readonly Field[]
}

export async function embedded(dir?: string, template?: Blob): Promise<Driver> {
  const { PGlite, protocol } = await import('@electric-sql/pglite')
  const { serialize } = protocol
  const lite = await PGlite.create({
    ...(dir ? { dataDir: dir } : {}),
    ...(template ? { loadDataDir: template } : {}),
  })
  // A plan that was made while a table was empty would be used for ever: nothing here gathers statistics.
  await lite.exec('set plan_cache_mode = force_custom_plan')
  const usual = { ...lite.parsers }
  Object.assign(lite.parsers, liteTextDates)
  const asDate = (value: unknown, type: number): unknown => {
    if (Array.isArray(value)) return value.map((one) => asDate(one, liteElements[type] ?? type))
    if (typeof value !== 'string' || !usual[type]) return value
    const read = usual[type](value, type)
    // An array's parser takes that of its elements from where ours are now.
    return Array.isArray(read) ? asDate(read, type) : read
  }

  let isClosed = false
  /** One entry. Messages that go together end in a sync, so that an error in one leaves nothing behind. */
  const speak = async (...messages: Uint8Array[]): Promise<Message[]> => {
    if (isClosed) throw new Error('PGlite is closed')
    return (await lite.execProtocol(joined(messages), { syncToFs: false })).messages
  }
  const kept = new Map<string, Prepared>()
  let made = 0

  async function prepare(text: string): Promise<Prepared> {
    const known = kept.get(text)
    if (known) {
      // The last used stands last.
      kept.delete(text)
      kept.set(text, known)
      return known
    }
    const name = text.length > longestKept ? '' : `kept_${++made}`
    const described = await speak(
      serialize.parse({ name, text }),
      serialize.describe({ type: 'S', name }),
      serialize.sync(),
    )
    const prepared = {
      name,
      parameterTypes: described.find(isParameters)?.dataTypeIDs ?? [],
      fields: described.find(isFields)?.fields ?? [],
    }
    if (name) kept.set(text, prepared)
    return prepared
  }

  async function execute(text: string, values: unknown[], mode: Mode): Promise<Result> {
    const { name, parameterTypes, fields } = await prepare(text)
    const [oldest] = kept.size > mostKept ? kept : []
    if (oldest) kept.delete(oldest[0])
    const forget = oldest ? [serialize.close({ type: 'S', name: oldest[1].name })] : []
    const answered = await speak(
      ...forget,
      serialize.bind({
        statement: name,
        values: values.map((value, at) => asSent(value, parameterTypes[at])),
      }),
      serialize.execute({}),
      serialize.sync(),
    )
    return resultOf(answered, fields, mode)
  }

  /** As PGlite's own `query` would send it. */
  const asSent = (value: unknown, type: number | undefined): string | null => {
    if (value === null || value === undefined) return null
    const serializer = type === undefined ? undefined : lite.serializers[type]
    return serializer ? serializer(value) : String(value)
  }

  /** Statements without values, of which the last one's answer counts. */
  async function several(text: string, mode: Mode): Promise<Result> {
    if (changesTables.test(text)) kept.clear()
    const answered = await speak(serialize.query(text))
    const ends = answered.flatMap((message, at) => (message.name === 'commandComplete' ? [at] : []))
    const last = answered.slice((ends.at(-2) ?? -1) + 1)
    return resultOf(last, last.find(isFields)?.fields ?? [], mode)
  }

  const run: Query = (text, values = [], mode = 'object') =>
    // Two statements of one transaction may be asked for at once.
    lite.runExclusive(() => (values.length > 0 ? execute(text, values, mode) : several(text, mode)))

  const read = (text: string | null | undefined, type: number): unknown => {
    if (text === null || text === undefined) return null
    const parser = lite.parsers[type]
    return parser ? parser(text, type) : text
  }
  function resultOf(answered: readonly Message[], fields: readonly Field[], mode: Mode): Result {
    const cells = answered.filter(isRow).map((row) => row.fields)
    const rows: Row[] =
      mode === 'array'
        ? cells.map((row) => fields.map(({ dataTypeID }, at) => read(row[at], dataTypeID)))
        : cells.map((row) =>
            Object.fromEntries(
              fields.map(({ name, dataTypeID }, at) => {
                const value = read(row[at], dataTypeID)
                return [name, dateTypes.has(dataTypeID) ? asDate(value, dataTypeID) : value]
              }),
            ),
          )
    // "INSERT 0 5", "UPDATE 3"; of a statement that only reads the rows count.
    const [, changed] =
      /^(?:INSERT \d+|UPDATE|DELETE|MERGE) (\d+)$/.exec(answered.find(isEnd)?.text ?? '') ?? []
    return { rows, rowCount: Number(changed ?? 0) || rows.length }
  }

  let last: Promise<unknown> = Promise.resolve()
  const inLine = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work)
    last = turn.catch(() => {})
    return turn
  }

  async function begin<T>(work: (query: Query) => Promise<T>): Promise<T> {
    await run('begin')
    let result: T
    try {
      result = await work(run)
    } catch (error) {
      await run('rollback')
      throw error
    }
    await run('commit')
    return result
  }

  return {
    query: (text, values, mode) => inLine(() => run(text, values, mode)),
    alone: (work) => work(),
    begin: (work) => inLine(() => begin(work)),
    listen: async (channel, { heard }) => ({ close: await inLine(() => lite.listen(channel, heard)) }),
    async close() {
      isClosed = true
      await lite.close()
    },
    dump: () => inLine(() => lite.dumpDataDir('none')) as Promise<Blob>,
  }
}

const isParameters = (message: Message): message is messages.ParameterDescriptionMessage =>
  message.name === 'parameterDescription'
const isFields = (message: Message): message is messages.RowDescriptionMessage =>
  message.name === 'rowDescription'
const isRow = (message: Message): message is messages.DataRowMessage => message.name === 'dataRow'
const isEnd = (message: Message): message is messages.CommandCompleteMessage =>
  message.name === 'commandComplete'

function joined(messages: Uint8Array[]): Uint8Array {
  if (messages.length === 1) return messages[0] as Uint8Array
  const whole = new Uint8Array(messages.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const message of messages) {
    whole.set(message, at)
    at += message.length
  }
  return whole
}
