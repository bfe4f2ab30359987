/** The report for a therapist on a page's world in memory: what is read, what stands on it, and what stays off it. */
import { describe, expect, test } from 'vitest'
import { createReportPage } from '../../lib/app/report.ts'
import type { ReflectionType } from '../../lib/core/records.ts'
import { pageWorld } from '../support/page-world.ts'

const openPage = (world = pageWorld()) => {
  const state = { onPause: async () => {} }
  const model = createReportPage({ ...world, weekStart: () => 1, pause: () => state.onPause() })
  return { world, model, state }
}

/** Readings that a choice began go on until they are done. */
const settled = async ({ model }: ReturnType<typeof openPage>): Promise<void> => {
  while (model.reading.value) await new Promise(resolve => setImmediate(resolve))
}

const guess = (id: string) => ({ id, guess: true })

const autumn = async () => {
  const page = openPage()
  const { world } = page
  await world.checkIn('2026-08-01T09:00[Europe/Berlin]', { felt: 9, note: 'in summer' })
  await world.checkIn('2026-11-10T09:00[Europe/Berlin]', {
    felt: 2,
    note: 'a note <b>',
    words: [guess('numb')],
    tags: ['work', 'took-the-edge-off-with-something'],
  })
  await world.checkIn('2026-11-12T09:00[Europe/Berlin]', { cantTell: ['felt'], note: '  ' })
  await world.session('2026-11-12T09:05[Europe/Berlin]', { ease: 'worse' })
  return page
}

