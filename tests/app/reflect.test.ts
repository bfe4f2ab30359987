/** Library → Reflect as its screen sees it: what was written, by kind, written and changed as it is typed, deleted and taken back. */
import { describe, expect, test, vi } from 'vitest'
import { createReflectPage } from '../../lib/app/reflect-page.ts'
import { createReflectionForm } from '../../lib/app/reflection-form.ts'
import { createWrittenLines } from '../../lib/app/written-lines.ts'
import { noteAtMost } from '../../lib/core/check-in.ts'
import type { OpenReflection } from '../../lib/core/open-reflection.ts'
import type { Reflection } from '../../lib/core/records.ts'
import { countInto, type ReflectKind } from '../../lib/core/reflect-kinds.ts'
import { momentOf } from '../../lib/core/time.ts'
import { memorySlot, seededChance } from '../support/fakes.ts'
import { pageWorld } from '../support/page-world.ts'

type World = ReturnType<typeof pageWorld>

const open = async (world: World = pageWorld(), slot = memorySlot<OpenReflection>()) => {
  const page = createReflectPage({ ...world, later: world.timers.later })
  const form = createReflectionForm({
    ...world,
    chance: seededChance(3),
    reflect: page,
    slot,
    later: world.timers.later,
  })
  const lines = createWrittenLines({ reflect: page, form })
  await page.load()
  await form.load()
  const rows = async (): Promise<readonly Reflection[]> => {
    const found = await world.records.all('reflections')
    if (!found.ok) throw new Error('the store is broken')
    return found.value
  }
  return { world, page, form, lines, slot, rows }
}

const put = async (world: World, type: Reflection['type'], fields: Reflection['fields'], daysAgo = 0) => {
  const moment = momentOf(world.clock.now().subtract({ days: daysAgo }))
  const id = world.chance.id(moment.at)
  await world.records.save('reflections', id, () => ({ ...moment, type, fields }))
  return id
}

describe('the kinds', () => {
  test('are counted, with kept lines apart, and what the page does not list in none', () => {
    const counts = new Map<ReflectKind, number>()
    countInto(counts, [
      { type: 'line', fields: { kept: true, text: 'a' } },
      { type: 'line', fields: { kept: false, text: 'b' } },
      { type: 'thought', fields: {} },
      { type: 'ladder', fields: {} },
      { type: 'step', fields: {} },
      { type: 'light-thing', fields: {} },
      { type: 'look-back', fields: {} },
    ])
    expect([...counts]).toEqual([
      ['keepsakes', 1],
      ['lines', 1],
      ['thoughts', 1],
      ['ladders', 1],
      ['steps', 1],
      ['light-things', 1],
    ])
  })

  test('follow what is written elsewhere, however much there is', async () => {
    const world = pageWorld()
    for (let count = 0; count < 450; count += 1) await put(world, 'line', { text: `${count}` }, 451 - count)
    const loading = open(world)
    // Between two portions the page rests.
    while (world.timers.lengths().length === 0) await Promise.resolve()
    const ringing = setInterval(() => world.timers.ring(), 0)
    const { page } = await loading
    clearInterval(ringing)
    expect(page.counts.value?.get('lines')).toBe(450)
    expect(page.all.value?.[0]?.fields['text']).toBe('449')
  })

  test('say why they cannot be read, and are read when asked again', async () => {
    const world = pageWorld()
    world.store.problem = { kind: 'failed', name: 'UnknownError' }
    const { page } = await open(world)
    expect(page.problem.value?.doing).toBe('open')
    world.store.problem = null
    await page.tryAgain()
    expect(page.problem.value).toBeNull()
    expect(page.counts.value?.size).toBe(0)
  })
})

