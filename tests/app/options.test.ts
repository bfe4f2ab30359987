/** The frame of the main page: sections by fragment, and what the browser lost. */
import { expect, test, vi } from 'vitest'
import { createOptions, sectionOf } from '../../lib/app/options.ts'
import type { Recoveries, Recovery } from '../../lib/app/ports.ts'
import { pageWorld } from '../support/page-world.ts'

const memoryRecoveries = (recovery: Recovery | null) => {
  const state = { recovery }
  const recoveries: Recoveries = {
    unread: async () => state.recovery,
    markRead: async () => {
      state.recovery = null
    },
  }
  return { state, recoveries }
}

const open = (fragment: string, recovery: Recovery | null = null) => {
  const world = pageWorld()
  const { state, recoveries } = memoryRecoveries(recovery)
  const askToPersist = vi.fn<() => void>()
  const options = createOptions({ ...world, recoveries, askToPersist, fragment })
  return { world, state, askToPersist, options }
}

test('a fragment opens its section, and everything else opens Today', () => {
  expect(sectionOf('#history')).toBe('history')
  expect(sectionOf('#pauses')).toBe('pauses')
  expect(sectionOf('#nudges')).toBe('nudges')
  expect(sectionOf('#words')).toBe('words')
  expect(sectionOf('#data')).toBe('data')
  expect(sectionOf('#look')).toBe('look')
  expect(sectionOf('#about')).toBe('about')
  expect(sectionOf('#help')).toBe('help')
  expect(sectionOf('#data-snapshots')).toBe('data')
  for (const other of ['', '#', '#today', '#pattern', '#history/1', '#toString', 'history'])
    expect(sectionOf(other)).toBe('today')
  const { options } = open('#help')
  expect(options.section.value).toBe('help')
  options.go('#history')
  expect(options.section.value).toBe('history')
})

test('a section that is chosen once more begins anew, and no other', () => {
  const { options } = open('#today')
  const begin = vi.fn<() => void>()
  options.onAgain('today', begin)
  options.again()
  expect(begin).toHaveBeenCalledTimes(1)
  options.go('#history')
  options.again()
  expect(begin).toHaveBeenCalledTimes(1)
})

test('what was lost and restored shows until it is read', async () => {
  const { options, state } = open('', { at: 1, restored: 12, missing: 0 })
  await options.load()
  expect(options.recovery.value).toMatchObject({ restored: 12 })
  await options.readRecovery()
  expect(options.recovery.value).toBeNull()
  expect(state.recovery).toBeNull()
})

test('a loss that is found later shows without a reload', async () => {
  const { options, state, world } = open('')
  await options.load()
  expect(options.recovery.value).toBeNull()
  state.recovery = { at: 1, restored: 0, missing: 3 }
  world.changes.announce('records')
  await vi.waitFor(() => expect(options.recovery.value).toMatchObject({ missing: 3 }))
})

test('spelling is checked only where the person switched it on', async () => {
  const { options, world } = open('')
  await options.load()
  expect(options.spellcheck.value).toBe(false)
  await world.settings.change(current => ({ ...current, spellcheck: true }))
  world.changes.announce('settings')
  await vi.waitFor(() => expect(options.spellcheck.value).toBe(true))
})

test('the browser is asked once to keep the storage', async () => {
  const { options, world, askToPersist } = open('')
  expect(askToPersist).not.toHaveBeenCalled()
  await options.load()
  await world.settings.change(current => ({ ...current, spellcheck: true }))
  world.changes.announce('settings')
  await vi.waitFor(() => expect(options.spellcheck.value).toBe(true))
  expect(askToPersist).toHaveBeenCalledOnce()
})

test('a history that a newer Thaw made is known by the way it opens', async () => {
  const { options, world } = open('')
  await options.load()
  expect(options.newer.value).toBe(false)
  world.store.problem = { kind: 'newer' }
  await options.load()
  expect(options.newer.value).toBe(true)
})

test.each([
  ['the form for the past', 'askForPast', 'past'],
  ['the form of a marker', 'askForMarker', 'marker'],
] as const)('%s begins once, whether the history is there already or comes later', (_, ask, form) => {
  const listen = (options: ReturnType<typeof open>['options']) => {
    const begin = { past: vi.fn<() => void>(), marker: vi.fn<() => void>() }
    options.onFormAsked(begin)
    return begin
  }
  const later = open('').options
  later[ask]()
  const begin = listen(later)
  expect(begin[form]).toHaveBeenCalledTimes(1)
  later[ask]()
  expect(begin[form]).toHaveBeenCalledTimes(2)
  expect(begin.past.mock.calls.length + begin.marker.mock.calls.length).toBe(2)

  const unasked = listen(open('').options)
  expect(unasked.past).not.toHaveBeenCalled()
  expect(unasked.marker).not.toHaveBeenCalled()
})

test('the weekly look-back is shown once, whether Patterns are there already or come later', () => {
  const { options } = open('')
  const show = vi.fn<() => void>()
  options.askForLookBack()
  options.onLookBackAsked(show)
  expect(show).toHaveBeenCalledTimes(1)
  options.askForLookBack()
  expect(show).toHaveBeenCalledTimes(2)
})
