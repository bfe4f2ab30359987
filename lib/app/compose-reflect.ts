/** The composition root of the Library's Reflect. */
import { journalInputs } from '../content/journal.ts'
import { synonymsIn } from '../core/find-words.ts'
import { readOpenReflection } from '../core/open-reflection.ts'
import { label, locale, synonyms } from '../platform/i18n.ts'
import { createSlot } from '../platform/slots.ts'
import { createFarToday } from './far-today.ts'
import { createJournal } from './journal.ts'
import { createKeepsakes } from './keepsakes.ts'
import { createOwnWords } from './own-words.ts'
import type { PageParts } from './page-parts.ts'
import { createReflectPage } from './reflect-page.ts'
import { createReflectionForm } from './reflection-form.ts'
import { createRemoving, readRemoval } from './removal.ts'
import { createWrittenLines } from './written-lines.ts'

export const composeReflect = (parts: PageParts) => {
  const { records, session, changes, later } = parts
  const reflect = createReflectPage({
    ...parts,
    removal: createSlot(session, 'removal-reflect', readRemoval),
  })
  /** Each kind has one form, which outlives the page. */
  const formFor = (kind: string) =>
    createReflectionForm({
      ...parts,
      reflect,
      slot: createSlot(session, `reflect-${kind}`, readOpenReflection),
    })
  const own = createOwnWords({
    ...parts,
    names: { words: id => label('word', id), tags: id => label('tag', id) },
    locale,
  })
  const { far, load: loadFar } = createFarToday(parts)
  const forms = { thoughts: formFor('thoughts'), lines: formFor('lines'), keepsakes: formFor('keepsakes') }
  return {
    reflect,
    journal: createJournal({
      reflect,
      form: forms.thoughts,
      lists: {
        words: () => own.words.value,
        tags: () => own.tags.value,
        synonymsOf: id => synonymsIn(synonyms(id)),
        locale,
      },
      later,
    }),
    journalInputs,
    lines: createWrittenLines({ reflect, form: forms.lines }),
    keepsakes: createKeepsakes({
      records,
      removing: createRemoving({ ...parts, kept: createSlot(session, 'removal-line', readRemoval) }),
      far,
      announce: () => changes.announce('records'),
      onRemoved: id => forms.keepsakes.forget(id),
    }),
    keeping: forms.keepsakes,
    load: async () => {
      await Promise.all([
        reflect.load(),
        own.load(),
        loadFar(),
        ...Object.values(forms).map(form => form.load()),
      ])
    },
  }
}
