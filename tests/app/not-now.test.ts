/** After "not now" to a reminder: what the screen says and does. */
import { describe, expect, test, vi } from 'vitest'
import { createNotNow } from '../../lib/app/not-now.ts'
import { pageWorld } from '../support/page-world.ts'

const key = (name: string, code = '') => ({ key: name, code, shiftKey: false })

const open = () => {
  const world = pageWorld()
  const close = vi.fn<() => void>()
  return { world, close, notNow: createNotNow({ nudges: world.nudges, close }) }
}

/** Resolves once what a press began has come to its end. */
const settled = () => new Promise(resolve => setImmediate(resolve))

describe('a reason', () => {
  test.each([
    ['moment', 'M'],
    ['today', 'D'],
  ] as const)('"%s" is told, by press and by the key %s, and stays to be read', async (reason, letter) => {
    const pressed = open()
    await pressed.notNow.choose(reason)
    expect(pressed.world.told).toEqual([{ kind: 'not-now', reason }])
    expect(pressed.notNow.said.value).toBe(reason)
    expect(pressed.notNow.telling.value).toBe('told')
    expect(pressed.close).not.toHaveBeenCalled()
    pressed.notNow.done()
    expect(pressed.close).toHaveBeenCalledOnce()

    const typed = open()
    expect(typed.notNow.pressKey(key(letter.toLowerCase()))).toBe(true)
    await settled()
    expect(typed.world.told).toEqual([{ kind: 'not-now', reason }])
  })

  test('once it is told, nothing else is: a second press would say two things', async () => {
    const { world, notNow } = open()
    await notNow.choose('moment')
    await notNow.choose('today')
    expect(notNow.pressKey(key('h'))).toBe(false)
    expect(world.told).toHaveLength(1)
  })
})

describe('a snooze', () => {
  test.each([
    [5, 'F'],
    [15, 'Q'],
    [60, 'H'],
  ] as const)('of %i minutes is told, by press and by the key %s, and closes', async (minutes, letter) => {
    const pressed = open()
    await pressed.notNow.choose(minutes)
    expect(pressed.world.told).toEqual([{ kind: 'snooze', minutes }])
    expect(pressed.close).toHaveBeenCalledOnce()

    const typed = open()
    expect(typed.notNow.pressKey(key(letter))).toBe(true)
    await settled()
    expect(typed.world.told).toEqual([{ kind: 'snooze', minutes }])
    expect(typed.close).toHaveBeenCalledOnce()
  })

  test('has a key on keyboards of other scripts, by its place', async () => {
    const { world, notNow } = open()
    expect(notNow.pressKey(key('р', 'KeyH'))).toBe(true)
    await settled()
    expect(world.told).toEqual([{ kind: 'snooze', minutes: 60 }])
  })

  test('pressed twice is told once', async () => {
    const { world, notNow } = open()
    await Promise.all([notNow.choose(15), notNow.choose(15)])
    expect(world.told).toHaveLength(1)
  })
})

describe('where the background cannot be reached', () => {
  test('a snooze says so, does not close, and is told when tried again', async () => {
    const { world, close, notNow } = open()
    world.reminders.reachable = false
    await notNow.choose(15)
    expect(notNow.telling.value).toBe('failed')
    expect(close).not.toHaveBeenCalled()
    world.reminders.reachable = true
    await notNow.tryAgain()
    expect(world.told.at(-1)).toEqual({ kind: 'snooze', minutes: 15 })
    expect(close).toHaveBeenCalledOnce()
  })

  test('another choice takes its place', async () => {
    const { world, notNow } = open()
    world.reminders.reachable = false
    await notNow.choose(15)
    world.reminders.reachable = true
    await notNow.choose('today')
    expect(world.told.at(-1)).toEqual({ kind: 'not-now', reason: 'today' })
    expect(notNow.said.value).toBe('today')
    expect(notNow.telling.value).toBe('told')
  })

  test('a window that is left keeps standing with it; otherwise it closes', async () => {
    const { world, close, notNow } = open()
    world.reminders.reachable = false
    await notNow.choose(15)
    notNow.leftAlone()
    expect(close).not.toHaveBeenCalled()
    world.reminders.reachable = true
    await notNow.choose('moment')
    notNow.leftAlone()
    expect(close).toHaveBeenCalledOnce()
  })

  test('it can be left all the same', async () => {
    const { world, close, notNow } = open()
    world.reminders.reachable = false
    await notNow.choose(5)
    notNow.done()
    expect(close).toHaveBeenCalledOnce()
  })
})

test('other keys are none of its', () => {
  const { world, notNow } = open()
  for (const name of ['x', '5', 'Enter', 'Tab', ' ']) expect(notNow.pressKey(key(name))).toBe(false)
  expect(world.told).toEqual([])
})
