/** What words, tags and pauses are called: the person's own names count before Thaw's, and follow every change. */
import { effect } from '@preact/signals'
import { expect, test, vi } from 'vitest'
import { createLabels } from '../../lib/app/labels.ts'
import { pageWorld } from '../support/page-world.ts'

const open = (world = pageWorld()) => ({
  world,
  labels: createLabels({ ...world, names: (kind, id) => `${kind} ${id}` }),
})

test('says what Thaw says until a name was given, and then that name', async () => {
  const { world, labels } = open()
  await world.records.save('words', 'numb', () => ({ label: 'cotton wool', group: null, hidden: false }))
  await world.records.save('tags', 'work', () => ({ label: '  ', group: null, hidden: true }))
  expect(labels.word('numb')).toBe('word numb')
  expect(labels.ready.value).toBe(false)
  await labels.load()
  expect(labels.ready.value).toBe(true)
  expect(labels.word('numb')).toBe('cotton wool')
  expect(labels.tag('work')).toBe('tag work')
  expect(labels.pause('hum')).toBe('pause hum')
})

test('follows a name given on another page, and draws nothing anew for other changes', async () => {
  const { world, labels } = open()
  await labels.load()
  const drawn = vi.fn<(name: string) => void>()
  effect(() => drawn(labels.word('numb')))
  await world.checkIn('2026-11-22T09:00[Europe/Berlin]')
  world.changes.announce('records')
  await labels.load()
  expect(drawn).toHaveBeenCalledTimes(1)
  await world.records.save('words', 'numb', () => ({ label: 'wool', group: null, hidden: false }))
  world.changes.announce('records')
  await vi.waitFor(() => expect(drawn).toHaveBeenLastCalledWith('wool'))
})

test('where names cannot be read, those read before stay', async () => {
  const { world, labels } = open()
  await world.records.save('words', 'numb', () => ({ label: 'wool', group: null, hidden: false }))
  await labels.load()
  world.store.problem = { kind: 'failed', name: 'gone' }
  await labels.load()
  expect(labels.word('numb')).toBe('wool')
})
