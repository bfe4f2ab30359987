/** The page model of an import: a file is read, met with the history without changing it, and then brought in or left. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { FileRead, ZipParts } from '../core/file-read.ts'
import type { ForeignRead, Unreadable } from '../core/foreign.ts'
import type { StoredRow } from '../core/merge.ts'
import { type Id, storeNames } from '../core/records.ts'
import { ok } from '../core/result.ts'
import type { Meeting, WholeHistory } from './data-ports.ts'
import { createImportChoices, type ImportChoices } from './import-choices.ts'
import { createImportFiles } from './import-files.ts'
import { lookThrough } from './import-found.ts'
import type { MakeRows, ReadFile } from './import-ports.ts'
import type { ImportProblem, ImportStep } from './import-steps.ts'
import type { Chance, Changes, Clock, Hold } from './ports.ts'
import type { TakeSettings } from './take-settings.ts'

export type ImportModel = {
  readonly step: ReadonlySignal<ImportStep>
  /** The name of the file that is open; null where none is. */
  readonly file: ReadonlySignal<string | null>
  /** Where it is a zip: what of it is read, and what is left; null where nothing is. */
  readonly zip: ReadonlySignal<ZipParts | null>
  /** The names of the files that come after it. */
  readonly waiting: ReadonlySignal<readonly string[]>
  /** Nothing was ever written here, so that a backup is brought back rather than added; null until it is known. */
  readonly empty: ReadonlySignal<boolean | null>
  /** The settings of the file are taken over too. */
  readonly withSettings: ReadonlySignal<boolean>
  /** What of the file was deleted here since is brought back too. */
  readonly withDeleted: ReadonlySignal<boolean>
  /** Once the part is shown. */
  load(): Promise<void>
  /** Opens the first of them where no file is open; the others wait. Resolves when the page asks something, or it has ended. */
  add(files: readonly File[]): Promise<void>
  tryPassphrase(passphrase: string): Promise<void>
  /** The choices stand: what they come to is met with the history. */
  confirm(): Promise<void>
  /** Back to the choices. */
  change(): void
  setWithSettings(on: boolean): void
  setWithDeleted(on: boolean): void
  bring(): Promise<void>
  /** Stops what runs, as if it had never begun. */
  stop(): void
  /** Meets the history once more, after it could not be read. */
  again(): Promise<void>
  /**
   * Lets go of the file that is open, and opens the next one where one waits. Nothing happens while something runs, which is stopped,
   * nor where it is no longer at the step `at`.
   */
  leave(at?: ImportStep): Promise<void>
}

type Needs = {
  readonly whole: Pick<WholeHistory, 'counts' | 'fitted' | 'compare' | 'bring'>
  readonly readFile: ReadFile
  readonly makeRows: MakeRows
  readonly takeSettings: TakeSettings
  readonly changes: Changes
  readonly clock: Clock
  readonly chance: Chance
  /** The zones that the browser knows. */
  readonly zones: () => readonly string[]
  /** Lets the page answer between two slices of the work. */
  readonly rest: () => Promise<void>
  readonly holdPage: Hold
  readonly holdBusy: Hold
}

/** What was read of the open file, ready to meet the history. */
type Held = {
  readonly format: string
  readonly rows: readonly StoredRow[]
  readonly unreadable: readonly Unreadable[]
  readonly settings: unknown
}

/** Reminders were planned and logged here, which is nothing that a person wrote. */
const writtenStores = storeNames.filter(store => store !== 'nudges')

const isRunning = ({ kind }: ImportStep): boolean => ['reading', 'comparing', 'writing'].includes(kind)

/** What is all here already makes no import that could be taken back. */
const isNew = ({ added, changed }: Meeting): boolean => added + changed > 0

