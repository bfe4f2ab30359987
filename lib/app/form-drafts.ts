/** Where the forms of History keep what is typed in them, for as long as the browser runs. */
import type { KeyValue } from './ports.ts'

/** The keys of their drafts among the values of the session. */
export const draftKeys = { past: 'past', marker: 'marker' } as const

/** The key of pauses that are on their way to another time, among the values of the session. */
export const pauseMovesKey = 'pause-moves'

/** Whether a form stood open when the page was closed. The forms themselves say more, once they are there. */
export const formWasOpen = async (session: Pick<KeyValue, 'get'>): Promise<boolean> => {
  const drafts = Object.values(await session.get(Object.values(draftKeys))).flat()
  return drafts.some(
    draft => typeof draft === 'object' && draft !== null && 'open' in draft && draft.open === true,
  )
}
