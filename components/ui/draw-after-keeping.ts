/** When the next picture is drawn: an answer is kept first. */

/** What is known of the keeping, as a signal tells it. */
type Keeping = {
  peek(): unknown
  subscribe(told: (state: unknown) => void): () => void
}

/** How long drawing waits for an answer to be kept, in milliseconds: a frame, which nobody sees. */
const patience = 16

/**
 * Lets Preact put off its drawing: the store answers several times before an answer is kept, and would wait for the drawing each time. One
 * after the other takes less time than both interleaved.
 */
export const drawAfterKeeping =
  ({ keeping }: { readonly keeping: Keeping }) =>
  (draw: () => void): void => {
    if (keeping.peek() !== 'keeping') {
      queueMicrotask(draw)
      return
    }
    let drawn = false
    const drawOnce = () => {
      clearTimeout(late)
      stop()
      if (!drawn) draw()
      drawn = true
    }
    const late = setTimeout(drawOnce, patience)
    const stop = keeping.subscribe(state => {
      // What follows at once from the keeping is drawn with it.
      if (state !== 'keeping') setTimeout(drawOnce)
    })
  }