export const createImport = (needs: Needs): ImportModel => {
  const { whole, clock, changes, rest } = needs
  const step = signal<ImportStep>({ kind: 'waiting', stopped: false })
  const name = signal<string | null>(null)
  const zip = signal<ZipParts | null>(null)
  const empty = signal<boolean | null>(null)
  const withSettings = signal(false)
  const withDeleted = signal(false)
  const files = createImportFiles()
  let file: File | null = null
  let foreign: { readonly read: ForeignRead; readonly choices: ImportChoices } | null = null
  let held: Held | null = null
  /** The import that the open file becomes, as it is chosen now. */
  let importId: Id = ''
  let letGo = () => {}
  let stopping = new AbortController()

  /** A new piece of work, whose answers count until it is stopped; those of the one before count no more. */
  const begin = () => {
    stopping.abort()
    stopping = new AbortController()
    return stopping.signal
  }

  /** Nothing of the file is needed any more. */
  const release = () => {
    foreign = null
    held = null
    file = null
    zip.value = null
    letGo()
    letGo = () => {}
  }

  const close = (stopped: boolean) => {
    release()
    name.value = null
    step.value = { kind: 'waiting', stopped }
  }

  const refuse = (problem: ImportProblem) => {
    release()
    step.value = { kind: 'refused', problem }
  }

  const newId = (): Id => needs.chance.id(clock.now().epochMilliseconds)

  const look = async () => {
    const counts = await whole.counts()
    if (counts.ok)
      empty.value = writtenStores.every(store => counts.value[store].shown + counts.value[store].hidden === 0)
  }

  /** The rows as they are to meet the history; null where it was stopped. */
  const fittedRows = async ({ format, rows }: Held, signal: AbortSignal) =>
    format === 'thaw' ? ok(rows) : whole.fitted({ format, rows }, { signal, pause: rest })

  const meet = async (given: Held, stopped: AbortSignal) => {
    held = given
    const { format, unreadable, settings } = given
    step.value = { kind: 'comparing', done: 0, of: given.rows.length }
    const seen = await lookThrough(given.rows, rest)
    if (stopped.aborted) return
    const fitted = await fittedRows(given, stopped)
    if (stopped.aborted) return
    if (!fitted.ok) {
      step.value = { kind: 'failed', problem: fitted.problem }
      return
    }
    if (fitted.value === null) return close(true)
    const rows = fitted.value
    held = { ...given, rows }
    const meeting = await whole.compare(rows, {
      signal: stopped,
      pause: rest,
      onProgress: (done, of) => {
        if (!stopped.aborted) step.value = { kind: 'comparing', done, of }
      },
    })
    await look()
    if (stopped.aborted) return
    if (!meeting.ok) {
      step.value = { kind: 'failed', problem: meeting.problem }
      return
    }
    if (meeting.value === null) return close(true)
    withSettings.value = settings !== null && empty.value === true
    withDeleted.value = false
    step.value = {
      kind: 'found',
      found: { format, ...seen, unreadable, meeting: meeting.value },
      hasSettings: settings !== null,
      // What another app or a table holds was never a copy of what was here.
      hasDeleted: format === 'thaw' && meeting.value.deleted > 0,
      choices: foreign?.choices ?? null,
      after: null,
    }
  }

  const take = async (read: FileRead, passphrase: string | null, stopped: AbortSignal) => {
    zip.value = ('zip' in read && read.zip) || null
    switch (read.kind) {
      case 'encrypted':
        step.value = { kind: 'passphrase', wrong: false }
        return
      case 'refused':
        if (read.reason === 'wrong-passphrase' && passphrase !== null)
          step.value = { kind: 'passphrase', wrong: true }
        else refuse({ kind: 'refused', reason: read.reason })
        return
      case 'foreign': {
        const zone = clock.now().timeZoneId
        foreign = { read: read.read, choices: createImportChoices(read.read, { zone, zones: needs.zones() }) }
        step.value = { kind: 'choosing', choices: foreign.choices }
        return
      }
      case 'csv':
        return meet({ ...read, format: read.kind, settings: null }, stopped)
      case 'thaw':
        // A copy from inside the browser, which nothing but that browser's lock could open.
        if (read.lock) return refuse({ kind: 'refused', reason: 'unknown-format' })
        return meet({ ...read, format: read.kind }, stopped)
    }
  }

  const open = async (passphrase: string | null) => {
    const given = file
    if (given === null) return
    const stopped = begin()
    const secret = passphrase !== null
    step.value = { kind: 'reading', secret, done: 0, of: 0 }
    try {
      const read = await needs.readFile(given, passphrase, {
        signal: stopped,
        pause: rest,
        onProgress: (done, of) => {
          if (!stopped.aborted) step.value = { kind: 'reading', secret, done, of }
        },
      })
      if (stopped.aborted) return
      if (read === null) close(true)
      else await take(read, passphrase, stopped)
    } catch {
      if (!stopped.aborted) refuse({ kind: 'unreadable' })
    }
  }

  const next = async () => {
    const given = files.take()
    if (given === null) return
    release()
    file = given
    name.value = given.name
    importId = newId()
    letGo = needs.holdBusy()
    await open(null)
  }

  // An empty history may be written in meanwhile; one that is not empty is not looked through at every change.
  changes.listen(topic => {
    if (topic === 'records' && empty.value === true) void look()
  })

  return {
    step,
    file: name,
    zip,
    waiting: files.waiting,
    empty,
    withSettings,
    withDeleted,
    load: look,
    add: async given => {
      files.add(given)
      if (['waiting', 'done', 'refused'].includes(step.value.kind)) await next()
    },
    tryPassphrase: async passphrase => {
      if (step.value.kind === 'passphrase') await open(passphrase)
    },
    confirm: async () => {
      if (foreign === null || step.value.kind !== 'choosing') return
      const stopped = begin()
      const { read, choices } = foreign
      // Other choices make another import, should the one before be there after all.
      importId = newId()
      step.value = { kind: 'comparing', done: 0, of: 0 }
      try {
        const made = await needs.makeRows(read, choices.chosen(), {
          signal: stopped,
          pause: rest,
          onProgress: (done, of) => {
            if (!stopped.aborted) step.value = { kind: 'comparing', done, of }
          },
        })
        if (stopped.aborted || made === null) return
        const unreadable = [...read.unreadable, ...made.unreadable]
        await meet({ format: read.format, rows: made.rows, unreadable, settings: null }, stopped)
      } catch {
        if (!stopped.aborted) refuse({ kind: 'unreadable' })
      }
    },
    change: () => {
      if (foreign !== null && step.value.kind === 'found')
        step.value = { kind: 'choosing', choices: foreign.choices }
    },
    setWithSettings: on => {
      withSettings.value = on
    },
    setWithDeleted: on => {
      withDeleted.value = on
      // More or less of the file makes another import, should the one before be there after all.
      importId = newId()
    },
    bring: async () => {
      const before = step.value
      if (before.kind !== 'found' || held === null) return
      const given = held
      const { format, rows, settings } = given
      const returns = before.hasDeleted && withDeleted.value
      const stopped = begin()
      step.value = { kind: 'writing', done: 0, of: rows.length }
      const free = needs.holdPage()
      try {
        const id = importId
        const write = async () => {
          // Another page may have brought it in by other choices, or deleted a name, since it was met.
          const fitted = await fittedRows(given, stopped)
          if (!fitted.ok) return fitted
          if (fitted.value === null) return ok(null)
          return whole.bring({ id, format, withDeleted: returns }, fitted.value, {
            signal: stopped,
            pause: rest,
            onProgress: (done, of) => {
              step.value = { kind: 'writing', done, of }
            },
          })
        }
        const brought = isNew(before.found.meeting) || returns ? await write() : null
        if (brought !== null && (!brought.ok || brought.value === null)) {
          if (!brought.ok && brought.problem.perhapsDone) changes.announce('records')
          step.value = { ...before, after: brought.ok ? 'stopped' : brought.problem }
          return
        }
        if (brought !== null) changes.announce('records')
        const taken = before.hasSettings && withSettings.value ? await needs.takeSettings(settings) : null
        const meeting = brought?.value ?? before.found.meeting
        empty.value = false
        release()
        // It may have come in elsewhere since it was met.
        step.value = { kind: 'done', id: isNew(meeting) ? id : null, meeting, settings: taken }
      } finally {
        free()
      }
    },
    stop: () => {
      stopping.abort()
      // What is being written says by itself whether it was stopped in time.
      if (step.value.kind !== 'writing') close(true)
    },
    again: async () => {
      if (held !== null && step.value.kind === 'failed') await meet(held, begin())
    },
    leave: async (at = step.value) => {
      // The next file may have been opened meanwhile.
      if (isRunning(step.value) || step.value !== at) return
      close(false)
      // The next one opens in the same stroke: no other press comes in between.
      await Promise.all([next(), look()])
    },
  }
}
