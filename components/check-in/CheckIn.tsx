/** The check-in from its first question to the end of a pause: one screen at a time in one frame. */
import { signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import type { CheckInModel } from '../../lib/app/check-in.ts'
import { t } from '../../lib/platform/i18n.ts'
import { StoreNotice } from '../options/StoreNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { FeltFoot, FeltQuestion } from './FeltQuestion.tsx'
import { Frame } from './Frame.tsx'
import { listenForKeys, listenForReturn } from './keys.ts'
import { Question } from './Question.tsx'

type Props = { readonly model: CheckInModel }

const screens = signal<typeof import('./later.tsx') | null>(null)

/** Without what comes after it, the first question stays; what was answered is kept all the same. */
export const loadLater = async (model: CheckInModel): Promise<void> => {
  const [loaded] = await Promise.all([import('./later.tsx'), model.prepare()])
  screens.value = loaded
}

/** A history that a newer Thaw made is not opened, and nothing can be answered. */
const Newer = ({ model }: Props) => (
  <Frame step="newer" foot={<Button onPress={() => void model.done()}>{t('done')}</Button>}>
    <Question id="newer" title={t('err_newer_title')} hint={t('err_newer_more')} />
  </Frame>
)

export const CheckIn = ({ model, aside }: Props & { readonly aside?: ComponentChildren }) => {
  const { place, scroll, sessionId } = model.open.draft.value
  const problem = model.problem.value
  const steps = model.steps.value
  const later = place === 'felt' || !steps ? null : screens.value
  const Later = later && steps ? { ...later, steps } : null
  useLayoutEffect(() => listenForKeys(document, model), [model])
  useLayoutEffect(() => listenForReturn(window, model.open.renew), [model])
  useLayoutEffect(() => {
    if (place !== 'felt') void loadLater(model)
  }, [place, model])
  if (problem?.problem.kind === 'newer') return <Newer model={model} />
  return (
    <Frame
      // One pause in the place of another is a new step: it begins at the top, wherever it was picked.
      step={Later ? (place === 'pause' ? `pause ${sessionId}` : place) : 'felt'}
      top={Later && <Later.Top model={model} />}
      onWindow={model.toWindow}
      foot={Later ? <Later.Foot model={model} steps={Later.steps} /> : <FeltFoot model={model} />}
      scroll={scroll}
      onScroll={model.open.scrollTo}
    >
      {problem && <StoreNotice {...problem} onTryAgain={() => void model.open.tryAgain()} />}
      {Later ? <Later.Screen model={model} steps={Later.steps} /> : <FeltQuestion model={model} />}
      {aside}
      <p class="hidden-text" role="status">
        {model.open.keeper.keeping.value === 'kept' && t('saved_spoken')}
      </p>
    </Frame>
  )
}
