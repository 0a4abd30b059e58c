/**
 * The published description of Graph v1.0: whether a request fits it to the last property name, and whether an answer does.
 * It lies beside the clone, not in it; without it these tests are skipped, and say so.
 */
import { existsSync, readFileSync } from 'node:fs'
import { describe } from '@jest/globals'
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
type Document = {
  paths: Record<string, Record<string, Operation>>
  components: { responses: Record<string, { content: Record<string, { schema: Schema }> }> }
}

export interface Request {
  method: string
  /** Below the version, with query. */
  path: string
  body?: unknown
}

export interface PublishedAnswer {
  status: number
  /** Read from JSON, where it is JSON. */
  body: unknown
}

const why = 'skipped: graph-openapi.json is not beside the clone (../shared/reference)'

/** A group of tests that needs the description. */
export function whenPublished(name: string, body: () => void): void {
  if (file) describe(name, body)
  else describe.skip(`${name} (${why})`, body)
}

export function readPublished() {
  const document = JSON.parse(readFileSync(file!, 'utf8')) as Document
  const ajv = new Ajv2019({ strict: false, allErrors: true })
  ;(addFormats as unknown as (target: Ajv2019) => void)(ajv)
  ajv.addSchema(document, 'graph')

  /** What is wrong with a request; empty when it fits. */
  function faultsOf(request: Request): string[] {
    const url = new URL(request.path, 'https://graph.microsoft.com')
    const known = publishedOf(request.method, request.path)
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
    const wrong = schemaFaults(
      `${pointerTo(method, known)}/requestBody/content/application~1json/schema`,
      body,
    )
    return [...wrong, ...strangers(described.schema, body, 'body')]
  }

  /** What is wrong with an answer to `path`; empty when it fits. */
  function faultsOfAnswer(method: string, path: string, { status, body }: PublishedAnswer): string[] {
    const known = publishedOf(method, path)
    if (!known) return [`${method} ${path} is not published`]
    return answerFaults(method, known, status, body).map((fault) => `${method} ${known} ${status}: ${fault}`)
  }

  function answerFaults(method: string, known: string, status: number, body: unknown): string[] {
    const { responses } = document.paths[known]![method.toLowerCase()]!
    const key = responses[String(status)] ? String(status) : `${String(status)[0]}XX`
    const response = responses[key]
    if (!response) return ['the status is not published']
    const content = resolve(response).content
    if (!content) return body === undefined ? [] : ['content where none is published']
    const [type, media] = Object.entries(content)[0]!
    if (type !== 'application/json') return []
    const own = response.$ref ?? encodeURI(`#${pointerTo(method, known)}/responses/${key}`)
    const at = media.schema.$ref ?? `${own}/content/application~1json/schema`
    return schemaFaults(at.replace(/^#/, ''), body)
  }

  function schemaFaults(pointer: string, value: unknown): string[] {
    const at = `graph#${pointer.includes('%') ? pointer : encodeURI(pointer)}`
    const validate = ajv.getSchema(at) ?? ajv.compile({ $ref: at })
    return validate(value) ? [] : [ajv.errorsText(validate.errors)]
  }

  /** The published path that an asked one stands for, with or without the host and version. */
  function publishedOf(method: string, path: string): string | undefined {
    const { pathname } = new URL(path, 'https://graph.microsoft.com')
    return templateOf(document, method, decodeURIComponent(pathname.replace('/v1.0', '')))
  }

  const pointerTo = (method: string, known: string) =>
    `/paths/${known.replaceAll('~', '~0').replaceAll('/', '~1')}/${method.toLowerCase()}`

  const operations = () =>
    Object.entries(document.paths).flatMap(([path, item]) =>
      ['get', 'post', 'patch', 'delete']
        .filter((method) => item[method])
        .map((method) => `${method.toUpperCase()} ${path}`),
    )

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

  return { faultsOf, faultsOfAnswer, publishedOf, operations }
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
