/** The page model of the form that opens a locked Thaw: by passphrase, or by the recovery code where there is one. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Lock, LockProblem, WayIn } from './lock-ports.ts'
import type { Log } from './ports.ts'
import { thrownProblem } from './thrown-problem.ts'

export type UnlockStep =
  | { readonly kind: 'ready' }
  /** Takes about half a second. */
  | { readonly kind: 'trying' }
  /** It is not this one. */
  | { readonly kind: 'wrong'; readonly way: WayIn['kind'] }
  | { readonly kind: 'failed'; readonly problem: Exclude<LockProblem, { readonly kind: 'wrong' }> }
  | { readonly kind: 'open' }

export type Unlock = {
  readonly step: ReadonlySignal<UnlockStep>
  /** What is typed. */
  readonly way: ReadonlySignal<WayIn['kind']>
  /** Whether there is a recovery code; false until it is known. */
  readonly hasCode: ReadonlySignal<boolean>
  /** Once, when the form was drawn. */
  load(): Promise<void>
  choose(way: WayIn['kind']): void
  /** Does nothing while one is tried, and with nothing typed. Tries are neither counted nor kept. */
  unlock(typed: string): Promise<void>
}

type Needs = {
  readonly lock: Pick<Lock, 'facts' | 'unlock'>
  readonly log: Log
  /** Brings back what the lock needs from elsewhere, where it cannot be read; false where that is nowhere. */
  readonly adopt?: () => Promise<boolean>
  /** It is open, for this page and every other one. */
  readonly onOpen?: () => void
}

export const createUnlock = ({ lock, log, adopt, onOpen }: Needs): Unlock => {
  const step = signal<UnlockStep>({ kind: 'ready' })
  const way = signal<WayIn['kind']>('passphrase')
  const hasCode = signal(false)

  return {
    step,
    way,
    hasCode,
    load: async () => {
      try {
        hasCode.value = (await lock.facts()).hasCode
      } catch (error) {
        log.note('lock', error)
      }
    },
    choose: kind => {
      if (step.value.kind === 'trying') return
      way.value = kind
      step.value = { kind: 'ready' }
    },
    unlock: async text => {
      if (step.value.kind === 'trying' || text === '') return
      const kind = way.value
      step.value = { kind: 'trying' }
      try {
        let opened = await lock.unlock({ kind, text })
        const isUnreadable = !opened.ok && opened.problem.kind === 'unreadable'
        if (isUnreadable && (await adopt?.())) opened = await lock.unlock({ kind, text })
        if (opened.ok) {
          step.value = { kind: 'open' }
          onOpen?.()
        } else if (opened.problem.kind === 'wrong') step.value = { kind: 'wrong', way: kind }
        else step.value = { kind: 'failed', problem: opened.problem }
      } catch (error) {
        log.note('lock', error)
        step.value = { kind: 'failed', problem: thrownProblem(error) }
      }
    },
  }
}
