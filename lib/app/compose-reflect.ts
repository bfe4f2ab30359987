/** The composition root of the Library's Reflect. */
import { inputsOf, journalInputs } from '../content/journal.ts'
import { type ReflectForm, reflectKey } from '../core/draft-keys.ts'
import { synonymsIn } from '../core/find-words.ts'
import { readAsked } from '../core/keepsake.ts'
import { readOpenReflection } from '../core/open-reflection.ts'
import { lineRemovalKey } from '../core/value-keys.ts'
import { isBlank } from '../core/writing.ts'
import { locale, synonyms } from '../platform/i18n.ts'
import { createSlot } from '../platform/slots.ts'
import { composeDraft } from './compose-draft.ts'
import { composeOwnSteps } from './compose-own-steps.ts'
import { composeOwnWords } from './compose-own-words.ts'
import { eveningKey, eveningLasts } from './evening.ts'
import { createFarToday } from './far-today.ts'
import { createHighsLows } from './highs-lows.ts'
import { createJournal } from './journal.ts'
import { createKeepInvite } from './keep-invite.ts'
import { createKeepsakes } from './keepsakes.ts'
import type { PageParts } from './page-parts.ts'
import { createNameList, createPeople } from './people.ts'
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
  const formFor = (kind: ReflectForm) =>
    createReflectionForm({
      ...parts,
      reflect,
      slot: composeDraft(parts, {
        key: reflectKey(kind),
        read: readOpenReflection,
        // What is saved stands in its record.
        holdsText: ({ saved, values }) => !saved && !isBlank(values),
        isInUse: ({ values }) => !isBlank(values),
      }),
    })
  const own = composeOwnWords(parts)
  const { far, load: loadFar } = createFarToday(parts)
  const forms = {
    thoughts: formFor('thoughts'),
    highsLows: formFor('highs-lows'),
    names: formFor('names'),
    sentence: formFor('sentence'),
    contact: formFor('contact'),
    lines: formFor('lines'),
    keepsakes: formFor('keepsakes'),
    lightThings: formFor('light-things'),
  }
  const invited = createSlot(session, eveningKey, stored => (typeof stored === 'number' ? stored : null))
  /** Somebody who came by the evening invitation stands before its form. */
  const invite = async () => {
    const at = await invited.read().catch(() => null)
    if (at === null) return
    await invited.write(null).catch(() => {})
    if (Math.abs(parts.clock.now().epochMilliseconds - at) > eveningLasts) return
    reflect.open('highs-lows')
    await highsLows.begin()
  }
  const highsLows = createHighsLows({ ...parts, reflect, form: forms.highsLows })
  const small = composeOwnSteps(parts, { reflect, formFor, own })
  return {
    reflect,
    small,
    highsLows,
    people: createPeople({
      reflect,
      names: createNameList('person', { ...parts, reflect, form: forms.names }),
      sentence: forms.sentence,
      contact: forms.contact,
      takeOut: parts.takeOut,
    }),
    lightThings: createNameList('light-thing', { ...parts, reflect, form: forms.lightThings }),
    inputs: {
      journal: journalInputs,
      highsLows: inputsOf('high-and-low'),
      people: { sentence: inputsOf('one-sentence'), contact: inputsOf('good-morning') },
    },
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
    lines: createWrittenLines({ reflect, form: forms.lines }),
    keepsakes: createKeepsakes({
      records,
      removing: createRemoving({ ...parts, kept: createSlot(session, lineRemovalKey, readRemoval) }),
      far,
      announce: () => changes.announce('records'),
      onRemoved: id => forms.keepsakes.forget(id),
    }),
    keeping: forms.keepsakes,
    keepInvite: createKeepInvite({
      form: forms.highsLows,
      far,
      slot: createSlot(parts.local, 'line-asked', readAsked),
      clock: parts.clock,
      keepLine: async () => {
        await forms.keepsakes.begin('line', { kept: true })
        reflect.open('keepsakes')
      },
    }),
    load: async () => {
      await Promise.all([
        reflect.load(),
        own.load(),
        loadFar(),
        small.load(),
        ...Object.values(forms).map(form => form.load()),
      ])
      await invite()
      await highsLows.load()
    },
  }
}
