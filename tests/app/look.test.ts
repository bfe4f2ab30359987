/** Language and look as their page sees them: kept, remembered for the pages to come, and told to the worker. */
import { expect, test, vi } from 'vitest'
import { createLook } from '../../lib/app/look.ts'
import type { Look } from '../../lib/core/look.ts'
import { memoryChanges, memorySlot } from '../support/fakes.ts'

const open = () => {
  const kept = memorySlot<Look>()
  const chosen = memorySlot<true>()
  const changes = memoryChanges()
  const told: string[] = []
  const remembered: Look[] = []
  const reload = vi.fn<() => void>()
  const wear = vi.fn<(look: Look) => void>()
  const make = () =>
    createLook({
      languages: ['en'],
      ...{ kept, chosen, changes, reload, wear },
      remember: look => void remembered.push(look),
      nudges: {
        tell: async ({ kind }) => {
          told.push(kind)
          throw new Error('the worker did not answer')
        },
      },
    })
  return { kept, changes, told, remembered, reload, wear, make, page: make() }
}

test('nothing is chosen at first, and the browser and the system say what it is', async () => {
  const { page, remembered } = open()
  expect(page.look.value).toBeNull()
  await page.load()
  expect(page.look.value).toEqual({ language: null, theme: null, leftOut: [], letters: true })
  // What pages remember is put right by it.
  expect(remembered).toEqual([{ language: null, theme: null, leftOut: [], letters: true }])
})

test('a theme is worn at once, kept, and no page begins anew for it', async () => {
  const { page, kept, remembered, reload, wear } = open()
  await page.load()
  await page.chooseTheme('dark')
  expect(wear).toHaveBeenCalledExactlyOnceWith({ language: null, theme: 'dark', leftOut: [], letters: true })
  expect(await kept.read()).toEqual({ language: null, theme: 'dark', leftOut: [], letters: true })
  expect(remembered.at(-1)).toEqual({ language: null, theme: 'dark', leftOut: [], letters: true })
  expect(reload).not.toHaveBeenCalled()
  await page.chooseTheme(null)
  // Nothing is stored of who chose nothing.
  expect(await kept.read()).toBeNull()
})

test('a language is kept beside the theme, told to the worker, and the page begins anew and says so once', async () => {
  const { page, kept, changes, told, reload, make } = open()
  await page.load()
  await page.chooseTheme('light')
  await page.chooseLanguage('en')
  expect(await kept.read()).toEqual({ language: 'en', theme: 'light', leftOut: [], letters: true })
  expect(changes.announced).toEqual(['settings'])
  expect(told).toEqual(['settings-changed'])
  expect(reload).toHaveBeenCalledOnce()
  const next = make()
  await next.load()
  expect(next.anew.value).toBe(true)
  const later = make()
  await later.load()
  expect(later.anew.value).toBe(false)
})

test('two choices at once are both kept, one after the other', async () => {
  const { page, kept, reload, wear } = open()
  await page.load()
  await Promise.all([page.chooseTheme('light'), page.chooseTheme('dark'), page.chooseLanguage('en')])
  expect(await kept.read()).toEqual({ language: 'en', theme: 'dark', leftOut: [], letters: true })
  expect(wear).toHaveBeenLastCalledWith({ language: 'en', theme: 'dark', leftOut: [], letters: true })
  expect(reload).toHaveBeenCalledOnce()
})

test('a choice that could not be kept is said, and shows as it is', async () => {
  const { page, kept, reload, wear } = open()
  await page.load()
  vi.spyOn(kept, 'write').mockRejectedValue(new Error('full'))
  await page.chooseTheme('dark')
  await page.chooseLanguage('en')
  expect(page.failed.value).toBe(true)
  expect(page.look.value).toEqual({ language: null, theme: null, leftOut: [], letters: true })
  expect([reload.mock.calls, wear.mock.calls]).toEqual([[], []])
})

test('a place is left out and shown again, beside the others that are', async () => {
  const { page, kept, remembered, wear } = open()
  await page.load()
  await Promise.all([page.showPlace('learn', false), page.showPlace('patterns', false)])
  expect(await kept.read()).toEqual({
    language: null,
    theme: null,
    leftOut: ['patterns', 'learn'],
    letters: true,
  })
  expect(remembered.at(-1)?.leftOut).toEqual(['patterns', 'learn'])
  expect(wear).toHaveBeenLastCalledWith({
    language: null,
    theme: null,
    leftOut: ['patterns', 'learn'],
    letters: true,
  })
  await page.showPlace('patterns', true)
  expect(page.look.value?.leftOut).toEqual(['learn'])
  await page.showPlace('learn', true)
  expect(await kept.read()).toBeNull()
})

test('letters answer until that is switched off, and then again', async () => {
  const { page, kept, remembered, wear } = open()
  await page.load()
  expect(page.look.value?.letters).toBe(true)
  await page.answerByLetters(false)
  expect(await kept.read()).toMatchObject({ theme: null, letters: false })
  expect(remembered.at(-1)?.letters).toBe(false)
  expect(wear).toHaveBeenLastCalledWith(expect.objectContaining({ letters: false }))
  await page.answerByLetters(true)
  expect(await kept.read()).toBeNull()
})
