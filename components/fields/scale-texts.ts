/** What the steps of far, pleasant, energy and meaning are called. */
import type { Meaning, StepAnswer } from '../../lib/core/edit.ts'
import type { Far, Step } from '../../lib/core/records.ts'
import { type MessageKey, t } from '../../lib/platform/i18n.ts'

/** Texts for a scale from low to high. */
export type StepKeys = { readonly [Value in Step]: MessageKey }

export const steps: readonly Step[] = [-4, -2, 0, 2, 4]

export const pleasantKeys: StepKeys = {
  [-4]: 'pleasant_low',
  [-2]: 'pleasant_lower',
  0: 'pleasant_middle',
  2: 'pleasant_higher',
  4: 'pleasant_high',
}

export const energyKeys: StepKeys = {
  [-4]: 'energy_low',
  [-2]: 'energy_lower',
  0: 'energy_middle',
  2: 'energy_higher',
  4: 'energy_high',
}

/** A step in words; null where nothing was answered. */
export const stepText = (keys: StepKeys, answer: StepAnswer): string | null => {
  if (answer === null) return null
  return answer === 'cant-tell' ? t('felt_cant_tell') : valueText(keys, answer)
}

/** What an answer is called; one that came from elsewhere and is none of the steps is shown as it is. */
export const valueText = (
  keys: { readonly [value: string]: MessageKey | undefined },
  value: unknown,
): string => {
  const key = keys[String(value)]
  return key === undefined ? t('entry_off_scale', String(value)) : t(key)
}

export const farKeys = { 0: 'far_0', 1: 'far_1', 2: 'far_2', 3: 'far_3' } as const satisfies {
  readonly [Value in Far]: MessageKey
}
export const fars: readonly Far[] = [0, 1, 2, 3]

/** No step of Thaw's own asks for "can't tell" here; where a file brought it, it is an answer like the others. */
export const farOptions = (couldNotTell: boolean) => [
  ...fars.map(value => ({ value, label: t(farKeys[value]) })),
  ...(couldNotTell ? [{ value: 'cant-tell' as const, label: t('felt_cant_tell') }] : []),
]

export const meanings: readonly Meaning[] = ['shelter', 'in-the-way', 'neither']

export const meaningKeys = {
  shelter: 'meaning_shelter',
  'in-the-way': 'meaning_in_way',
  neither: 'meaning_neither',
} as const satisfies { readonly [Value in Meaning]: MessageKey }
