/** Brings the forms of History, whose code is heavy, when one of them is first needed. */
import { type ReadonlySignal, signal } from '@preact/signals'

export type FormParts = typeof import('./forms.ts')

const parts = signal<FormParts | 'failed' | null>(null)

/** null until they are there; `failed` where their files could not be read, as after an update under an open page. */
export const formParts: ReadonlySignal<FormParts | 'failed' | null> = parts

export const bringForms = async (): Promise<void> => {
  if (parts.value !== null && parts.value !== 'failed') return
  try {
    parts.value = await import('./forms.ts')
  } catch {
    parts.value = 'failed'
  }
}
