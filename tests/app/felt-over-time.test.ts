/** Felt over time as its screen sees it. */
import { signal } from '@preact/signals'
import { describe, expect, test, vi } from 'vitest'
import { createFeltOverTime } from '../../lib/app/felt-over-time.ts'
import type { TakeOut } from '../../lib/app/ports.ts'
import type { ShownDays } from '../../lib/app/shown-days.ts'
import { dayNumber } from '../../lib/core/period.ts'
import type { Marker } from '../../lib/core/records.ts'
import { pageWorld } from '../support/page-world.ts'

const open = async (world: ReturnType<typeof pageWorld>, markers: readonly Marker[] = []) => {
  const version = signal(0)
  const days: ShownDays = { version, days: world.records.days, span: world.records.daySpan }
  const copyText = vi.fn<TakeOut['copyText']>(async () => 'done')
  const copyPicture = vi.fn<TakeOut['copyPicture']>(async () => 'done')
  const saveFile = vi.fn<TakeOut['saveFile']>(() => 'done')
  const model = createFeltOverTime({
    days,
    clock: world.clock,
    weekStart: () => 1,
    markers: signal(markers),
    takeOut: { copyText, copyPicture, saveFile },
  })
  const read = async () => {
    model.setOpen(true)
    await vi.waitFor(() => expect(model.view.value).not.toBeNull())
  }
  return { model, version, copyText, copyPicture, saveFile, read }
}

const marker = (day: string, text: string): Marker => ({
  id: text,
  updatedAt: 0,
  origin: 'own',
  day,
  type: 'own',
  text,
})

const world = async () => {
  const made = pageWorld('2026-11-22T12:00[Europe/Berlin]')
  await made.checkIn('2026-05-01T09:00[Europe/Berlin]', { felt: 0 })
  await made.checkIn('2026-11-01T09:00[Europe/Berlin]', { felt: 3 })
  await made.checkIn('2026-11-01T21:00[Europe/Berlin]', { felt: 6 })
  await made.checkIn('2026-11-20T09:00[Europe/Berlin]', { cantTell: ['felt'] })
  return made
}

const spanOf = ({ model }: Awaited<ReturnType<typeof open>>) => {
  const view = model.view.value
  return view && [view.from, view.to, view.unit]
}

describe('felt over time', () => {
  test('reads nothing before it is opened', async () => {
    const { model, read } = await open(await world())
    expect(model.view.value).toBeNull()
    await read()
    expect(model.view.value?.sums).toEqual({
      answers: 3,
      middle: 3,
      lower: 0,
      upper: 6,
      cantTell: 1,
      checkIns: 4,
      days: 2,
    })
  })

  test('shows all of the history first, and the periods that are chosen', async () => {
    const over = await open(await world())
    await over.read()
    expect(spanOf(over)).toEqual(['2026-05-01', '2026-11-20', 'week'])
    over.model.choose('days-30')
    expect(spanOf(over)).toEqual(['2026-10-24', '2026-11-22', 'day'])
    over.model.choose('months-3')
    expect(spanOf(over)).toEqual(['2026-08-23', '2026-11-22', 'day'])
    over.model.choose('year')
    expect(spanOf(over)).toEqual(['2025-11-23', '2026-11-22', 'week'])
    expect(over.model.show({ from: '2026-11-02', to: '2026-11-01' })).toBe(false)
    expect(over.model.name.value).toBe('year')
    expect(over.model.show({ from: '2026-11-01', to: '2026-11-01' })).toBe(true)
    expect(over.model.name.value).toBe('own')
    expect(over.model.view.value?.buckets).toMatchObject([{ answers: 2, middle: 4.5, lower: 3, upper: 6 }])
  })

  test('knows of answers outside of the period', async () => {
    const over = await open(await world())
    expect(over.model.answered.value).toBe(false)
    await over.read()
    over.model.show({ from: '2026-06-01', to: '2026-06-30' })
    expect(over.model.view.value?.sums.answers).toBe(0)
    expect(over.model.answered.value).toBe(true)
    const silent = pageWorld('2026-11-22T12:00[Europe/Berlin]')
    await silent.checkIn('2026-11-20T09:00[Europe/Berlin]', { cantTell: ['felt'] })
    const nothing = await open(silent)
    await nothing.read()
    expect(nothing.model.answered.value).toBe(false)
  })

  test('goes closer, wider, earlier, later, and back to everything', async () => {
    const over = await open(await world())
    await over.read()
    over.model.closer(dayNumber('2026-11-01'))
    expect(over.model.name.value).toBe('own')
    expect(spanOf(over)).toEqual(['2026-08-11', '2026-11-20', 'week'])
    over.model.earlier()
    expect(spanOf(over)?.slice(0, 2)).toEqual(['2026-06-21', '2026-09-30'])
    over.model.later()
    expect(spanOf(over)?.slice(0, 2)).toEqual(['2026-08-11', '2026-11-20'])
    over.model.wider()
    over.model.wider()
    // Up to today, which may be later than the last check-in.
    expect(spanOf(over)?.slice(0, 2)).toEqual(['2026-05-01', '2026-11-22'])
    over.model.showBetween(dayNumber('2026-11-03') + 0.2, dayNumber('2026-11-01') - 0.3)
    expect(spanOf(over)).toEqual(['2026-11-01', '2026-11-03', 'day'])
    over.model.showBetween(dayNumber('2026-05-01'), dayNumber('2026-11-20'))
    expect(over.model.name.value).toBe('whole')
  })

  test('follows what is shown of the history, and keeps the period that was chosen', async () => {
    const made = await world()
    const over = await open(made)
    await over.read()
    over.model.choose('days-30')
    await made.checkIn('2026-11-21T09:00[Europe/Berlin]', { felt: 10 })
    over.version.value += 1
    await vi.waitFor(() => expect(over.model.view.value?.sums.answers).toBe(3))
    expect(over.model.name.value).toBe('days-30')
  })

  test('of nothing is today, without an answer', async () => {
    const over = await open(pageWorld('2026-11-22T12:00[Europe/Berlin]'))
    await over.read()
    expect(spanOf(over)).toEqual(['2026-11-22', '2026-11-22', 'day'])
    expect(over.model.view.value?.sums.answers).toBe(0)
    over.model.closer()
    over.model.wider()
    over.model.earlier()
    expect(spanOf(over)).toEqual(['2026-11-22', '2026-11-22', 'day'])
  })

  test('says how many check-ins have a day that no calendar has, and shows those to come', async () => {
    const made = await world()
    const over = await open(made)
    await made.checkIn('2026-11-21T09:00[Europe/Berlin]', { felt: 10, day: '2026-02-30' })
    await made.checkIn('2026-11-21T09:00[Europe/Berlin]', { felt: 10, day: '+012026-01-01' })
    await made.checkIn('2026-11-21T09:00[Europe/Berlin]', { felt: 9, day: '2031-01-01' })
    await over.read()
    expect(over.model.impossible.value).toBe(2)
    expect(over.model.view.value).toMatchObject({
      from: '2026-05-01',
      to: '2031-01-01',
      sums: { answers: 4 },
    })
  })

  test('is read in pieces that leave out no day, be it on a calendar or not', async () => {
    const made = pageWorld('2026-11-22T12:00[Europe/Berlin]')
    const over = await open(made)
    const said = [
      '2016-05-01',
      '2018-12-31',
      '2018-13-45',
      '20187-01-01',
      '2019-01-01',
      '2021-99-99',
      '2024-02-29',
      '2026-11-22',
    ]
    for (const day of said) await made.checkIn('2026-11-21T09:00[Europe/Berlin]', { felt: 5, day })
    await over.read()
    expect(over.model.view.value?.sums.answers).toBe(5)
    expect(over.model.impossible.value).toBe(3)
  })

  test('says what cannot be read, shows what it had, and tries again', async () => {
    const made = await world()
    const over = await open(made)
    made.store.problem = { kind: 'failed', name: 'UnknownError' }
    over.model.setOpen(true)
    await vi.waitFor(() => expect(over.model.problem.value).toEqual(made.store.problem))
    expect(over.model.view.value).toBeNull()
    made.store.problem = null
    await over.model.tryAgain()
    expect(over.model.problem.value).toBeNull()
    expect(over.model.view.value?.sums.answers).toBe(3)
  })

  test('names the markers of the period in their order, and none of an impossible day', async () => {
    const over = await open(await world(), [
      marker('2026-11-10', 'b'),
      marker('2026-06-10', 'a'),
      marker('2026-06-31', 'nowhere'),
      marker('2020-01-01', 'before'),
    ])
    await over.read()
    expect(over.model.markers.value.map(({ text }) => text)).toEqual(['a', 'b'])
    over.model.choose('days-30')
    expect(over.model.markers.value.map(({ text }) => text)).toEqual(['b'])
  })
})

