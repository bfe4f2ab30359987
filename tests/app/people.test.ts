/** People who feel safe as their screen sees them: named, renamed, deleted; sentences are kept and copied, and never sent. */
import { expect, test, vi } from 'vitest'
import { createNameList, createPeople } from '../../lib/app/people.ts'
import { createReflectPage } from '../../lib/app/reflect-page.ts'
import { createReflectionForm } from '../../lib/app/reflection-form.ts'
import { noteAtMost } from '../../lib/core/check-in.ts'
import type { OpenReflection } from '../../lib/core/open-reflection.ts'
import { memorySlot, seededChance } from '../support/fakes.ts'
import { pageWorld } from '../support/page-world.ts'

const open = async () => {
  const world = pageWorld()
  const { later } = world.timers
  const chance = seededChance(5)
  const reflect = createReflectPage({ ...world, later })
  const form = () =>
    createReflectionForm({ ...world, chance, reflect, slot: memorySlot<OpenReflection>(), later })
  const names = createNameList('person', { ...world, chance, reflect, form: form() })
  const light = createNameList('light-thing', { ...world, chance, reflect, form: form() })
  const copyText = vi.fn<(text: string) => Promise<'done' | 'refused' | 'told'>>(async () => 'done')
  const people = createPeople({ reflect, names, sentence: form(), contact: form(), takeOut: { copyText } })
  await reflect.load()
  const listed = () => names.items.value?.map(({ name }) => name)
  const settled = () => expect.poll(() => reflect.keeper.keeping.value).toBe('kept')
  return { world, reflect, names, light, people, copyText, listed, settled }
}

test('a name is kept once, trimmed, and in its own list', async () => {
  const { names, light, listed, settled } = await open()
  expect(names.add('  Noor ')).toBe('Noor')
  await settled()
  await expect.poll(listed).toEqual(['Noor'])
  expect(names.add('Noor')).toBe('Noor')
  light.add('a song')
  await settled()
  await expect.poll(() => light.items.value?.map(({ name }) => name)).toEqual(['a song'])
  expect(listed()).toEqual(['Noor'])
})

test.each([
  ['nothing', '   '],
  ['what is too long', 'x'.repeat(noteAtMost + 1)],
])('%s is no name', async (_what, typed) => {
  const { names, listed } = await open()
  expect(names.add(typed)).toBeNull()
  expect(listed()).toEqual([])
})

test.each(['<b>Noor</b>', '\u202eנור', 'No\u0000or', 'x'.repeat(noteAtMost)])(
  'a name stands as it was typed',
  async name => {
    const { names, listed } = await open()
    names.add(name)
    await expect.poll(listed).toEqual([name])
  },
)

test('a name is changed, deleted, taken back, and can be added again after it', async () => {
  const { reflect, names, listed } = await open()
  names.add('Nor')
  await expect.poll(listed).toEqual(['Nor'])
  const id = names.items.value?.[0]?.id ?? ''
  await names.edit(id)
  names.form.write('name', 'Noor')
  await names.form.close()
  expect(listed()).toEqual(['Noor'])
  await names.remove(id)
  expect(listed()).toEqual([])
  await reflect.undo()
  expect(listed()).toEqual(['Noor'])
  await names.remove(id)
  names.add('Noor')
  await expect.poll(listed).toEqual(['Noor'])
})

test('a sentence is kept with whom it is for, and leaves by the clipboard alone', async () => {
  const { people, copyText } = await open()
  await people.sentence.begin('sentence')
  people.sentence.write('to', 'Noor')
  people.sentence.write('text', 'I care.')
  await people.sentence.close()
  expect(people.sentences.value).toMatchObject([{ to: 'Noor', text: 'I care.' }])
  expect(copyText).not.toHaveBeenCalled()
  expect(await people.copy('I care.')).toBe(true)
  copyText.mockResolvedValueOnce('refused').mockResolvedValueOnce('told')
  expect([await people.copy('I care.'), await people.copy('I care.')]).toEqual([false, false])
})

test('a small contact becomes a small step', async () => {
  const { people, reflect } = await open()
  await people.contact.begin('step', { pauseId: 'good-morning' })
  people.contact.write('text', 'a wave')
  await people.contact.close()
  expect(reflect.all.value?.[0]).toMatchObject({
    type: 'step',
    fields: { text: 'a wave', pauseId: 'good-morning' },
  })
  expect(reflect.counts.value?.get('steps')).toBe(1)
})
