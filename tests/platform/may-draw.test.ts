/** What a page waits for before it draws: its cover, the language and the look that were chosen, and nothing where none was. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { rememberLook } from '../../lib/platform/chosen-look.ts'
import { rememberCover, uncover } from '../../lib/platform/cover.ts'
import { direction, locale, plural, t } from '../../lib/platform/i18n.ts'
import { speakLanguage } from '../../lib/platform/language.ts'
import { mayDraw } from '../../lib/platform/may-draw.ts'
import english from '../../public/_locales/en/messages.json' with { type: 'json' }
import { completeFakeBrowser } from '../support/fakes.ts'
import { speak } from '../support/speak.ts'

const kept = new Map<string, string>()
const storage = {
  get length() {
    return kept.size
  },
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
}
const place = { hash: '', pathname: '/popup.html', replace: vi.fn<(to: string) => void>() }
const replaceState = vi.fn()
const root = { hidden: false, dataset: {} as { theme?: string; leftOut?: string; letters?: string } }
/** What hears a key before the page does. */
let listeners: readonly ((event: KeyboardEvent) => void)[] = []

const files: { readonly [path: string]: object } = {
  '/_locales/en/messages.json': english,
  '/_locales/ar/messages.json': {
    locale: { message: 'ar' },
    direction: { message: 'rtl' },
    change: { message: '$1 / 10 · $$' },
    timer_left_few: { message: 'few: $1' },
    timer_left_other: { message: 'other: $1' },
  },
}
/** Reads what the package holds, and nothing else. */
const read = vi.fn(async (address: string) => {
  const file = files[new URL(address).pathname]
  if (file === undefined) throw new TypeError('Failed to fetch')
  return { json: async () => file }
})

beforeEach(async () => {
  completeFakeBrowser()
  Object.assign(fakeBrowser.runtime, { getURL: (path: string) => `chrome-extension://thaw${path}` })
  speak()
  kept.clear()
  vi.clearAllMocks()
  place.hash = ''
  root.hidden = false
  root.dataset = {}
  vi.stubGlobal('location', place)
  vi.stubGlobal('history', { replaceState })
  vi.stubGlobal('document', { documentElement: root })
  listeners = []
  vi.stubGlobal('addEventListener', (_: string, listener: (event: KeyboardEvent) => void) => {
    listeners = [...listeners.filter(other => other !== listener), listener]
  })
  vi.stubGlobal('removeEventListener', (_: string, listener: (event: KeyboardEvent) => void) => {
    listeners = listeners.filter(other => other !== listener)
  })
  vi.stubGlobal('localStorage', storage)
  vi.stubGlobal('fetch', read)
  await speakLanguage(null)
  return () => vi.unstubAllGlobals()
})

describe('the cover', () => {
  test('stands before the first question while it is remembered', async () => {
    expect(await mayDraw('/cover.html')).toBe(true)
    expect(root.hidden).toBe(false)
    rememberCover(true)
    expect(await mayDraw('/cover.html')).toBe(false)
    expect(root.hidden).toBe(true)
    expect(place.replace).toHaveBeenCalledExactlyOnceWith('/cover.html')
    rememberCover(false)
    expect(await mayDraw('/cover.html')).toBe(true)
  })

  test('stands before no page that has none', async () => {
    rememberCover(true)
    expect(await mayDraw()).toBe(true)
    expect(root.hidden).toBe(false)
    expect(place.replace).not.toHaveBeenCalled()
  })

  test('once opened stays open, and stands there again when the page is loaded again', async () => {
    rememberCover(true)
    uncover('/popup.html')
    expect(place.replace).toHaveBeenCalledExactlyOnceWith('/popup.html#open')
    place.hash = '#open'
    expect(await mayDraw('/cover.html')).toBe(true)
    expect(replaceState).toHaveBeenCalledWith(null, '', '/popup.html')
  })

  test('is not there without such a storage, as in a worker, and nothing breaks', async () => {
    vi.stubGlobal('localStorage', undefined)
    rememberCover(true)
    rememberLook({ language: 'ar', theme: 'dark', leftOut: [], letters: true })
    expect(await mayDraw('/cover.html')).toBe(true)
  })
})

