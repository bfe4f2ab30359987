/** Every answer that a check-in can hold, to be changed or given; none has to be. */
import { useState } from 'preact/hooks'
import type { CheckInForm } from '../../lib/app/check-in-form.ts'
import type { Edit } from '../../lib/core/edit.ts'
import type { Id } from '../../lib/core/records.ts'
import { t } from '../../lib/platform/i18n.ts'
import { FeltField } from '../fields/FeltField.tsx'
import { FiveSteps } from '../fields/FiveSteps.tsx'
import { Fold } from '../fields/Fold.tsx'
import { Meaning } from '../fields/Meaning.tsx'
import { Note } from '../fields/Note.tsx'
import { OneOf } from '../fields/OneOf.tsx'
import { energyKeys, farOptions, pleasantKeys } from '../fields/scale-texts.ts'
import { Tags } from '../fields/Tags.tsx'
import { Words } from '../fields/Words.tsx'
import { AboutThis } from '../learn/AboutThis.tsx'
import { LearnContext } from '../learn/learn-context.ts'
import styles from './CheckInFields.module.css'

type Props = {
  readonly edit: Edit
  readonly form: CheckInForm
  /** The length of a note that is too long to be kept. */
  readonly noteLength: number | null
  readonly onLeaveNote?: () => void
}

export const CheckInFields = ({ edit, form, ...props }: Props) => {
  const { felt, far, pleasant, energy, meaning, words, tags, note } = edit
  // It stays to be chosen again after another answer was.
  const [couldNotTell] = useState(far === 'cant-tell')
  const [openTags, setOpenTags] = useState<Id | null>(null)
  const [more, setMore] = useState(pleasant !== null || energy !== null || tags.length > 0)
  return (
    <>
      <FeltField
        title={t('edit_felt')}
        value={felt}
        onAnswer={answer => void form.answer({ felt: answer })}
      />
      <OneOf
        title={t('edit_far')}
        options={farOptions(couldNotTell)}
        value={far}
        onAnswer={answer => void form.answer({ far: answer })}
      />
      {form.asksMeaning(edit) && (
        <Meaning value={meaning} onAnswer={answer => void form.answer({ meaning: answer })} />
      )}
      <Words
        title={t('words_question')}
        picked={words}
        opensWith={form.isLow(edit) ? 'quiet-far' : null}
        form={form}
      />
      <Fold label={t('more_title')} hint="" open={more} onOpen={setMore}>
        <div class={styles['more']}>
          <FiveSteps
            title={t('edit_pleasant')}
            keys={pleasantKeys}
            value={pleasant}
            cantTellFirst={form.cantTellFirst(edit)}
            onAnswer={answer => void form.answer({ pleasant: answer })}
          />
          <FiveSteps
            title={t('edit_energy')}
            keys={energyKeys}
            value={energy}
            cantTellFirst={form.cantTellFirst(edit)}
            onAnswer={answer => void form.answer({ energy: answer })}
          />
          <Tags
            title={t('edit_tags')}
            choices={form.tags}
            chosen={tags}
            words={words}
            open={openTags}
            onOpen={setOpenTags}
            onToggle={tag => void form.toggleTag(tag)}
          />
        </div>
      </Fold>
      <LearnContext.Provider value={form.learn}>
        <AboutThis words={words.map(({ id }) => id)} tags={tags} atMost={3} />
      </LearnContext.Provider>
      <Note
        text={note}
        tooLong={props.noteLength}
        onInput={form.type}
        {...(props.onLeaveNote ? { onLeave: props.onLeaveNote } : {})}
      />
    </>
  )
}
