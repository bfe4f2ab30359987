/** The sections of the main page as they are loaded: once each, and said where they could not be. */
import { expect, test, vi } from 'vitest'
import { createSections, type SectionLoader } from '../../../components/options/sections.ts'

const nothing = () => null

const open = (today: SectionLoader) => {
  const other: SectionLoader = async () => nothing
  return createSections(section => (section === 'today' ? today : other))
}

test('a section is there once it was loaded, and is loaded once', async () => {
  const today = vi.fn<SectionLoader>(async () => nothing)
  const sections = open(today)
  expect(sections.views.value.size).toBe(0)
  await Promise.all([sections.load('today'), sections.load('today')])
  await sections.load('today')
  expect(today).toHaveBeenCalledTimes(1)
  expect([...sections.views.value]).toEqual([['today', nothing]])
})

test('one that could not be read says so, and takes no other with it', async () => {
  const sections = open(async () => {
    throw new TypeError('Failed to fetch dynamically imported module')
  })
  await sections.load('today')
  await sections.load('history')
  expect([...sections.views.value]).toEqual([
    ['today', 'failed'],
    ['history', nothing],
  ])
})
