/** Timers of a page; what must outlive it is an alarm. */

/** Calls once after so many milliseconds; returns the way to call it off. */
export const later = (milliseconds: number, call: () => void): (() => void) => {
  const timer = setTimeout(call, milliseconds)
  return () => clearTimeout(timer)
}
