/** JSON from elsewhere: looked through before it is parsed, because parsing takes what nothing after it could bear. */
import { fileLimits, type RefusedReason } from '../../core/foreign.ts'
import { fail, ok, type Result } from '../../core/result.ts'

/** More lists and objects, or more values, than so many records of any known format have. */
const mostContainers = 8 * fileLimits.records
const mostValues = 30 * fileLimits.records
/** More fields than any app writes in one object; each takes longer than the one before. */
const mostFields = 2_000

const quote = 0x22
const backslash = 0x5c
const openList = 0x5b
const closeList = 0x5d
const openObject = 0x7b
const closeObject = 0x7d
const comma = 0x2c

/** Character by character, so that no depth is too deep for it. */
const trouble = (text: string): 'too-deep' | 'too-many' | 'unknown-format' | null => {
  let depth = 0
  /** How many fields the object at each depth has so far; -1 for a list. */
  const fields: number[] = []
  let containers = 0
  let values = 0
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place)
    switch (code) {
      case quote:
        for (place += 1; place < text.length; place += 1) {
          const inside = text.charCodeAt(place)
          if (inside === backslash) place += 1
          else if (inside === quote) break
        }
        break
      case openList:
      case openObject:
        depth += 1
        containers += 1
        if (depth > fileLimits.depth) return 'too-deep'
        fields[depth] = code === openObject ? 1 : -1
        if (containers > mostContainers) return 'too-many'
        break
      case closeList:
      case closeObject:
        depth -= 1
        break
      case comma:
        values += 1
        if (values > mostValues) return 'too-many'
        if ((fields[depth] ?? -1) > 0) {
          const count = (fields[depth] ?? 0) + 1
          if (count > mostFields) return 'unknown-format'
          fields[depth] = count
        }
        break
    }
  }
  return null
}

/** Refused where it is more than any app writes; `broken` where it is no JSON, such as a file that ends in the middle. */
export const parseJson = (text: string): Result<unknown, RefusedReason> => {
  const found = trouble(text)
  if (found !== null) return fail(found)
  try {
    return ok(JSON.parse(text))
  } catch {
    return fail('broken')
  }
}

export type JsonObject = { readonly [field: string]: unknown }

/** True of what JSON writes in braces, and so not of a list. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A field of the object itself; what a prototype has is none. */
export const fieldOf = (value: unknown, field: string): unknown =>
  isObject(value) && Object.hasOwn(value, field) ? value[field] : undefined

/** The fields of an object that hold something else than what `fits` them. */
export const wrongFields = (
  value: JsonObject,
  fits: { readonly [field: string]: (held: unknown) => boolean },
): readonly string[] =>
  Object.keys(fits).filter(field => {
    const held = fieldOf(value, field)
    return held !== undefined && held !== null && !fits[field]?.(held)
  })

/** True of a string. */
export const isText = (value: unknown): value is string => typeof value === 'string'

/** The number, also where it is written as text; null where it is none or no finite one. */
export const numberIn = (value: unknown): number | null => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

/**
 * The value as it can be kept: strings well-formed, numbers finite, and those that are not null, as JSON writes them. A field called
 * `__proto__` stays a field. To be given what was looked through, so that it ends.
 */
export const keepable = (value: unknown): unknown => {
  if (typeof value === 'string') return value.toWellFormed()
  // 0 for -0, which JSON does not keep.
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null
  if (Array.isArray(value)) return value.map(keepable)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([field, part]) => [field.toWellFormed(), keepable(part)]),
  )
}
