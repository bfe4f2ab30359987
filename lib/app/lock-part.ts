/** The page model of Settings → Data & privacy → Lock: setting it up, what it is like while it is on, and turning it off. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { defaultMinutes, type LockMinutes, lockMinutes } from '../core/lock.ts'
import { type PassphraseLack, passphraseAtLeast, passphraseLack } from '../core/passphrase.ts'
import { ok } from '../core/result.ts'
import type { LongWork } from './data-ports.ts'
import type { Lock, Locked, LockFacts, LockProblem, WayIn } from './lock-ports.ts'
import type { Clock, Hold, Log, TakeOut } from './ports.ts'
import { thrownProblem } from './thrown-problem.ts'

/** What a person can ask for in a form of its own. */
export type LockDeed = 'on' | 'off' | 'passphrase' | 'code'

export type LockWork = {
  readonly deed: LockDeed
  /** So many of so many rows are rewritten; 0 of 0 until the number is known. */
  readonly done: number
  readonly of: number
}

type LockAsk = Parameters<Lock['turnOn']>[0]

/** What became of the code: the name of the file is of the browser's downloads. */
export type CodeTaken =
  | { readonly kind: 'copied' | 'not-copied' | 'not-saved' }
  | { readonly kind: 'saved'; readonly name: string }

export type LockPartModel = {
  /** null until they are read, and where they cannot be. */
  readonly facts: ReadonlySignal<LockFacts | null>
  /** The form that is open. */
  readonly form: ReadonlySignal<LockDeed | null>
  /** What runs now. */
  readonly work: ReadonlySignal<LockWork | null>
  /** What kept the last thing that was asked for from being done. */
  readonly problem: ReadonlySignal<LockProblem | null>
  /** What was brought to its end last. */
  readonly told: ReadonlySignal<LockDeed | null>
  /** Rows that nothing could open when the lock was turned off; null where that was not. */
  readonly unopened: ReadonlySignal<number | null>
  /** The recovery code, until the person has kept it; nothing can show it again. */
  readonly code: ReadonlySignal<string | null>
  readonly codeTaken: ReadonlySignal<CodeTaken | null>
  readonly minutesToChoose: readonly LockMinutes[]
  readonly defaultMinutes: LockMinutes
  /** In characters. */
  readonly passphraseAtLeast: number
  load(): Promise<void>
  open(form: LockDeed): void
  /** Closes the form that is open; what was typed in it goes. Does nothing while it runs. */
  cancel(): void
  lack(typed: string, again: string): PassphraseLack | null
  turnOn(ask: LockAsk): Promise<void>
  /** Goes on with what was cut off. */
  goOn(): Promise<void>
  turnOff(way: WayIn): Promise<void>
  changePassphrase(way: WayIn, passphrase: string): Promise<void>
  /** Shows a new recovery code; the one before opens nothing any more. */
  renewCode(way: WayIn): Promise<void>
  setMinutes(minutes: LockMinutes): Promise<void>
  lockNow(): Promise<void>
  /** In the turn of a click, as `saveCode`. */
  copyCode(): Promise<void>
  saveCode(): void
  /** The person has kept the code: it is shown no more. */
  keptCode(): void
}

type Needs = {
  readonly lock: Lock
  readonly takeOut: Pick<TakeOut, 'copyText' | 'saveFile'>
  readonly clock: Clock
  readonly log: Log
  readonly pause: () => Promise<void>
  /** Keeps page and browser from ending the work; what it gives back lets go. */
  readonly hold: Hold
}