describe('a form', () => {
  test('leaving one field after the other keeps the same words once, and Done does not wait for more', async () => {
    const { world, form } = await open()
    await form.begin('thought')
    form.write('thought', 'nobody asked')
    const save = vi.spyOn(world.records, 'save')
    await Promise.all([form.keep(), form.keep(), form.close()])
    expect(save).toHaveBeenCalledTimes(1)
    expect(form.open.value).toBe(null)
  })

  test('keeps what is typed once typing rests, and what was left alone as null', async () => {
    const { world, form, rows } = await open()
    await form.begin('thought')
    form.write('situation', 'a meeting')
    expect(await rows()).toEqual([])
    world.timers.ring()
    await form.keep()
    form.write('friend', '  ')
    await form.close()
    expect((await rows())[0]).toMatchObject({
      type: 'thought',
      day: '2026-11-22',
      fields: { situation: 'a meeting', friend: null },
    })
    expect(form.open.value).toBeNull()
  })

  test.each([
    ['markup', '<img src=x onerror=alert(1)>'],
    ['right to left', '\u202eشيء\u202c'],
    ['NUL', 'a\u0000b'],
    ['20,000 characters', 'x'.repeat(noteAtMost)],
  ])('keeps %s as it was typed', async (_name, text) => {
    const { form, rows } = await open()
    await form.begin('line', { kept: true })
    form.write('text', text)
    await form.close()
    expect((await rows())[0]?.fields).toEqual({ text, kept: true })
  })

  test('keeps nothing that is too long, cuts nothing, and stays open', async () => {
    const { form, rows } = await open()
    await form.begin('line', { kept: false })
    form.write('text', 'x'.repeat(noteAtMost + 1))
    await form.close()
    expect(form.tooLong.value).toBe(noteAtMost + 1)
    expect(form.open.value?.values['text']).toHaveLength(noteAtMost + 1)
    expect(await rows()).toEqual([])
  })

  test('is there again when the page was closed in mid-word, and keeps what was not kept by then', async () => {
    const { world, form, slot } = await open()
    await form.begin('thought')
    form.write('thought', 'nobody aske')
    world.timers.drop()
    const again = await open(world, slot)
    expect(again.form.open.value?.values).toEqual({ thought: 'nobody aske' })
    expect((await again.rows())[0]?.fields).toEqual({ thought: 'nobody aske' })
  })

  test('leaves what it does not know of in the record, and puts all back as it was', async () => {
    const world = pageWorld()
    const id = await put(world, 'thought', { thought: 'before', pauseId: 'another-way', odd: { a: 1 } }, 3)
    const { page, form, rows } = await open(world)
    const found = page.all.value?.[0]
    if (!found) throw new Error('nothing was read')
    await form.edit(found)
    form.write('thought', 'after')
    form.write('other', 'another way')
    await form.keep()
    expect((await rows())[0]).toMatchObject({
      id,
      day: '2026-11-19',
      fields: { thought: 'after', other: 'another way', pauseId: 'another-way', odd: { a: 1 } },
    })
    form.putBack()
    await form.close()
    expect((await rows())[0]?.fields).toMatchObject({ thought: 'before', other: null, odd: { a: 1 } })
  })

  test('deletes one that was emptied, and it can be taken back', async () => {
    const world = pageWorld()
    await put(world, 'line', { text: 'before', kept: false })
    const { page, form, lines, rows } = await open(world)
    await lines.edit(page.all.value?.[0]?.id ?? '')
    form.write('text', '')
    await form.keep()
    expect((await rows())[0]?.fields['text']).toBe('before')
    await form.close()
    expect(await rows()).toEqual([])
    await page.undo()
    expect((await rows())[0]?.fields['text']).toBe('before')
  })

  test('says what was not kept, and keeps it when asked again', async () => {
    const { world, page, form, rows } = await open()
    await form.begin('line', { kept: false })
    form.write('text', 'a line')
    world.store.problem = { kind: 'full' }
    await form.close()
    expect(page.problem.value).toEqual({ problem: { kind: 'full' }, doing: 'save' })
    expect(form.open.value?.values['text']).toBe('a line')
    world.store.problem = null
    await page.tryAgain()
    await form.close()
    expect(page.problem.value).toBeNull()
    expect((await rows()).map(({ fields }) => fields['text'])).toEqual(['a line'])
  })

  test('touches no prototype, whatever its fields are called', async () => {
    const { form, rows } = await open()
    await form.begin('thought')
    form.write('__proto__', 'odd')
    form.write('thought', 'a thought')
    await form.close()
    expect(({} as { odd?: string }).odd).toBeUndefined()
    expect((await rows())[0]?.fields['thought']).toBe('a thought')
  })
})

