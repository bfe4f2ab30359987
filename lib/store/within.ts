/** Work that may hang, waited for so long at most. */

/** What `work` gives, or null where it took longer than so many milliseconds. What it still does then is done all the same. */
export const within = async <Value>(milliseconds: number, work: Promise<Value>): Promise<Value | null> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<null>(resolve => {
    timer = setTimeout(() => resolve(null), milliseconds)
  })
  try {
    return await Promise.race([work, tooLate])
  } finally {
    clearTimeout(timer)
    work.catch(() => {})
  }
}
