/**
 * What a body can be asked on the second way to a word. Which words a signal brings up is Thaw's own choice of what is worth a look,
 * never a statement of what someone feels. Labels are the messages `place_of_<id>`, `signal_<id>` and `strength_<id>`.
 */
import type { FeelingWordId } from './words.ts'

type Hints = { readonly id: string; readonly words: readonly FeelingWordId[] }

/** Where. Each brings up a few words, the nearest first. */
export const bodyPlaces = [
  { id: 'head', words: ['foggy', 'stressed', 'confused', 'thoughtful', 'on-autopilot', 'overwhelmed'] },
  { id: 'face', words: ['tense', 'angry', 'embarrassed', 'ashamed', 'amused', 'annoyed'] },
  { id: 'throat', words: ['sad', 'hurt', 'grieving', 'scared', 'cant-cry', 'anxious'] },
  { id: 'chest', words: ['anxious', 'sad', 'lonely', 'loving', 'grieving', 'proud', 'relieved', 'panicky'] },
  { id: 'belly', words: ['anxious', 'scared', 'guilty', 'disgusted', 'excited', 'unsettled'] },
  {
    id: 'shoulders',
    words: ['tense', 'stressed', 'worried', 'overwhelmed', 'drained', 'worn-out-from-caring'],
  },
  { id: 'arms', words: ['restless', 'angry', 'frustrated', 'eager', 'tired', 'tender'] },
  { id: 'legs', words: ['restless', 'scared', 'frozen', 'tired', 'on-edge', 'drained'] },
  { id: 'everywhere', words: ['tired', 'drained', 'calm', 'restless', 'energised', 'numb'] },
  { id: 'nowhere', words: ['numb', 'blank', 'far-away', 'disconnected', 'muted', 'flat'] },
] as const satisfies readonly Hints[]

type Signal = Hints & {
  /** Words that come up instead when it is strong, and when it is faint. */
  readonly strong: readonly FeelingWordId[]
  readonly faint: readonly FeelingWordId[]
}

/** What like. */
export const bodySignals = [
  {
    id: 'tight',
    words: ['tense', 'anxious', 'worried', 'stressed', 'frustrated', 'on-edge'],
    strong: ['overwhelmed', 'angry', 'panicky'],
    faint: ['unsettled', 'annoyed', 'torn'],
  },
  {
    id: 'heavy',
    words: ['sad', 'tired', 'drained', 'lonely', 'discouraged', 'guilty'],
    strong: ['grieving', 'hopeless', 'hurt'],
    faint: ['disappointed', 'bored', 'let-down'],
  },
  {
    id: 'warm',
    words: ['loving', 'grateful', 'tender', 'close-to-someone', 'pleased', 'safe'],
    strong: ['joyful', 'proud', 'delighted'],
    faint: ['comfortable', 'gentle', 'calm'],
  },
  {
    id: 'hot',
    words: ['angry', 'frustrated', 'embarrassed', 'ashamed', 'annoyed', 'jealous'],
    strong: ['angry', 'bitter', 'ashamed'],
    faint: ['annoyed', 'embarrassed', 'unsettled'],
  },
  {
    id: 'cold',
    words: ['scared', 'lonely', 'shut-down', 'disconnected', 'numb', 'small'],
    strong: ['frozen', 'scared', 'panicky'],
    faint: ['far-away', 'homesick', 'unsettled'],
  },
  {
    id: 'fluttering',
    words: ['anxious', 'excited', 'eager', 'curious', 'worried', 'surprised'],
    strong: ['panicky', 'excited', 'scared'],
    faint: ['hopeful', 'unsettled', 'curious'],
  },
  {
    id: 'buzzing',
    words: ['restless', 'on-edge', 'stressed', 'excited', 'energised', 'annoyed'],
    strong: ['overwhelmed', 'panicky', 'angry'],
    faint: ['unsettled', 'eager', 'playful'],
  },
  {
    id: 'empty',
    words: ['empty', 'hollow', 'lonely', 'sad', 'disappointed', 'no-pleasure-in-it'],
    strong: ['grieving', 'dead-inside', 'hopeless'],
    faint: ['flat', 'bored', 'nothing-appeals'],
  },
  {
    id: 'light',
    words: ['relieved', 'calm', 'hopeful', 'peaceful', 'playful', 'rested'],
    strong: ['joyful', 'delighted', 'inspired'],
    faint: ['relaxed', 'okay', 'present'],
  },
  {
    id: 'aching',
    words: ['hurt', 'sad', 'lonely', 'homesick', 'let-down', 'tired'],
    strong: ['grieving', 'hurt', 'worn-out-from-caring'],
    faint: ['disappointed', 'tired', 'tender'],
  },
  {
    id: 'none',
    words: ['numb', 'blank', 'muted', 'flat', 'far-away', 'shut-down'],
    strong: ['dead-inside', 'numb', 'frozen'],
    faint: ['muted', 'neutral', 'behind-glass'],
  },
] as const satisfies readonly Signal[]

/** How strong. */
export const bodyStrengths = ['faint', 'clear', 'strong'] as const

export type BodyPlaceId = (typeof bodyPlaces)[number]['id']
export type BodySignalId = (typeof bodySignals)[number]['id']
export type BodyStrength = (typeof bodyStrengths)[number]
