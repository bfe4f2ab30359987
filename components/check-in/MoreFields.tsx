/** What stands folded under the offer: how pleasant it is, how much energy there is, what is around, and a note. */
import type { ComponentChildren } from 'preact'
import type { More } from '../../lib/app/more.ts'
import type { Note as NoteModel } from '../../lib/app/note.ts'
import type { Quiet } from '../../lib/app/quiet.ts'
import { t } from '../../lib/platform/i18n.ts'
import { FiveSteps } from '../fields/FiveSteps.tsx'
import { Meaning } from '../fields/Meaning.tsx'
import { Note } from '../fields/Note.tsx'
import { energyKeys, pleasantKeys } from '../fields/scale-texts.ts'
import { Tags } from '../fields/Tags.tsx'
import { AboutThis } from '../learn/AboutThis.tsx'
import styles from './MoreFields.module.css'
import { QuietMinutes } from './QuietMinutes.tsx'

type Props = {
  readonly more: More
  readonly note: NoteModel
  readonly quiet: Quiet
  /** What the person's plans lead to, where a tag of one was just picked. */
  readonly plans: ComponentChildren
}

export const MoreFields = ({ more, note, quiet, plans }: Props) => {
  const { edit, cantTellFirst, asksMeaning, openGroup } = more.view.value
  const { text, tooLong } = note.view.value
  return (
    <div class={styles['more']}>
      <FiveSteps
        title={t('pleasant_question')}
        keys={pleasantKeys}
        value={edit.pleasant}
        cantTellFirst={cantTellFirst}
        onAnswer={more.answerPleasant}
      />
      <FiveSteps
        title={t('energy_question')}
        keys={energyKeys}
        value={edit.energy}
        cantTellFirst={cantTellFirst}
        onAnswer={more.answerEnergy}
      />
      {more.ready.value && (
        <Tags
          title={t('tags_question')}
          choices={more.tags}
          chosen={edit.tags}
          words={edit.words}
          open={openGroup}
          onOpen={more.openGroup}
          onToggle={more.toggleTag}
        />
      )}
      {plans}
      <AboutThis words={edit.words.map(({ id }) => id)} tags={edit.tags} atMost={3} />
      {asksMeaning && <Meaning value={edit.meaning} onAnswer={more.answerMeaning} />}
      <div class={styles['note']}>
        <Note
          text={text}
          tooLong={tooLong ? text.length : null}
          onInput={note.type}
          onLeave={() => void note.keep()}
        />
        <QuietMinutes left={quiet.left.value} onStart={quiet.start} onStop={quiet.stop} />
      </div>
    </div>
  )
}