describe('copying and saving', () => {
  const csv =
    'from,to,answers,middle,lower,upper,cant_tell,check_ins\r\n' +
    '2026-11-19,2026-11-19,0,,,,0,0\r\n' +
    '2026-11-20,2026-11-20,0,,,,1,1\r\n'

  const shown = async () => {
    const over = await open(await world())
    await over.read()
    over.model.show({ from: '2026-11-19', to: '2026-11-20' })
    return over
  }

  test('numbers are copied as text and saved as a file that spreadsheets read', async () => {
    const { model, copyText, saveFile } = await shown()
    await model.copyNumbers()
    expect(copyText).toHaveBeenCalledWith(csv)
    expect(model.outcome.value).toBe('copied')
    model.saveNumbers()
    expect(model.outcome.value).toBe('saved')
    const [name, content] = saveFile.mock.calls[0] ?? []
    expect(name).toBe('thaw-2026-11-22.csv')
    const bytes = new Uint8Array((await content?.arrayBuffer()) ?? new ArrayBuffer(0))
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(new TextDecoder().decode(bytes)).toBe(csv)
  })

  test('a picture is copied and saved under a name that says nothing', async () => {
    const { model, copyPicture, saveFile } = await shown()
    const picture = new Blob(['png'], { type: 'image/png' })
    await model.copyPicture(async () => picture)
    expect(await copyPicture.mock.calls[0]?.[0]).toBe(picture)
    await model.savePicture(async () => picture)
    expect(saveFile).toHaveBeenCalledWith('thaw-2026-11-22.png', picture)
  })

  test('says so where the browser refuses', async () => {
    const { model, copyText, copyPicture } = await shown()
    copyText.mockResolvedValue('refused')
    copyPicture.mockResolvedValue('refused')
    await model.copyNumbers()
    expect(model.outcome.value).toBe('refused')
    await model.copyPicture(async () => new Blob())
    expect(model.outcome.value).toBe('refused')
  })

  test('says so where the picture cannot be drawn', async () => {
    const { model, saveFile } = await shown()
    await model.savePicture(() => Promise.reject(new Error('too large')))
    expect(model.outcome.value).toBe('refused')
    expect(saveFile).not.toHaveBeenCalled()
  })

  test('says nothing more where it is not done here', async () => {
    const { model, copyText, saveFile } = await shown()
    copyText.mockResolvedValue('told')
    saveFile.mockReturnValue('told')
    await model.copyNumbers()
    expect(model.outcome.value).toBeNull()
    model.saveNumbers()
    expect(model.outcome.value).toBeNull()
  })
})
