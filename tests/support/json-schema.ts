/** As much of JSON Schema as the one that Thaw publishes uses: https://json-schema.org/draft/2020-12. */

export type Schema = { readonly [keyword: string]: unknown }

const understood = new Set([
  '$schema',
  '$defs',
  'title',
  'description',
  '$ref',
  'anyOf',
  'const',
  'enum',
  'type',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
])

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value

const isType = (value: unknown, type: unknown): boolean =>
  type === 'integer' ? Number.isInteger(value) : typeOf(value) === type

/** Where the value is not what the schema says, as paths; empty where it is. Throws on a keyword that is not understood. */
export const violations = (root: Schema, schema: Schema, value: unknown, path = ''): readonly string[] => {
  const unknown = Object.keys(schema).find(keyword => !understood.has(keyword))
  if (unknown !== undefined) throw new Error(`${unknown} is not understood`)
  const { $ref, anyOf, enum: values, type, properties, required, additionalProperties, items } = schema
  if (typeof $ref === 'string') {
    const defs = root['$defs'] as { readonly [name: string]: Schema }
    const target = defs[$ref.replace('#/$defs/', '')]
    if (target === undefined) throw new Error(`${$ref} is not defined`)
    return violations(root, target, value, path)
  }
  const found: string[] = []
  const held = (holds: boolean) => {
    if (!holds) found.push(path || 'all of it')
  }
  if ('const' in schema) held(value === schema['const'])
  if (Array.isArray(values)) held(values.includes(value))
  if (type !== undefined) held(isType(value, type))
  if (Array.isArray(anyOf)) held(anyOf.some(one => violations(root, one as Schema, value, path).length === 0))
  if (typeof value === 'string') {
    if (typeof schema['pattern'] === 'string') held(new RegExp(schema['pattern'], 'u').test(value))
    held(
      value.length >= Number(schema['minLength'] ?? 0) &&
        value.length <= Number(schema['maxLength'] ?? Infinity),
    )
  }
  if (typeof value === 'number')
    held(value >= Number(schema['minimum'] ?? -Infinity) && value <= Number(schema['maximum'] ?? Infinity))
  if (Array.isArray(value) && items !== undefined)
    for (const [place, item] of value.entries())
      found.push(...violations(root, items as Schema, item, `${path}/${place}`))
  if (typeOf(value) === 'object') {
    const fields = value as { readonly [field: string]: unknown }
    const known = (properties ?? {}) as { readonly [field: string]: Schema }
    for (const field of (required ?? []) as string[])
      if (!Object.hasOwn(fields, field)) found.push(`${path}/${field}`)
    for (const [field, part] of Object.entries(fields)) {
      const of = Object.hasOwn(known, field) ? known[field] : undefined
      if (of !== undefined) found.push(...violations(root, of, part, `${path}/${field}`))
      else if (additionalProperties === false) found.push(`${path}/${field}`)
    }
  }
  return found
}
