/** A new passphrase as it is typed, twice: nobody is told what is missing before they have asked to go on. */
import { useState } from 'preact/hooks'
import type { LockPartModel } from '../../lib/app/lock-part.ts'
import type { PassphraseLack } from '../../lib/core/passphrase.ts'

export type TypedTwice = { readonly first: string; readonly again: string }

type NewPassphrase = {
  readonly typed: TypedTwice
  readonly type: (typed: TypedTwice) => void
  /** What is missing, once it was asked for. */
  readonly lack: PassphraseLack | null
  /** The passphrase; null where something is missing, and its field has the focus. */
  readonly take: (form: HTMLFormElement) => string | null
}

export const useNewPassphrase = ({ lack: lackOf }: Pick<LockPartModel, 'lack'>): NewPassphrase => {
  const [typed, type] = useState<TypedTwice>({ first: '', again: '' })
  const [asked, setAsked] = useState(false)
  const lack = lackOf(typed.first, typed.again)
  return {
    typed,
    type,
    lack: asked ? lack : null,
    take: form => {
      setAsked(lack !== null)
      if (lack === null) return typed.first
      const fields = form.querySelectorAll<HTMLInputElement>('input[autocomplete="new-password"]')
      fields[lack === 'short' ? 0 : 1]?.focus()
      return null
    },
  }
}
