/** What is read of the surroundings: nobody there, full screen, sound that is heard. */
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { readSurroundings } from '../../lib/platform/surroundings.ts'
import { completeFakeBrowser } from '../support/fakes.ts'

beforeEach(() => {
  completeFakeBrowser()
})

test.each([
  ['silent', { audible: false, muted: false }, false],
  ['heard', { audible: true, muted: false }, true],
  ['muted while it plays', { audible: true, muted: true }, false],
])('a tab that is %s', async (_, tab, sounds) => {
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation((async (asked: Partial<typeof tab>) =>
    (asked.audible ?? tab.audible) === tab.audible && (asked.muted ?? tab.muted) === tab.muted
      ? [{}]
      : []) as never)
  expect((await readSurroundings()).sound).toBe(sounds)
})
