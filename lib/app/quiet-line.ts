/** Which of the quiet lines stands on Today: one at a time, the first that has something to say. */
import { computed, type ReadonlySignal } from '@preact/signals'
import type { BackupLine } from './backup-line.ts'
import type { FirstDays } from './first-days.ts'
import type { HelpCard } from './help-card.ts'
import type { LookBackLine } from './look-back-line.ts'
import { createReread } from './reread.ts'

export type QuietLine = {
  /** null where none has anything to say. */
  readonly shown: ReadonlySignal<'help' | 'look-back' | 'first' | 'backup' | null>
  /** Reads one after the other, and none behind one that speaks: what is said for the first time is kept as said. Never rejects. */
  load(): Promise<void>
}

type Lines = {
  readonly help: Pick<HelpCard, 'reason' | 'load'>
  readonly lookBack: Pick<LookBackLine, 'shown' | 'load'>
  /** null where the history is made up, as below. */
  readonly first: Pick<FirstDays, 'thing' | 'load'> | null
  readonly backup: Pick<BackupLine, 'line' | 'load'> | null
}

export const createQuietLine = ({ help, lookBack, first, backup }: Lines): QuietLine => {
  const lines = [
    { name: 'help', load: () => help.load('begins'), speaks: () => help.reason.value !== null },
    { name: 'look-back', load: lookBack.load, speaks: () => lookBack.shown.value },
    { name: 'first', load: async () => first?.load(), speaks: () => first?.thing.value != null },
    { name: 'backup', load: async () => backup?.load(), speaks: () => backup?.line.value != null },
  ] as const
  const shown = computed(() => lines.find(({ speaks }) => speaks())?.name ?? null)
  return {
    shown,
    load: createReread(async () => {
      for (const line of lines) {
        await line.load()
        if (line.speaks()) return
      }
    }),
  }
}
