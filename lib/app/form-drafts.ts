/** What the forms of History left behind when their page was closed. */
import type { DraftKey } from '../core/draft-keys.ts'
import type { KeyValue } from './ports.ts'

/** The key of pauses that are on their way to another time, among the values of the session. */
export const pauseMovesKey = 'pause-moves'

/** Named once more: History opens without the list of all forms. */
const keys = ['past', 'marker'] as const satisfies readonly DraftKey[]

type Values = Pick<KeyValue, 'get'>

/** Whether a form stood open when the page was closed. The forms themselves say more, once they are there. */
export const formWasOpen = async ({
  local,
  session,
}: {
  readonly local: Values
  readonly session: Values
}): Promise<boolean> => {
  const [lasting, fleeting] = await Promise.all([local.get(keys), session.get(keys)])
  // As the forms read them.
  const drafts = Object.values({ ...fleeting, ...lasting }).flat()
  return drafts.some(
    draft => typeof draft === 'object' && draft !== null && 'open' in draft && draft.open === true,
  )
}
