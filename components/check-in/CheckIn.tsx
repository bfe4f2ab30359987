/** The check-in from its first question to the end of a pause: one screen at a time in one frame. */
import { useLayoutEffect } from 'preact/hooks'
import type { CheckInModel } from '../../lib/app/check-in.ts'
import { t } from '../../lib/platform/i18n.ts'
import { StoreNotice } from '../options/StoreNotice.tsx'
import { AfterPause } from '../pause/AfterPause.tsx'
import { PauseList } from '../pause/PauseList.tsx'
import { PauseScreen } from '../pause/PauseScreen.tsx'
import { AnswerSoFar } from './AnswerSoFar.tsx'
import { FarQuestion } from './FarQuestion.tsx'
import { FeltQuestion } from './FeltQuestion.tsx'
import { Foot } from './Foot.tsx'
import { Frame } from './Frame.tsx'
import { listenForKeys } from './keys.ts'
import { OfferScreen } from './OfferScreen.tsx'
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
          offer={model.offer.value}
          note={model.note.value}
          more={draft.more}
          onStart={model.pause.start}
          onAnother={model.another}
          onMore={model.showMore}
          onNote={model.typeNote}
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

export const CheckIn = ({ model }: Props) => {
  const { place, scroll } = model.open.draft.value
  const problem = model.problem.value
  useLayoutEffect(() => listenForKeys(document, model), [model])
  const newer = problem?.problem.kind === 'newer'
  return (
    <Frame
      step={newer ? 'newer' : place}
      top={
        place !== 'felt' &&
        !newer && (
          <AnswerSoFar
            felt={model.felt.value}
            onChange={place === 'pause' || place === 'after' ? null : model.changeFelt}
          />
        )
      }
      foot={!newer && <Foot model={model} />}
      scroll={scroll}
      onScroll={model.scrollTo}
    >
      {problem && <StoreNotice {...problem} onTryAgain={model.tryAgain} />}
      {!newer && <Screen model={model} />}
      <p class="hidden-text" role="status">
        {model.open.keeper.keeping.value === 'kept' && t('saved_spoken')}
      </p>
    </Frame>
  )
}
