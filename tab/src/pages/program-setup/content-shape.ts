/**
 * What a form for a kind of text is drawn from: JSON Schema, as far as such texts need it, and what of it is not right yet. Pure,
 * so that the form shows the same faults that the service would refuse.
 */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json }
export type Group = { [name: string]: Json }

export interface Shape {
  type?: string
  const?: Json
  enum?: string[]
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  items?: Shape
  minItems?: number
  maxItems?: number
  properties?: Record<string, Shape>
  required?: string[]
  /** Groups that differ by their `kind`. */
  oneOf?: Shape[]
  anyOf?: Shape[]
}

export const variantsOf = ({ oneOf, anyOf }: Shape): Shape[] | undefined => oneOf ?? anyOf

export const variantOf = (shape: Shape, value: Group): Shape =>
  variantsOf(shape)?.find(({ properties }) => properties?.['kind']?.const === value['kind']) ?? shape

export function isGroup(value: Json | undefined): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Something to begin with. */
export function blankOf(shape: Shape): Json {
  const variants = variantsOf(shape)
  if (variants?.[0]) return blankOf(variants[0])
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum[0] ?? ''
  switch (shape.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(shape.properties ?? {})
          .filter(([name]) => shape.required?.includes(name))
          .map(([name, inner]) => [name, blankOf(inner)]),
      )
    case 'array':
      return Array.from({ length: shape.minItems ?? 0 }, () => blankOf(shape.items ?? {}))
    case 'integer':
    case 'number':
      return shape.minimum ?? 0
    case 'boolean':
      return false
    default:
      return ''
  }
}

export type Fault = { why: 'empty' } | { why: 'too-long'; over: number }

export function faultOf(shape: Shape, value: Json | undefined): Fault | undefined {
  if (shape.type !== 'string' || shape.enum || typeof value !== 'string') return undefined
  const { length } = value.trim()
  if (length < (shape.minLength ?? 0)) return { why: 'empty' }
  const over = length - (shape.maxLength ?? Number.POSITIVE_INFINITY)
  return over > 0 ? { why: 'too-long', over } : undefined
}

/** Whether the service could keep it. */
export function isWhole(shape: Shape, value: Json | undefined): boolean {
  if (isGroup(value)) {
    const variant = variantOf(shape, value)
    return Object.entries(value).every(
      ([name, inner]) => name === 'key' || isWhole(variant.properties?.[name] ?? {}, inner),
    )
  }
  if (Array.isArray(value))
    return (
      value.length >= (shape.minItems ?? 0) &&
      value.length <= (shape.maxItems ?? Number.POSITIVE_INFINITY) &&
      value.every((one) => isWhole(shape.items ?? {}, one))
    )
  return faultOf(shape, value) === undefined
}

/** Everything a person wrote in it, in its order: no names of ours, and nothing that was chosen from a list. */
export function linesOf(shape: Shape, value: Json | undefined): string[] {
  if (typeof value === 'string') return shape.enum || shape.const !== undefined ? [] : [value]
  if (Array.isArray(value)) return value.flatMap((one) => linesOf(shape.items ?? {}, one))
  if (!isGroup(value)) return []
  const { properties } = variantOf(shape, value)
  return Object.entries(value).flatMap(([name, one]) =>
    name === 'key' ? [] : linesOf(properties?.[name] ?? {}, one),
  )
}

export const same = (one: Json | undefined, other: Json | undefined) =>
  JSON.stringify(one) === JSON.stringify(other)
