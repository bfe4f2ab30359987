/** The cover on a shared screen. */
import { expect, test, vi } from 'vitest'
import { createCover } from '../../lib/app/cover.ts'
import { pageWorld } from '../support/page-world.ts'

const open = () => {
  const world = pageWorld()
  const uncover = vi.fn<() => void>()
  const close = vi.fn<() => void>()
  return {
    world,
    uncover,
    close,
    cover: createCover({ ...world, later: world.timers.later, uncover, close }),
  }
}

test('a cover that is seen is told as opened, and Open goes on', () => {
  const { world, uncover, close, cover } = open()
  cover.begin()
  expect(world.told).toEqual([{ kind: 'opened' }])
  cover.open()
  expect(uncover).toHaveBeenCalledOnce()
  expect(close).not.toHaveBeenCalled()
})

/** Resolves once what a press began has come to its end. */
const settled = () => new Promise(resolve => setImmediate(resolve))

test('"not now" is told, and closes once it is, also where nobody hears it', async () => {
  for (const reachable of [true, false]) {
    const { world, close, cover } = open()
    world.reminders.reachable = reachable
    cover.notNow()
    expect(world.told).toEqual([{ kind: 'not-now', reason: null }])
    expect(close).not.toHaveBeenCalled()
    await settled()
    expect(close).toHaveBeenCalledOnce()
    expect(world.timers.lengths()).toEqual([])
  }
})

test('"not now" waits for a background that starts, but not for long, and a second press for nothing', () => {
  const { world, close, cover } = open()
  world.nudges.tell = () => new Promise(() => {})
  cover.notNow()
  expect(world.timers.lengths()).toEqual([3_000])
  expect(close).not.toHaveBeenCalled()
  cover.notNow()
  expect(close).toHaveBeenCalledOnce()
  world.timers.ring()
  expect(close).toHaveBeenCalledTimes(2)
})

test('the keys O and Escape are the two buttons, and no other key is anything', async () => {
  const { uncover, close, cover } = open()
  const key = (name: string, code = '') => ({ key: name, code, shiftKey: false })
  for (const name of ['5', 't', 'Enter', ' ']) expect(cover.pressKey(key(name))).toBe(false)
  expect(cover.pressKey(key('щ', 'KeyO'))).toBe(true)
  expect(uncover).toHaveBeenCalledOnce()
  expect(cover.pressKey(key('Escape'))).toBe(true)
  await settled()
  expect(close).toHaveBeenCalledOnce()
})
