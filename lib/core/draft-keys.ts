/** Where the forms of the main page keep what is typed in them, among the values that outlive the browser. */
export const draftKeys = {
  past: 'past',
  marker: 'marker',
  pause: 'pause-drafts',
  lookBack: 'look-back-draft',
} as const

/** The forms of Reflect, each of which holds one reflection. */
const reflectForms = [
  'thoughts',
  'highs-lows',
  'names',
  'sentence',
  'contact',
  'lines',
  'keepsakes',
  'light-things',
  'step',
  'ladder',
  'plan',
] as const

export type ReflectForm = (typeof reflectForms)[number]

export const reflectKey = (form: ReflectForm) => `reflect-${form}` as const

export type DraftKey = (typeof draftKeys)[keyof typeof draftKeys] | ReturnType<typeof reflectKey>

export const allDraftKeys: readonly DraftKey[] = [
  ...Object.values(draftKeys),
  ...reflectForms.map(reflectKey),
]
