/** Every screen after the first question, loaded once that is answered, so that the first one stands sooner. */
import type { CheckInModel } from '../../lib/app/check-in.ts'
import type { LaterSteps } from '../../lib/app/later-steps.ts'
import { t } from '../../lib/platform/i18n.ts'
import { NoteCard } from '../help/NoteCard.tsx'
import { KeepLine } from '../keepsake/KeepLine.tsx'
import { LearnContext } from '../learn/learn-context.ts'
import { AfterPause } from '../pause/AfterPause.tsx'
import { PauseList } from '../pause/PauseList.tsx'
import { PauseQuestions } from '../pause/PauseQuestions.tsx'
import { PauseStep } from '../pause/PauseStep.tsx'
import { pauseTitle } from '../pause/pause-texts.ts'
import { Stuck } from '../stuck/Stuck.tsx'
import { SpellingContext } from '../ui/spelling.ts'
import { LabelsContext } from '../words/labels.ts'
import { AnswerSoFar } from './AnswerSoFar.tsx'
import { FarQuestion } from './FarQuestion.tsx'
import { FromBody } from './FromBody.tsx'
import { MoreFields } from './MoreFields.tsx'
import { OfferedPlans } from './OfferedPlans.tsx'
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

const Step = ({ model, steps }: StepProps) => {
  const draft = model.open.draft.value
  const record = model.open.record.value
  switch (draft.place) {
    case 'felt':
      return null
    case 'stuck':
    case 'alone':
    case 'blocked':
    case 'doubt':
    case 'too-much':
      return <Stuck model={steps.stuck.stuck} place={draft.place} />
    case 'kept':
      return <Question id="kept" title={t('end_saved')} />
    case 'far':
      return <FarQuestion value={record.far} onAnswer={model.answerFar} />
    case 'words':
      return <WordsQuestion step={steps.words} troubled={model.problem.value !== null} />
    case 'body':
      return <FromBody step={steps.body} picked={record.words.map(word => word.id)} />
    case 'offer': {
      const plans = <OfferedPlans model={steps.offer.plans} onStart={steps.pause.start} />
      return (
        <OfferScreen
          offer={steps.offer.view.value}
          none={steps.offer.none.value}
          more={draft.more}
          onStart={steps.pause.startOffered}
          onAnother={steps.another}
          onMore={steps.showMore}
          onStuck={steps.stuck.show}
          plans={plans}
          ask={<KeepLine ask={steps.stuck.ask} />}
        >
          <MoreFields more={steps.more} note={steps.note} quiet={steps.quiet} plans={plans} />
        </OfferScreen>
      )
    }
    case 'pauses':
      return <PauseList picks={steps.picks} onStart={steps.pause.start} />
    case 'pause':
      return <PauseStep steps={steps} />
    case 'after':
      return steps.pause.after.value ? (
        <AfterPause
          ask={
            steps.questions.asks.value ? (
              <PauseQuestions model={steps.questions} />
            ) : (
              <KeepLine ask={steps.stuck.ask} />
            )
          }
          answers={steps.pause.after.value}
          kept={model.open.keeper.keeping.value === 'kept'}
          onFelt={steps.pause.answerAfter}
          onEase={steps.pause.answerEase}
          outward={steps.pause.listed.value?.pause.kind === 'out'}
          onLookUp={model.pauseFirst}
          onAnother={() => void steps.anotherPause()}
        />
      ) : null
  }
}

/** Words and tags go by the names that the person gave them. */
export const Screen = ({ model, steps }: StepProps) => {
  const labels = {
    word: steps.own.words.value.labelOf,
    tag: steps.own.tags.value.labelOf,
    pause: (id: string) => steps.pauses.list.value.nameOf(id) ?? pauseTitle(id),
  }
  return (
    <LabelsContext.Provider value={labels}>
      <NoteCard model={steps.card} at="top" />
      <LearnContext.Provider value={steps.learn}>
        <SpellingContext.Provider value={steps.spellcheck.value}>
          <Step model={model} steps={steps} />
        </SpellingContext.Provider>
      </LearnContext.Provider>
    </LabelsContext.Provider>
  )
}

export { Foot } from './Foot.tsx'
