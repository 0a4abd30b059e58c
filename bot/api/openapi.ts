import { z } from 'zod'
import { type RouteName, routes, schemas } from '../contract/index.ts'
import { problem } from '../contract/shapes.ts'

/** The API's own description, made from the contract: it cannot say anything else than what is validated. */
export function openApi(publicUrl: string) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [name, { method, path }] of Object.entries(routes) as [
    RouteName,
    (typeof routes)[RouteName],
  ][]) {
    const names = [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!)
    const openPath = path.replace(/:(\w+)/g, '{$1}')
    paths[openPath] = { ...paths[openPath], [method.toLowerCase()]: operation(name, method, names) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Reverse mentoring', version: '1' },
    servers: [{ url: publicUrl }],
    security: [{ entra: [] }],
    components: { securitySchemes: { entra: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    paths,
  }
}

function operation(name: RouteName, method: string, pathNames: string[]) {
  const input = z.toJSONSchema(schemas[name].input, { io: 'input', unrepresentable: 'any' }) as JsonObject
  const properties = input.properties ?? {}
  const required = new Set(input.required ?? [])
  const parameters = Object.entries(properties)
    .filter(([key]) => pathNames.includes(key) || method === 'GET')
    .map(([key, schema]) => ({
      name: key,
      in: pathNames.includes(key) ? 'path' : 'query',
      required: pathNames.includes(key) || required.has(key),
      schema,
    }))
  const body = Object.fromEntries(Object.entries(properties).filter(([key]) => !pathNames.includes(key)))
  const bodySchema = {
    type: 'object',
    properties: body,
    required: [...required].filter((key) => key in body),
  }
  const json = (schema: unknown) => ({ 'application/json': { schema } })
  return {
    operationId: name,
    parameters,
    ...(method === 'GET' ? {} : { requestBody: { required: true, content: json(bodySchema) } }),
    responses: {
      200: {
        description: 'Done',
        content: json(z.toJSONSchema(schemas[name].output, { unrepresentable: 'any' })),
      },
      default: {
        description: 'Refused',
        content: { 'application/problem+json': { schema: z.toJSONSchema(problem) } },
      },
    },
  }
}

interface JsonObject {
  properties?: Record<string, unknown>
  required?: string[]
}