describe('the report', () => {
  test('is of the last 30 days, with the day in the name of its file and nothing that was written', async () => {
    const page = await autumn()
    await page.model.load()
    const { model } = page
    expect(model.fileName).toBe('thaw-2026-11-22')
    expect(model.name.value).toBe('days-30')
    expect(model.report.value).toMatchObject({
      period: { from: '2026-10-24', to: '2026-11-22' },
      kept: { from: '2026-10-24', to: '2026-11-22' },
      checkIns: 2,
      days: 2,
      daysWithout: 28,
      words: [{ id: 'numb', count: 1, guesses: 1 }],
    })
    expect(model.report.value?.pauses[0]?.ease.worse).toBe(1)
    expect(model.written.value).toMatchObject({ notes: [], reflections: [], markers: [] })
    expect(model.ticks.value.size).toBe(0)
  })

  test('private tags stand on it once they are ticked, own ones of that group too', async () => {
    const page = await autumn()
    const { world, model } = page
    const own = world.chance.id(0)
    await world.records.save('tags', own, () => ({ label: 'mine', group: 'private', hidden: false }))
    await world.checkIn('2026-11-13T09:00[Europe/Berlin]', { tags: [own] })
    await model.load()
    const shown = () => model.tags.value.map(({ id }) => id)
    expect([shown(), model.hasPrivateTags.value]).toEqual([['work'], true])
    model.tick('privateTags', true)
    expect(shown().toSorted()).toEqual([own, 'took-the-edge-off-with-something', 'work'].toSorted())
    model.tick('privateTags', false)
    expect(shown()).toEqual(['work'])
  })

  test('says nothing of private tags where there are none', async () => {
    const page = openPage()
    await page.world.checkIn('2026-11-13T09:00[Europe/Berlin]', { tags: ['work'] })
    await page.model.load()
    expect(page.model.hasPrivateTags.value).toBe(false)
  })

  test('notes, what was written in pauses and markers are read when they are ticked, of the period alone', async () => {
    const page = await autumn()
    const { world, model } = page
    const moment = { at: world.clock.now().epochMilliseconds, zone: 'Europe/Berlin', day: '2026-11-22' }
    const reflect = (type: ReflectionType, fields: object) =>
      world.records.save('reflections', world.chance.id(moment.at), () => ({
        ...moment,
        type,
        fields: { ...fields },
      }))
    await reflect('thought', {
      other: 'last',
      thought: 'own words',
      traps: ['all-or-nothing', 'unheard-of'],
      pauseId: 'another-way',
    })
    for (const cue of ['tag:work', 'hour:22'])
      await reflect(
        'plan',
        Object.fromEntries([
          ['if', cue],
          ['then', 'look-up'],
          ['pauseId', 'if-then'],
        ]),
      )
    await reflect('person', { name: 'Somebody', phone: '123' })
    await reflect('step', { text: 'a step', minutes: '5', actual: 4, pauseId: null })
    await reflect('plan', { if: 'word:numb', step: 'a planned step' })
    await reflect('ladder', { ladder: ['all of it', 'a part'], rung: 1 })
    await reflect('line', { text: 'a line', kept: true, odd: { deep: [1] } })
    for (const day of ['2026-11-01', '2026-07-01', '2026-02-30'])
      await world.records.save('markers', world.chance.id(moment.at), () => ({
        day,
        type: 'move',
        text: day,
      }))
    await model.load()

    model.tick('notes', true)
    await settled(page)
    expect(model.written.value.notes.map(({ text, felt }) => [text, felt])).toEqual([['a note <b>', 2]])
    expect(model.written.value.reflections).toEqual([])

    model.tick('reflections', true)
    model.tick('markers', true)
    await settled(page)
    const { notes, reflections, markers } = model.written.value
    expect([notes.length, markers.map(({ text }) => text)]).toEqual([1, ['2026-11-01']])
    expect(reflections.flatMap(({ lines }) => lines)).toEqual(
      expect.arrayContaining([
        { label: 'pause_another_way_thought', values: [{ kind: 'own', text: 'own words' }] },
        {
          label: 'pause_another_way_traps',
          values: [
            { kind: 'message', key: 'pause_another_way_traps_all_or_nothing' },
            { kind: 'own', text: 'unheard-of' },
          ],
        },
        { label: 'pause_if_then_if', values: [{ kind: 'tag', id: 'work' }] },
        { label: 'pause_if_then_if', values: [{ kind: 'hour', hour: 22 }] },
        { label: 'pause_if_then_then', values: [{ kind: 'pause', id: 'look-up' }] },
        { label: null, values: [{ kind: 'own', text: 'a line' }] },
        {
          label: 'pause_one_small_thing_minutes',
          values: [{ kind: 'message', key: 'pause_one_small_thing_minutes_5' }],
        },
        { label: 'step_reach', values: [{ kind: 'number', value: 4 }] },
        { label: 'pause_if_then_if', values: [{ kind: 'word', id: 'numb' }] },
        { label: 'plan_step', values: [{ kind: 'own', text: 'a planned step' }] },
      ]),
    )
    expect(reflections.find(({ type }) => type === 'thought')?.lines.map(({ label }) => label)).toEqual([
      'pause_another_way_thought',
      'pause_another_way_traps',
      'pause_another_way_other',
    ])
    expect(reflections.find(({ type }) => type === 'ladder')?.lines.map(({ label }) => label)).toEqual([
      'pause_smaller_step_ladder',
    ])
    expect(JSON.stringify(reflections)).not.toMatch(/Somebody|123/)

    model.choose('months-3')
    expect(model.written.value.notes).toEqual([])
    await settled(page)
    expect(model.written.value.notes.map(({ text }) => text)).toEqual(['a note <b>'])
    model.choose('whole')
    await settled(page)
    expect(model.written.value.notes.map(({ text }) => text)).toEqual(['in summer', 'a note <b>'])

    model.tick('notes', false)
    await settled(page)
    expect(model.written.value.kinds).toEqual(new Set(['reflections', 'markers']))
  })

  test('the whole history is everything that a calendar has', async () => {
    const page = await autumn()
    await page.world.checkIn('2026-11-13T09:00[Europe/Berlin]', { felt: 1, day: '0000-00-00' })
    await page.world.checkIn('2026-11-13T09:00[Europe/Berlin]', { felt: 1, day: 'yesterday' })
    await page.model.load()
    page.model.choose('whole')
    await settled(page)
    expect(page.model.period.value).toEqual({ from: '2026-08-01', to: '2026-11-12' })
    expect(page.model.report.value).toMatchObject({ checkIns: 3, kept: { to: '2026-11-12' } })
  })

  test('days of no calendar are said wherever they stand in the years', async () => {
    const page = await autumn()
    for (const day of ['2024-12-99', '2025-00-10', '2025-02-30', '2025-12-99'])
      await page.world.checkIn('2025-06-01T09:00[Europe/Berlin]', { felt: 1, day })
    await page.world.checkIn('2024-06-01T09:00[Europe/Berlin]', { felt: 1 })
    await page.model.load()
    page.model.choose('whole')
    await settled(page)
    expect(page.model.report.value).toMatchObject({ checkIns: 4, impossible: 4 })
  })

  test('own dates that cross change nothing; thousands of years ask for no more than there is', async () => {
    const page = await autumn()
    await page.model.load()
    expect(page.model.show({ from: '2026-11-02', to: '2026-11-01' })).toBe(false)
    expect(page.model.name.value).toBe('days-30')
    let asked = 0
    page.state.onPause = async () => {
      asked += 1
    }
    expect(page.model.show({ from: '1900-01-01', to: '9999-12-31' })).toBe(true)
    await settled(page)
    expect(page.model.report.value).toMatchObject({
      checkIns: 3,
      kept: { from: '2026-08-01', to: '2026-11-22' },
    })
    expect(asked).toBeLessThan(5)
  })

  test('of two periods asked for one after the other, the later one is shown', async () => {
    const page = await autumn()
    await page.model.load()
    let release = () => {}
    const held = new Promise<void>(resolve => {
      release = resolve
    })
    page.state.onPause = () => held
    page.model.choose('whole')
    await new Promise(resolve => setImmediate(resolve))
    page.state.onPause = async () => {}
    page.model.show({ from: '2026-11-10', to: '2026-11-10' })
    release()
    await settled(page)
    expect(page.model.report.value).toMatchObject({ checkIns: 1, period: { from: '2026-11-10' } })
  })

  test('a history that cannot be read is said, and read once it can be', async () => {
    const page = await autumn()
    page.world.store.problem = { kind: 'failed', name: 'UnknownError' }
    await page.model.load()
    expect(page.model).toMatchObject({ problem: { value: { kind: 'failed' } }, report: { value: null } })
    page.world.store.problem = null
    await page.model.load()
    expect([page.model.problem.value, page.model.report.value?.checkIns]).toEqual([null, 2])
  })

  test('an empty history is an empty report', async () => {
    const page = openPage()
    await page.model.load()
    expect(page.model.report.value).toMatchObject({ checkIns: 0, kept: null, daysWithout: 0 })
    page.model.choose('whole')
    await settled(page)
    expect(page.model.period.value).toEqual({ from: '2026-11-22', to: '2026-11-22' })
  })
})
