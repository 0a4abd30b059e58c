/** The published description of Graph v1.0, and whether a request fits it to the last property name. */
import { existsSync, readFileSync } from 'node:fs'
import { Ajv2019 } from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'

const places = ['./graph-openapi.json', '../../../shared/reference/graph-openapi.json']
const file = places.map((place) => new URL(place, import.meta.url).pathname).find((path) => existsSync(path))

interface Schema {
  $ref?: string
  type?: string
  properties?: Record<string, Schema>
  items?: Schema
  allOf?: Schema[]
  anyOf?: Schema[]
}
interface Parameter {
  $ref?: string
  name: string
  in: string
  required?: boolean
}
interface Operation {
  parameters?: Parameter[]
  requestBody?: { required?: boolean; content: Record<string, { schema: Schema }> }
  responses: Record<string, { $ref?: string; content?: Record<string, { schema: Schema }> }>
}
type Document = { paths: Record<string, Record<string, Operation>> }

export interface Request {
  method: string
  /** Below the version, with query. */
  path: string
  body?: unknown
}

export const isPublished = file !== undefined

export function readPublished() {
  const document = JSON.parse(readFileSync(file!, 'utf8')) as Document
  const ajv = new Ajv2019({ strict: false, allErrors: true })
  ;(addFormats as unknown as (target: Ajv2019) => void)(ajv)
  ajv.addSchema(document, 'graph')

  /** What is wrong with a request; empty when it fits. */
  function faultsOf(request: Request): string[] {
    const url = new URL(request.path, 'https://graph.microsoft.com')
    const known = templateOf(document, request.method, decodeURIComponent(url.pathname))
    if (!known) return [`${request.method} ${url.pathname} is not published`]
    const operation = document.paths[known]![request.method.toLowerCase()]!
    return [
      ...queryFaults(operation, url.searchParams),
      ...bodyFaults(operation, known, request),
      ...selectFaults(operation, url.searchParams.get('$select')),
    ].map((fault) => `${request.method} ${known}: ${fault}`)
  }

  function queryFaults(operation: Operation, query: URLSearchParams): string[] {
    const allowed = (operation.parameters ?? []).map(resolve<Parameter>).filter((one) => one.in === 'query')
    // A next link is Graph's own and carries what it likes.
    const isLink = (name: string) => /^\$(skip|delta)token$/i.test(name)
    const unknown = [...query.keys()].filter(
      (name) => !isLink(name) && !allowed.some((one) => one.name === name),
    )
    const missing = allowed.filter((one) => one.required && !query.has(one.name)).map(({ name }) => name)
    return [
      ...unknown.map((name) => `no query ${name}`),
      ...missing.map((name) => `query ${name} is missing`),
    ]
  }

  function bodyFaults(operation: Operation, known: string, { method, body }: Request): string[] {
    const empty = body === undefined || (isObject(body) && Object.keys(body).length === 0)
    const described = operation.requestBody?.content['application/json']
    if (!described) return empty ? [] : ['takes no body']
    if (empty) return operation.requestBody?.required ? ['body is missing'] : []
    const escaped = known.replaceAll('~', '~0').replaceAll('/', '~1')
    const pointer = `#/paths/${escaped}/${method.toLowerCase()}/requestBody/content/application~1json/schema`
    const validate =
      ajv.getSchema(`graph${encodeURI(pointer)}`) ?? ajv.compile({ $ref: `graph${encodeURI(pointer)}` })
    const wrong = validate(body) ? [] : [ajv.errorsText(validate.errors)]
    return [...wrong, ...strangers(described.schema, body, 'body')]
  }

  function selectFaults(operation: Operation, select: string | null): string[] {
    const schema = operation.responses['200']?.content?.['application/json']?.schema
    if (!select || !schema) return []
    const row = propertiesOf(schema).get('value')?.items ?? schema
    return select
      .split(',')
      .filter((name) => !propertiesOf(row).has(name))
      .map((name) => `selects ${name}`)
  }

  /** Properties nobody described, at any depth: what a misspelling is, since Graph's schemas are open. */
  function strangers(schema: Schema, value: unknown, where: string): string[] {
    if (Array.isArray(value)) {
      const items = variantsOf(schema).find((one) => one.items)?.items
      return items ? value.flatMap((one, i) => strangers(items, one, `${where}[${i}]`)) : []
    }
    const properties = propertiesOf(schema)
    if (!isObject(value) || properties.size === 0) return []
    return Object.entries(value).flatMap(([name, inner]) => {
      const described = properties.get(name)
      if (described) return strangers(described, inner, `${where}.${name}`)
      return name.includes('@odata.') ? [] : [`${where}.${name} is unknown`]
    })
  }

  function resolve<T extends { $ref?: string }>(one: T): T {
    if (!one.$ref) return one
    const target = one.$ref
      .slice(2)
      .split('/')
      .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], document)
    return resolve(target as T)
  }

  function variantsOf(schema: Schema): Schema[] {
    const own = resolve(schema)
    return [own, ...[...(own.allOf ?? []), ...(own.anyOf ?? [])].flatMap(variantsOf)]
  }

  function propertiesOf(schema: Schema): Map<string, Schema> {
    return new Map(variantsOf(schema).flatMap((one) => Object.entries(one.properties ?? {})))
  }

  return { faultsOf }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The published path with the fewest blanks that an asked path stands for. */
function templateOf(document: Document, method: string, path: string): string | undefined {
  const given = path.split('/')
  const fits = (known: string) => {
    const parts = known.split('/')
    return (
      parts.length === given.length && parts.every((part, i) => part.startsWith('{') || part === given[i])
    )
  }
  return Object.keys(document.paths)
    .filter((known) => fits(known) && document.paths[known]![method.toLowerCase()])
    .sort((a, b) => a.split('{').length - b.split('{').length)[0]
}
