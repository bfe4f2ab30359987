/** The form of a thought: what it is about, what it says, and another way to see it; all of it may stay empty. */
import { useState } from 'preact/hooks'
import type { Journal, JournalInputs } from '../../lib/app/journal.ts'
import { formatTerms, t } from '../../lib/platform/i18n.ts'
import { Fold } from '../fields/Fold.tsx'
import { Tags } from '../fields/Tags.tsx'
import { Words } from '../fields/Words.tsx'
import { FormInputs } from './FormInputs.tsx'

type Props = {
  readonly model: Journal
  readonly inputs: JournalInputs
}

type Part = 'feeling' | 'traps' | 'tags' | 'again'

export const ThoughtForm = ({ model, inputs }: Props) => {
  const { form } = model
  const values = form.open.value?.values ?? {}
  const picked = model.picked.value
  const tags = model.pickedTags.value
  const [open, setOpen] = useState<Part | null>(null)
  const [group, setGroup] = useState<string | null>(null)
  const fold = (part: Part) => ({
    open: open === part,
    onOpen: (unfolded: boolean) => setOpen(unfolded ? part : null),
  })
  const traps = values['traps']
  const isAgain = typeof values['thoughtAfter'] === 'number' || typeof values['otherAfter'] === 'number'
  return (
    <>
      <FormInputs inputs={inputs.thought} form={form} />
      <Fold
        label={t('journal_feeling')}
        hint={formatTerms(picked.map(({ id }) => model.words.words.labelOf(id))) || t('journal_optional')}
        {...fold('feeling')}
      >
        <Words title={t('words_question')} picked={picked} opensWith={null} form={model.words} />
      </Fold>
      <Fold
        label={t('journal_traps')}
        hint={
          Array.isArray(traps) && traps.length > 0 ? t('journal_picked', traps.length) : t('journal_optional')
        }
        {...fold('traps')}
      >
        <FormInputs inputs={inputs.traps} form={form} />
      </Fold>
      <FormInputs inputs={inputs.other} form={form} />
      <Fold label={t('journal_again')} hint={isAgain ? '' : t('journal_again_hint')} {...fold('again')}>
        <FormInputs inputs={inputs.again} form={form} />
      </Fold>
      <Fold
        label={t('journal_tags')}
        hint={formatTerms(tags.map(model.tags.labelOf)) || t('journal_optional')}
        {...fold('tags')}
      >
        <Tags
          title={t('edit_tags')}
          choices={model.tags}
          chosen={tags}
          words={picked}
          open={group}
          onOpen={setGroup}
          onToggle={model.toggleTag}
        />
      </Fold>
    </>
  )
}
