/** The check-in from its first question to the end of a pause: one screen at a time in one frame. */
import { useLayoutEffect } from 'preact/hooks'
import type { CheckInModel } from '../../lib/app/check-in.ts'
import { problemIn } from '../../lib/app/keeper.ts'
import { pauseById } from '../../lib/content/pauses.ts'
import { wordTraits } from '../../lib/content/words.ts'
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
          words={record.words}
          find={draft.find}
          openGroup={draft.openGroup}
          onToggle={model.toggleWord}
          onGuess={model.toggleGuess}
          onFind={model.findWord}
          onOpenGroup={model.openGroup}
        />
      )
    case 'offer':
      return (
        <OfferScreen
          pause={draft.offer && pauseById(draft.offer.pauseId)}
          reason={draft.offer?.reason ?? null}
          besidePerson={record.words.some(word => wordTraits(word.id).hard)}
          note={model.note.value}
          more={draft.more}
          onStart={model.pause.start}
          onAnother={model.another}
          onMore={model.showMore}
          onNote={model.typeNote}
        />
      )
    case 'pauses':
      return <PauseList onStart={model.pause.start} />
    case 'pause': {
      const run = model.pause.run.value
      const pause = run && pauseById(run.pauseId)
      return pause ? (
        <PauseScreen
          pause={pause}
          run={run}
          pickedUp={model.pause.pickedUp.value}
          now={model.open.now}
          onTick={model.pause.tick}
        />
      ) : null
    }
    case 'after':
      return model.pause.after.value ? (
        <AfterPause
          answers={model.pause.after.value}
          onFelt={model.pause.answerAfter}
          onEase={model.pause.answerEase}
          onLookUp={model.pauseFirst}
        />
      ) : null
  }
}

/** What stands between the person and their kept answers, if anything does. */
const Trouble = ({ model }: Props) => {
  const unkept = problemIn(model.open.keeper.keeping.value)
  const problem = unkept ?? model.open.trouble.value
  return (
    problem && <StoreNotice problem={problem} doing={unkept ? 'save' : 'open'} onTryAgain={model.tryAgain} />
  )
}

export const CheckIn = ({ model }: Props) => {
  const { draft, keeper, trouble } = model.open
  const { place, scroll } = draft.value
  useLayoutEffect(() => listenForKeys(document, model), [model])
  const newer = (problemIn(keeper.keeping.value) ?? trouble.value)?.kind === 'newer'
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
      <Trouble model={model} />
      {!newer && <Screen model={model} />}
      <p class="hidden-text" role="status">
        {keeper.keeping.value === 'kept' && t('saved_spoken')}
      </p>
    </Frame>
  )
}