describe('the look', () => {
  test('is nothing to wait for where nothing was chosen: no file is read', async () => {
    expect(await mayDraw()).toBe(true)
    expect(read).not.toHaveBeenCalled()
    expect(root.dataset).toEqual({})
  })

  test('is worn before anything is drawn, and taken off again', async () => {
    rememberLook({ language: null, theme: 'dark', leftOut: [], letters: true })
    await mayDraw()
    expect(root).toMatchObject({ hidden: false, dataset: { theme: 'dark' } })
    expect(read).not.toHaveBeenCalled()
    rememberLook({ language: null, theme: null, leftOut: [], letters: true })
    expect(kept.size).toBe(0)
  })

  test('names the places that are left out, those that Thaw knows', async () => {
    kept.set('look', '{"leftOut":["learn","today","patterns"]}')
    await mayDraw()
    expect(root).toMatchObject({ hidden: false, dataset: { leftOut: 'patterns learn' } })
    kept.set('look', '{"leftOut":"learn"}')
    await mayDraw()
    expect(root.dataset).toEqual({})
  })

  /** Whether a key reaches the page. */
  const arrives = (key: string, given: Partial<KeyboardEvent> = {}, within: string | null = null) => {
    const stopPropagation = vi.fn()
    const target = { closest: (selector: string) => (within && selector.includes(within) ? {} : null) }
    const held = { ctrlKey: false, altKey: false, metaKey: false, shiftKey: false }
    for (const listener of listeners) {
      listener({ key, code: '', target, stopPropagation, ...held, ...given } as unknown as KeyboardEvent)
    }
    return stopPropagation.mock.calls.length === 0
  }

  test('lets no letter and no sign through where those do not answer, and every other key', async () => {
    kept.set('look', '{"letters":false}')
    await mayDraw()
    expect(root.dataset).toEqual({ letters: 'off' })
    for (const key of ['t', 'X', '?', '؟', '.', '+', 'ю', 'é']) expect(arrives(key)).toBe(false)
    for (const key of [
      '0',
      '9',
      '٣',
      'Escape',
      'Enter',
      'Tab',
      ' ',
      'ArrowLeft',
      'Home',
      'End',
      'F2',
      'Dead',
    ]) {
      expect(arrives(key)).toBe(true)
    }
    // A digit by its place, on layouts that put digits on the second level.
    expect(arrives('&', { code: 'Digit1' })).toBe(true)
    expect(arrives('c', { ctrlKey: true })).toBe(true)
    expect([arrives('a', {}, 'textarea'), arrives('+', {}, 'slider')]).toEqual([true, true])
    kept.set('look', '{"theme":"dark"}')
    await mayDraw()
    expect([root.dataset, arrives('t')]).toEqual([{ theme: 'dark' }, true])
  })

  test('that nobody can read is none', async () => {
    for (const stored of ['', '{', 'null', '[]', '{"theme":"loud","language":"../en"}', '"dark"']) {
      kept.set('look', stored)
      expect(await mayDraw()).toBe(true)
      expect(root).toMatchObject({ hidden: false, dataset: {} })
    }
    expect(read).not.toHaveBeenCalled()
  })
})

describe('the language', () => {
  test('that was chosen speaks instead of the browser’s, English where it has no text', async () => {
    rememberLook({ language: 'ar', theme: null, leftOut: [], letters: true })
    await mayDraw()
    expect([locale(), direction()]).toEqual(['ar', 'rtl'])
    expect(t('change', '٢')).toBe('٢ / 10 · $')
    expect(t('felt_question')).toBe(english.felt_question.message)
    expect(plural('timer_left', 3)).toBe('few: 3')
    expect(plural('timer_left', 100)).toMatch(/^other: /)
  })

  test('that is not there leaves it to the browser', async () => {
    rememberLook({ language: 'xx', theme: null, leftOut: [], letters: true })
    await mayDraw()
    expect(locale()).toBe('en')
    expect(t('felt_question')).toBe(english.felt_question.message)
  })

  test('is left to the browser again once nothing is chosen', async () => {
    await speakLanguage('ar')
    expect(locale()).toBe('ar')
    await speakLanguage(null)
    expect(locale()).toBe('en')
  })

  test('is read once, and from the package alone', async () => {
    await speakLanguage('ar')
    await speakLanguage('ar')
    expect(read.mock.calls.map(([address]) => address)).toEqual([
      'chrome-extension://thaw/_locales/en/messages.json',
      'chrome-extension://thaw/_locales/ar/messages.json',
    ])
  })
})
