/** The table for spreadsheets on a page's world in memory, written by the real writer. */
import { describe, expect, onTestFinished, test } from 'vitest'
import { composeCsv } from '../../lib/app/compose-csv.ts'
import { createCsvExport } from '../../lib/app/csv-export.ts'
import { createLabels } from '../../lib/app/labels.ts'
import type { PageParts } from '../../lib/app/page-parts.ts'
import type { Taken } from '../../lib/app/ports.ts'
import type { CheckIn } from '../../lib/core/records.ts'
import { label, readFrom } from '../../lib/platform/i18n.ts'
import { writeCsv } from '../../lib/store/formats/csv-write.ts'
import { readFile } from '../../lib/store/formats/recognise.ts'
import messages from '../../public/_locales/en/messages.json'
import { pageWorld } from '../support/page-world.ts'

const openPage = (world = pageWorld()) => {
  const saved: { readonly name: string; readonly content: Blob }[] = []
  const state = { taken: 'done' as Taken, loadWriter: async () => writeCsv, onPause: () => {} }
  const held = { now: 0, ever: 0 }
  const model = createCsvExport({
    ...world,
    labels: { word: id => `the word ${id}`, tag: id => `the tag ${id}`, load: async () => {} },
    takeOut: {
      saveFile: (name, content) => {
        if (state.taken === 'done') saved.push({ name, content })
        return state.taken
      },
    },
    loadWriter: () => state.loadWriter(),
    pause: async () => state.onPause(),
    holdBusy: () => {
      held.now += 1
      held.ever += 1
      return () => {
        held.now -= 1
      }
    },
  })
  const lines = async () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      await saved.at(-1)?.content.arrayBuffer(),
    )
    return {
      marked: text.startsWith('\ufeff'),
      lines: text
        .slice(1)
        .split('\r\n')
        .filter(line => line !== ''),
    }
  }
  return { world, model, saved, state, lines, held }
}

const threeDays = async () => {
  const page = openPage()
  const { checkIn } = page.world
  await checkIn('2026-11-20T09:00[Europe/Berlin]', { felt: 3, note: 'a first one' })
  await checkIn('2026-11-22T09:00[Europe/Berlin]', { felt: 5, words: [{ id: 'numb', guess: true }] })
  // Typed last, and lived before.
  await checkIn('2026-11-21T09:00[Europe/Berlin]', {
    cantTell: ['felt'],
    note: '=1+1',
    raw: { mood: 'fine' },
  })
  return page
}

