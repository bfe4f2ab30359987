/** Many requests of one transaction that a browser may never answer. */

/**
 * What all of them come to. Rejects with InvalidStateError, as of a connection that was closed, where so many milliseconds pass in
 * which not one of them is answered: Chromium 156 with its SQLite may forget a transaction where another database fails to open.
 */
export const unlessSilent = async (
  patience: number,
  requests: readonly Promise<unknown>[],
): Promise<readonly PromiseSettledResult<unknown>[]> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = Promise.withResolvers<never>()
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(
      () => silence.reject(new DOMException('The browser does not answer', 'InvalidStateError')),
      patience,
    )
  }
  wait()
  for (const request of requests) request.then(wait, wait)
  try {
    return await Promise.race([Promise.allSettled(requests), silence.promise])
  } finally {
    clearTimeout(timer)
  }
}
