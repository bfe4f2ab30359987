/** True of an error of the browser's with this name, such as `NotFoundError`. */
export const isNamed = (error: unknown, name: string): boolean =>
  error instanceof DOMException && error.name === name
