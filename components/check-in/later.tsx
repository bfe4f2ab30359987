/** Every screen after the first question, loaded once that is answered, so that the first one stands sooner. */
import type { CheckInModel } from '../../lib/app/check-in.ts'
import { AfterPause } from '../pause/AfterPause.tsx'
import { PauseList } from '../pause/PauseList.tsx'
import { PauseScreen } from '../pause/PauseScreen.tsx'
import { AnswerSoFar } from './AnswerSoFar.tsx'
import { FarQuestion } from './FarQuestion.tsx'
import { OfferScreen } from './OfferScreen.tsx'
import { WordsQuestion } from './WordsQuestion.tsx'

type Props = { readonly model: CheckInModel }

export const Top = ({ model }: Props) => {
  const { place } = model.open.draft.value
  const leadsAway = place !== 'pause' && place !== 'after'
  return <AnswerSoFar felt={model.felt.value} onChange={leadsAway ? model.changeFelt : null} />
}

export const Screen = ({ model }: Props) => {
  const draft = model.open.draft.value
  const record = model.open.record.value
  switch (draft.place) {
    case 'felt':
      return null
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

export { Foot } from './Foot.tsx'