describe('a form that stands open on two pages', () => {
  const both = async () => {
    const one = await open()
    await one.form.begin('thought')
    one.form.write('thought', 'nobody')
    one.world.timers.ring()
    await one.form.keep()
    const other = await open(one.world, one.slot)
    return {
      one: one.form,
      other: other.form,
      page: one.page,
      rows: one.rows,
      again: () => open(one.world, one.slot),
    }
  }

  test('keeps from each what was typed there, and what was written on the other stays', async () => {
    const { one, other, rows } = await both()
    one.write('thought', 'nobody asked')
    await one.keep()
    other.write('other', 'they were busy')
    await other.close()
    expect((await rows()).map(({ fields }) => fields)).toEqual([
      { thought: 'nobody asked', other: 'they were busy' },
    ])
    one.write('traps', ['all-or-nothing'])
    await one.close()
    expect((await rows())[0]?.fields).toMatchObject({ other: 'they were busy', traps: ['all-or-nothing'] })
  })

  test('and is opened anew in mid-word, it keeps that alone', async () => {
    const { one, other, again, rows } = await both()
    one.write('thought', 'nobody asked')
    await one.keep()
    other.write('other', 'they were bu')
    await again()
    expect((await rows())[0]?.fields).toEqual({ thought: 'nobody asked', other: 'they were bu' })
  })

  test('puts back what was changed there, and nothing of the other', async () => {
    const { one, other, page, rows } = await both()
    await one.close()
    for (const form of [one, other]) await form.edit(page.all.value?.[0] as Reflection)
    one.write('thought', 'nobody asked')
    await one.keep()
    other.write('other', 'they were busy')
    await other.keep()
    other.putBack()
    await other.close()
    expect((await rows())[0]?.fields).toEqual({ thought: 'nobody asked', other: null })
  })

  test('and was left empty on one of them, what was begun on the other stays', async () => {
    const first = await open()
    await first.form.begin('thought')
    const other = await open(first.world, first.slot)
    first.form.write('thought', 'nobody asked')
    await first.form.keep()
    await other.page.load()
    await other.form.close()
    expect((await first.rows())[0]?.fields).toEqual({ thought: 'nobody asked' })
  })
})

describe('lines', () => {
  test('stand newest first, without those that are kept, and their form goes with a deletion', async () => {
    const world = pageWorld()
    await put(world, 'line', { text: 'older', kept: false }, 2)
    const id = await put(world, 'line', { text: 'newer' }, 1)
    await put(world, 'line', { text: 'kept', kept: true })
    const { page, form, lines } = await open(world)
    expect(lines.entries.value?.map(({ text }) => text)).toEqual(['newer', 'older'])
    const newer = page.all.value?.find(one => one.id === id)
    if (newer) await form.edit(newer)
    await lines.remove(id)
    expect(form.open.value).toBeNull()
    expect(lines.entries.value?.map(({ text }) => text)).toEqual(['older'])
    await page.undo()
    expect(lines.entries.value).toHaveLength(2)
  })

  test('that is deleted in mid-word does not come back once typing would have rested', async () => {
    const world = pageWorld()
    const id = await put(world, 'line', { text: 'a line' })
    const { form, lines, rows } = await open(world)
    await lines.edit(id)
    form.write('text', 'a line that goes o')
    const removing = lines.remove(id)
    world.timers.ring()
    await removing
    expect(await rows()).toEqual([])
  })
})
