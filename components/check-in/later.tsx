/** Every screen after the first question, loaded once that is answered, so that the first one stands sooner. */
import type { CheckInModel } from '../../lib/app/check-in.ts'
import type { LaterSteps } from '../../lib/app/later-steps.ts'
import { t } from '../../lib/platform/i18n.ts'
import { AfterPause } from '../pause/AfterPause.tsx'
import { PauseList } from '../pause/PauseList.tsx'
import { PauseScreen } from '../pause/PauseScreen.tsx'
import { AnswerSoFar } from './AnswerSoFar.tsx'
import { FarQuestion } from './FarQuestion.tsx'
import { OfferScreen } from './OfferScreen.tsx'
import { Question } from './Question.tsx'
import { WordsQuestion } from './WordsQuestion.tsx'

type Props = { readonly model: CheckInModel }
type StepProps = Props & { readonly steps: LaterSteps }

export const Top = ({ model }: Props) => {
  const { place } = model.open.draft.value
  const leadsAway = place !== 'pause' && place !== 'after'
  return <AnswerSoFar felt={model.felt.value} onChange={leadsAway ? model.changeFelt : null} />
}

export const Screen = ({ model, steps }: StepProps) => {
  const draft = model.open.draft.value
  const record = model.open.record.value
  switch (draft.place) {
    case 'felt':
    case 'body':
    case 'stuck':
    case 'alone':
    case 'blocked':
    case 'doubt':
    case 'too-much':
      return null
    case 'kept':
      return <Question id="kept" title={t('end_saved')} />
    case 'far':
      return <FarQuestion value={record.far} onAnswer={model.answerFar} />
    case 'words':
      return (
        <WordsQuestion
          words={steps.words.view.value}
          onToggle={steps.words.toggle}
          onGuess={steps.words.toggleGuess}
          onFind={steps.words.find}
          onOpenGroup={steps.words.openGroup}
        />
      )
    case 'offer':
      return (
        <OfferScreen
          offer={steps.offer.view.value}
          note={steps.note.view.value}
          more={draft.more}
          onStart={steps.pause.start}
          onAnother={steps.another}
          onMore={steps.showMore}
          onNote={steps.note.type}
        />
      )
    case 'pauses':
      return <PauseList pauses={steps.pauses} onStart={steps.pause.start} />
    case 'pause':
      return <PauseScreen pause={steps.pause} />
    case 'after':
      return steps.pause.after.value ? (
        <AfterPause
          answers={steps.pause.after.value}
          kept={model.open.keeper.keeping.value === 'kept'}
          onFelt={steps.pause.answerAfter}
          onEase={steps.pause.answerEase}
          onLookUp={model.pauseFirst}
        />
      ) : null
  }
}

export { Foot } from './Foot.tsx'
