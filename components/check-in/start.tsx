/** Starts the check-in in the page of the popup or of the small window. */
import { type ComponentType, options, render } from 'preact'
import type { CheckInModel } from '../../lib/app/check-in.ts'
import { drawAfterKeeping } from '../ui/draw-after-keeping.ts'
import { CheckIn, loadLater } from './CheckIn.tsx'

/** Loads the later screens while the first question is read, so that they are there when it is answered. */
const loadAhead = async (model: CheckInModel): Promise<void> => {
  try {
    await loadLater(model)
    performance.mark('prepared')
  } catch {
    // The answer tries again.
  }
}

/**
 * Goes on where an earlier popup was before anything is drawn, so that no other question flashes by.
 * Answers whether the first question stands.
 * `Aside` stands below every step.
 */
export const startCheckIn = async (model: CheckInModel, Aside: ComponentType | null): Promise<boolean> => {
  await model.begin()
  const isFirst = model.open.draft.value.place === 'felt'
  if (!isFirst) await loadLater(model)
  const { keeper } = model.open
  options.debounceRendering = drawAfterKeeping(keeper)
  keeper.keeping.subscribe(state => {
    if (state === 'kept') performance.mark('kept')
  })
  render(<CheckIn model={model} aside={Aside && <Aside />} />, document.body)
  model.warmUp()
  if (isFirst) requestIdleCallback(() => void loadAhead(model))
  return isFirst
}
