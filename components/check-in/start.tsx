/** Starts the check-in in the page of the popup or of the small window. */
import { render } from 'preact'
import type { CheckInModel } from '../../lib/app/check-in.ts'
import { CheckIn, loadLater } from './CheckIn.tsx'

/**
 * Goes on where an earlier popup was before anything is drawn, so that no other question flashes by.
 * Answers whether the first question stands.
 */
export const startCheckIn = async (model: CheckInModel): Promise<boolean> => {
  await model.begin()
  const isFirst = model.open.draft.value.place === 'felt'
  if (!isFirst) await loadLater(model)
  render(<CheckIn model={model} />, document.body)
  model.warmUp()
  return isFirst
}