describe('a table for spreadsheets', () => {
  test('is ended by no update while it is written, however that goes', async () => {
    const { model, state, held } = await threeDays()
    let during = 0
    state.loadWriter = async () => {
      during = held.now
      return writeCsv
    }
    await model.start()
    expect([during, held]).toEqual([1, { now: 0, ever: 1 }])
    state.loadWriter = async () => {
      throw new TypeError('Failed to fetch')
    }
    await model.start()
    expect(held).toEqual({ now: 0, ever: 2 })
  })

  test('holds everything, oldest first, in a file that says the day and nothing else', async () => {
    const { model, saved, lines } = await threeDays()
    await model.load()
    expect(model.period.value).toEqual({ from: '2026-11-20', to: '2026-11-22' })
    await model.start()
    expect(model.step.value).toEqual({ kind: 'saved', checkIns: 3 })
    expect(saved.map(({ name }) => name)).toEqual(['thaw-2026-11-22.csv'])
    const { marked, lines: rows } = await lines()
    expect(marked).toBe(true)
    expect(rows.map(row => row.split(',')[2])).toEqual(['day', '2026-11-20', '2026-11-21', '2026-11-22'])
    expect(rows[2]).toContain("'=1+1")
    expect(rows[3]).toContain('the word numb?')
  })

  test('leaves notes and what an import brought out where that is asked, as an earlier version of each', async () => {
    const { model, lines } = await threeDays()
    const updatedAt = async () =>
      (await lines()).lines.slice(1).map(row => Date.parse(row.split(',').at(-1) ?? ''))
    await model.start()
    const before = await updatedAt()
    model.setNotes(false)
    await model.start()
    const text = (await lines()).lines.join()
    expect(text).not.toMatch(/first|1\+1|mood/)
    expect(text).toContain('numb')
    expect(await updatedAt()).toEqual(before.map(at => at - 1))
  })

  test('holds what is left of one that the lock could not open as an earlier version of it', async () => {
    const { model, world, lines } = openPage()
    const id = await world.checkIn('2026-11-22T09:00[Europe/Berlin]', { felt: 5 })
    const damage = { sealed: '1.AAAA' } as Partial<CheckIn>
    await world.records.save('checkIns', id, current => current && { ...current, ...damage })
    const kept = await world.records.get('checkIns', id)
    if (!kept.ok || kept.value === null) throw new Error('It is gone')
    for (const notes of [true, false]) {
      model.setNotes(notes)
      await model.start()
      const row = (await lines()).lines[1]?.split(',') ?? []
      expect([row[4], Date.parse(row.at(-1) ?? '')]).toEqual(['5', kept.value.updatedAt - 1])
    }
  })

  test('holds the days of its period alone', async () => {
    const { model, lines } = await threeDays()
    expect(model.show({ from: '2026-11-22', to: '2026-11-21' })).toBe(false)
    expect(model.name.value).toBe('whole')
    expect(model.show({ from: '2026-11-21', to: '2026-11-21' })).toBe(true)
    await model.start()
    expect(model.step.value).toEqual({ kind: 'saved', checkIns: 1 })
    expect((await lines()).lines.slice(1).map(row => row.split(',')[2])).toEqual(['2026-11-21'])
  })

  test('everything holds days that no calendar has, too', async () => {
    const page = openPage()
    await page.world.checkIn('2026-11-20T09:00[Europe/Berlin]', { felt: 3, day: '2026-02-30' })
    await page.world.checkIn('1969-11-20T09:00[Europe/Berlin]', { felt: 3 })
    await page.model.start()
    expect((await page.lines()).lines.slice(1).map(row => row.split(',')[2])).toEqual([
      '1969-11-20',
      '2026-02-30',
    ])
  })

  test('is no file where there is nothing', async () => {
    const { model, saved } = openPage()
    await model.start()
    expect([model.step.value.kind, saved.length]).toEqual(['empty', 0])
  })

  test('tells how far it is, and stops between two slices without a file', async () => {
    const page = openPage()
    const first = Temporal.PlainDate.from('2025-01-01')
    for (let at = 0; at < 600; at += 1)
      await page.world.checkIn(`${first.add({ days: at })}T09:00[Europe/Berlin]`, { felt: 3 })
    const steps: object[] = []
    page.state.onPause = () => {
      steps.push(page.model.step.value)
    }
    await page.model.start()
    expect(steps).toEqual([
      { kind: 'running', done: 250, of: 600 },
      { kind: 'running', done: 500, of: 600 },
    ])
    const days = (await page.lines()).lines.slice(1).map(row => row.split(',')[2])
    expect(days).toHaveLength(600)
    expect(days).toEqual(days.toSorted())
    page.state.onPause = page.model.stop
    await page.model.start()
    expect([page.model.step.value.kind, page.saved.length]).toEqual(['stopped', 1])
    page.state.onPause = () => {}
    await page.model.start()
    expect(page.saved).toHaveLength(2)
  })

  test('says that it failed where the history cannot be read, midway too, or the writer is not there', async () => {
    const page = openPage()
    for (let at = 0; at < 300; at += 1)
      await page.world.checkIn('2026-11-20T09:00[Europe/Berlin]', { felt: 3 })
    page.state.onPause = () => {
      page.world.store.problem = { kind: 'failed', name: 'UnknownError' }
    }
    // The next batch is on its way while one is written, so the one after it is the first that is refused.
    for (let at = 0; at < 300; at += 1)
      await page.world.checkIn('2026-11-20T09:00[Europe/Berlin]', { felt: 3 })
    await page.model.start()
    expect([page.model.step.value.kind, page.saved.length]).toEqual(['failed', 0])
    page.world.store.problem = null
    page.state.onPause = () => {}
    page.state.loadWriter = () => Promise.reject(new Error('no such file'))
    await page.model.start()
    expect(page.model.step.value.kind).toBe('failed')
  })

  test('is ready again where a page saves nothing and has said so', async () => {
    const page = await threeDays()
    page.state.taken = 'told'
    await page.model.start()
    expect(page.model.step.value).toEqual({ kind: 'ready' })
  })
})

test('what a person made and whose name is gone is called by its id, so that it comes back as what it is', async () => {
  const texts: { readonly [key: string]: { readonly message: string } } = messages
  readFrom(key => texts[key]?.message ?? '')
  onTestFinished(() => readFrom(null))
  const world = pageWorld()
  const [named, gone] = [world.chance.id(1), world.chance.id(2)]
  for (const store of ['words', 'tags'] as const)
    await world.records.save(store, named, () => ({ label: 'moss', group: null, hidden: false }))
  const words = [named, gone].map(id => ({ id, guess: false }))
  await world.checkIn('2026-11-20T09:00[Europe/Berlin]', { words, tags: [named, gone, 'work'] })
  const saved: Blob[] = []
  const { records, changes, clock } = world
  const parts: Partial<PageParts> = {
    records,
    changes,
    clock,
    labels: createLabels({ ...world, names: label }),
    later: world.timers.later,
    takeOut: {
      copyText: async () => 'done',
      copyPicture: async () => 'done',
      saveFile: (_, content) => {
        saved.push(content as Blob)
        return 'done'
      },
    },
  }
  await composeCsv(parts as PageParts).start()
  const file = new Uint8Array((await saved[0]?.arrayBuffer()) ?? new ArrayBuffer())
  const text = new TextDecoder().decode(file)
  expect(text).toContain(`,moss | ${gone},moss | ${gone} | work,`)
  const read = await readFile(file, world.clock.now().epochMilliseconds)
  if (read.kind !== 'csv') throw new Error(read.kind)
  expect(read.rows.map(({ store, row }) => [store, row.id]).slice(0, -1)).toEqual([
    ['words', named],
    ['tags', named],
  ])
})