export const createLockPart = ({ lock, takeOut, clock, log, pause, hold }: Needs): LockPartModel => {
  const facts = signal<LockFacts | null>(null)
  const form = signal<LockDeed | null>(null)
  const work = signal<LockWork | null>(null)
  const problem = signal<LockProblem | null>(null)
  const told = signal<LockDeed | null>(null)
  const unopened = signal<number | null>(null)
  const code = signal<string | null>(null)
  const codeTaken = signal<CodeTaken | null>(null)
  let listening = false
  let letGoOfCode = () => {}

  const look = async () => {
    try {
      facts.value = await lock.facts()
    } catch (error) {
      log.note('lock', error)
    }
  }

  const failed = (error: unknown): LockProblem => {
    log.note('lock', error)
    return thrownProblem(error)
  }

  /** What it gave; null where it came to nothing, and `problem` says why. */
  const attempt = async <Value>(deed: () => Locked<Value>): Promise<{ readonly value: Value } | null> => {
    problem.value = null
    try {
      const result = await deed()
      if (result.ok) return { value: result.value }
      problem.value = result.problem
    } catch (error) {
      problem.value = failed(error)
    }
    return null
  }

  /** One at a time. The form stays with what was typed in it where it came to nothing. */
  const run = async (deed: LockDeed, ask: (work: LongWork) => Locked<boolean>) => {
    if (work.value !== null) return
    work.value = { deed, done: 0, of: 0 }
    told.value = null
    unopened.value = null
    const letGo = hold()
    const ended = await attempt(() =>
      ask({
        pause,
        onProgress: (done, of) => {
          work.value = { deed, done, of }
        },
      }),
    )
    await look()
    letGo()
    // The facts tell what was cut off.
    if (ended !== null || facts.value?.unfinished) form.value = null
    if (ended?.value) told.value = deed
    work.value = null
  }

  /** Whether it came to its end. */
  const rewritten = async (ended: ReturnType<Lock['finish']>): Locked<boolean> => {
    const end = await ended
    if (!end.ok) return end
    unopened.value = end.value.unopened || null
    return ok(end.value.isDone)
  }

  const show = (made: string) => {
    letGoOfCode = hold()
    codeTaken.value = null
    code.value = made
  }

  return {
    facts,
    form,
    work,
    problem,
    told,
    unopened,
    code,
    codeTaken,
    minutesToChoose: [...lockMinutes, null],
    defaultMinutes,
    passphraseAtLeast,
    load: async () => {
      if (!listening) lock.listen(() => void look())
      listening = true
      await look()
    },
    open: next => {
      if (work.value !== null) return
      problem.value = null
      told.value = null
      unopened.value = null
      form.value = next
    },
    cancel: () => {
      if (work.value !== null) return
      problem.value = null
      form.value = null
    },
    lack: passphraseLack,
    turnOn: ask =>
      run('on', async longWork => {
        const on = await lock.turnOn(ask)
        if (!on.ok) return on
        if (on.value.code !== null) show(on.value.code)
        const { unfinished } = await lock.facts()
        return unfinished === null ? ok(true) : rewritten(lock.finish(longWork))
      }),
    goOn: async () => {
      const unfinished = facts.value?.unfinished
      if (unfinished) await run(unfinished, longWork => rewritten(lock.finish(longWork)))
    },
    turnOff: way => run('off', longWork => rewritten(lock.turnOff(way, longWork))),
    changePassphrase: (way, passphrase) =>
      run('passphrase', async () => {
        const changed = await lock.changePassphrase(way, passphrase)
        return changed.ok ? ok(true) : changed
      }),
    renewCode: way =>
      run('code', async () => {
        const renewed = await lock.renewCode(way)
        if (!renewed.ok) return renewed
        show(renewed.value)
        return ok(true)
      }),
    setMinutes: async minutes => {
      const before = facts.value
      if (before === null || work.value !== null) return
      facts.value = { ...before, minutes }
      await attempt(() => lock.setMinutes(minutes))
      await look()
    },
    lockNow: async () => {
      try {
        await lock.lock()
      } catch (error) {
        problem.value = failed(error)
      }
    },
    copyCode: async () => {
      if (code.value === null) return
      const copied = await takeOut.copyText(code.value)
      codeTaken.value = { kind: copied === 'done' ? 'copied' : 'not-copied' }
    },
    saveCode: () => {
      if (code.value === null) return
      const name = `thaw-${clock.now().toPlainDate()}-code.txt`
      const saved = takeOut.saveFile(name, new Blob([`${code.value}\r\n`], { type: 'text/plain' }))
      codeTaken.value = saved === 'done' ? { kind: 'saved', name } : { kind: 'not-saved' }
    },
    keptCode: () => {
      code.value = null
      codeTaken.value = null
      letGoOfCode()
      letGoOfCode = () => {}
    },
  }
}
