/** What can still be read of a history that does not open is saved, and nothing else is offered where it opens. */
import { expect, test } from 'vitest'
import type { BackupWritten } from '../../lib/app/data-ports.ts'
import type { StoreProblem } from '../../lib/app/ports.ts'
import { createRescue } from '../../lib/app/rescue.ts'
import { storeNames } from '../../lib/core/records.ts'
import { fail, ok } from '../../lib/core/result.ts'
import { fixedClock, memoryLog } from '../support/fakes.ts'

const none = Object.fromEntries(storeNames.map(name => [name, 0])) as BackupWritten['counts']

const open = (problem: StoreProblem | null, writes: boolean = true) => {
  const saved: { readonly name: string; readonly content: Blob }[] = []
  const log = memoryLog()
  const model = createRescue({
    whole: { counts: async () => (problem ? fail(problem) : ok({} as never)) },
    writeRescued: async put => {
      if (!writes) throw new DOMException('', 'UnknownError')
      await put('{"one":')
      await put('1}')
      return ok({ counts: { ...none, checkIns: 3, markers: 1 }, records: 4, rows: 5 })
    },
    takeOut: {
      saveFile: (name, content) => {
        saved.push({ name, content })
        return 'done'
      },
    },
    clock: fixedClock('2026-11-26T12:00[UTC]'),
    log,
  })
  return { model, saved, log }
}

test.each([
  [{ kind: 'failed', name: 'UnknownError' } as const, true],
  [{ kind: 'newer' } as const, false],
  [{ kind: 'full' } as const, false],
  [null, false],
])('%o: needed %s', async (problem, needed) => {
  const { model } = open(problem)
  await model.load()
  expect(model.needed.value).toBe(needed)
})

test('saves all parts in one file, and says how many records it holds', async () => {
  const { model, saved } = open({ kind: 'failed', name: 'UnknownError' })
  await model.save()
  expect(model.step.value).toEqual({ kind: 'done', records: 4 })
  expect(saved[0]?.name).toBe('thaw-2026-11-26-rescued.json')
  expect(await saved[0]?.content.text()).toBe('{"one":1}')
})

test('where even that fails it is said, noted, and can be tried again', async () => {
  const { model, saved, log } = open({ kind: 'failed', name: 'UnknownError' }, false)
  await model.save()
  expect(model.step.value).toEqual({ kind: 'failed' })
  expect([saved.length, log.names]).toEqual([0, ['UnknownError']])
})
