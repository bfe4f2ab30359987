/** If-then plans on the Reflect page: each with what it begins with and leads to, and whether it rests and why. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { privateTagGroups } from '../content/tags.ts'
import { type Aim, aimIn, type Cue, cueParts, isCue } from '../core/if-then.ts'
import { thoughtsIn } from '../core/own-items.ts'
import type { Id, Reflection } from '../core/records.ts'
import { defaultSettings, type PauseSettings } from '../core/settings.ts'
import { shortened } from '../core/shortened.ts'
import type { Moment } from '../core/time.ts'
import type { WordList } from '../core/word-list.ts'
import type { OwnPauses } from './own-pauses.ts'
import type { OwnWords } from './own-words.ts'
import type { PausePicks } from './pause-picks.ts'
import type { Changes, SettingsStore } from './ports.ts'
import type { ReflectPage } from './reflect-page.ts'
import { formActions, type ReflectionForm } from './reflection-form.ts'

/** Why a plan does not lead anywhere now. */
export type PlanRest =
  /** One half of it is missing. */
  | 'half'
  | 'tag-hidden'
  /** The private tags are off. */
  | 'tag-off'
  | 'word-hidden'
  /** The tag, word or thought that it begins with is no more. */
  | 'cue-gone'
  | 'pause-hidden'
  | 'pause-gone'
  /** It is never offered by itself, or its kind is switched off. */
  | 'pause-off'

export type OwnPlan = Moment & {
  readonly id: Id
  readonly cue: Cue | null
  /** The beginning of the thought that it begins with. */
  readonly thought: string | null
  readonly aim: Aim | null
  readonly rests: PlanRest | null
}

export type OwnPlans = {
  /** Where what comes then is a pause, it is no small step, and the other way round. */
  readonly form: ReflectionForm
  /** Newest first; null until they are read. */
  readonly entries: ReadonlySignal<readonly OwnPlan[] | null>
  /** More than are easily kept in mind. */
  readonly many: ReadonlySignal<boolean>
  /** Thoughts that a plan can begin with, newest first, and the beginning of each. */
  readonly thoughts: ReadonlySignal<readonly { readonly id: Id; readonly text: string }[]>
  readonly own: Pick<OwnWords, 'words' | 'tags'>
  readonly picks: Pick<PausePicks, 'all'>
  load(): Promise<void>
  begin(): Promise<void>
  edit(id: Id): Promise<void>
  remove(id: Id): Promise<void>
}

type Needs = {
  readonly reflect: Pick<ReflectPage, 'all' | 'remove'>
  readonly form: ReflectionForm
  readonly own: Pick<OwnWords, 'words' | 'tags' | 'ready' | 'privateTags'>
  readonly pauses: Pick<OwnPauses, 'list' | 'ready' | 'load'>
  readonly picks: Pick<PausePicks, 'all'>
  readonly settings: Pick<SettingsStore, 'read'>
  readonly changes: Pick<Changes, 'listen'>
}

/** As many as anyone keeps in mind. */
const fewAtMost = 5

/** So many thoughts can be chosen from, and so much of each is shown. */
const thoughtsAtMost = 100
const thoughtAtMost = 60

/** All of a long history would take a while to put in order. */
const newestThoughts = (all: readonly Reflection[]) => {
  const found: Reflection[] = []
  for (const one of all) {
    if (one.type === 'thought' && thoughtsIn([one]).length > 0) found.push(one)
    if (found.length === thoughtsAtMost) break
  }
  return thoughtsIn(found)
}

const isKnown = (list: WordList, id: Id): boolean => list.find(id) !== null || list.named.includes(id)

export const createOwnPlans = (needs: Needs): OwnPlans => {
  const { reflect, form, own, pauses, picks, settings, changes } = needs
  const wishes = signal<PauseSettings>(defaultSettings.pauses)
  /** null where it is none, or gone. */
  const thoughtOf = (id: Id): string | null => {
    const found = reflect.all.value?.find(one => one.id === id)
    return (found && thoughtsIn([found])[0]?.text) ?? null
  }

  const cueRests = (cue: Cue): PlanRest | null => {
    const { kind, name } = cueParts(cue)
    if (kind === 'hour') return null
    if (kind === 'thought') return thoughtOf(name) === null ? 'cue-gone' : null
    if (!own.ready.value) return null
    const list = kind === 'tag' ? own.tags.value : own.words.value
    if (!isKnown(list, name)) return 'cue-gone'
    const listed = list.find(name)
    if (listed === null || list.canPick(name)) return null
    if (kind === 'word') return 'word-hidden'
    const isOff = privateTagGroups.has(listed.group) && !own.privateTags.value && !listed.hidden
    return isOff ? 'tag-off' : 'tag-hidden'
  }

  const aimRests = (aim: Aim): PlanRest | null => {
    if ('step' in aim || !pauses.ready.value) return null
    const listed = pauses.list.value.find(aim.pauseId)
    if (listed === null) return 'pause-gone'
    if (listed.hidden) return 'pause-hidden'
    const { id, kind, rules } = listed.pause
    const { offKinds, switchedOn } = wishes.value
    const isOff =
      rules.includes('picked') ||
      rules.includes('comparison') ||
      (rules.includes('switched-on') && !switchedOn.includes(id)) ||
      (kind !== 'out' && offKinds.includes(kind))
    return isOff ? 'pause-off' : null
  }

  const planOf = ({ id, at, zone, day, fields }: Reflection): OwnPlan => {
    const { if: found } = fields
    const cue = isCue(found) ? found : null
    const aim = aimIn(fields)
    const { kind, name } = cue ? cueParts(cue) : { kind: null, name: '' }
    const thought = kind === 'thought' ? shortened(thoughtOf(name) ?? '', thoughtAtMost) : null
    const rests = cue && aim ? (cueRests(cue) ?? aimRests(aim)) : 'half'
    return { id, at, zone, day, cue, aim, thought, rests }
  }

  const readWishes = async () => {
    wishes.value = (await settings.read().catch(() => defaultSettings)).pauses
  }
  changes.listen(topic => {
    if (topic === 'settings') void readWishes()
  })

  const entries = computed(() => reflect.all.value?.filter(({ type }) => type === 'plan').map(planOf) ?? null)

  return {
    form: {
      ...form,
      write: (field, value) => {
        if (value !== '' && field === 'then') form.write('step', '')
        if (value !== '' && field === 'step') form.write('then', '')
        form.write(field, value)
      },
    },
    entries,
    many: computed(() => (entries.value?.filter(({ rests }) => rests === null).length ?? 0) > fewAtMost),
    thoughts: computed(() =>
      newestThoughts(reflect.all.value ?? []).map(({ id, text }) => ({
        id,
        text: shortened(text, thoughtAtMost),
      })),
    ),
    own,
    picks,
    load: async () => {
      await Promise.all([pauses.load(), readWishes()])
    },
    begin: () => form.begin('plan'),
    ...formActions(reflect, form),
  }
}
