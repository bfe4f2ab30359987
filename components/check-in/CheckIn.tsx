/** The check-in from its first question to the end of a pause: one screen at a time in one frame. */
import { useLayoutEffect } from 'preact/hooks'
import type { CheckInModel } from '../../lib/app/check-in.ts'
import { t } from '../../lib/platform/i18n.ts'
import { StoreNotice } from '../options/StoreNotice.tsx'
import { AfterPause } from '../pause/AfterPause.tsx'
import { PauseList } from '../pause/PauseList.tsx'
import { PauseScreen } from '../pause/PauseScreen.tsx'
import { Button } from '../ui/Button.tsx'
import { AnswerSoFar } from './AnswerSoFar.tsx'
import { FarQuestion } from './FarQuestion.tsx'
import { FeltQuestion } from './FeltQuestion.tsx'
import { Foot } from './Foot.tsx'
import { Frame } from './Frame.tsx'
import { listenForKeys, listenForReturn } from './keys.ts'
import { OfferScreen } from './OfferScreen.tsx'
import { Question } from './Question.tsx'
import { WordsQuestion } from './WordsQuestion.tsx'

type Props = { readonly model: CheckInModel }

const Screen = ({ model }: Props) => {
  const draft = model.open.draft.value
  const record = model.open.record.value
  switch (draft.place) {
    case 'felt':
      return <FeltQuestion value={model.felt.value} onAnswer={model.answerFelt} />
    case 'far':
      return <FarQuestion value={record.far} onAnswer={model.answerFar} />
    case 'words':
      return (
        <WordsQuestion
          words={model.words.value}
          onToggle={model.toggleWord}
          onGuess={model.toggleGuess}
          onFind={model.findWord}
          onOpenGroup={model.openGroup}
        />
      )
    case 'offer':
      return (
        <OfferScreen
          offer={model.offer.view.value}
          note={model.note.view.value}
          more={draft.more}
          onStart={model.pause.start}
          onAnother={model.another}
          onMore={model.showMore}
          onNote={model.note.type}
        />
      )
    case 'pauses':
      return <PauseList pauses={model.pauses} onStart={model.pause.start} />
    case 'pause':
      return <PauseScreen pause={model.pause} />
    case 'after':
      return model.pause.after.value ? (
        <AfterPause
          answers={model.pause.after.value}
          kept={model.open.keeper.keeping.value === 'kept'}
          onFelt={model.pause.answerAfter}
          onEase={model.pause.answerEase}
          onLookUp={model.pauseFirst}
        />
      ) : null
  }
}

/** A history that a newer Thaw made is not opened, and nothing can be answered. */
const Newer = ({ model }: Props) => (
  <Frame step="newer" foot={<Button onPress={() => void model.done()}>{t('done')}</Button>}>
    <Question id="newer" title={t('err_newer')} />
  </Frame>
)

export const CheckIn = ({ model }: Props) => {
  const { place, scroll } = model.open.draft.value
  const problem = model.problem.value
  useLayoutEffect(() => listenForKeys(document, model), [model])
  useLayoutEffect(() => listenForReturn(window, model.open.renew), [model])
  if (problem?.problem.kind === 'newer') return <Newer model={model} />
  return (
    <Frame
      step={place}
      top={
        place !== 'felt' && (
          <AnswerSoFar
            felt={model.felt.value}
            onChange={place === 'pause' || place === 'after' ? null : model.changeFelt}
          />
        )
      }
      foot={<Foot model={model} />}
      scroll={scroll}
      onScroll={model.open.scrollTo}
    >
      {problem && <StoreNotice {...problem} onTryAgain={() => void model.open.tryAgain()} />}
      <Screen model={model} />
      <p class="hidden-text" role="status">
        {model.open.keeper.keeping.value === 'kept' && t('saved_spoken')}
      </p>
    </Frame>
  )
}
