/** What may go wrong as expected, as a value: a function that can fail in a known way returns a Result. */
export type Result<Value, Problem> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem }

export const ok = <Value>(value: Value): Result<Value, never> => ({ ok: true, value })

export const fail = <Problem>(problem: Problem): Result<never, Problem> => ({ ok: false, problem })

/** Ends a switch over a union: a new member without a case does not compile. */
export const assertNever = (value: never): never => {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
