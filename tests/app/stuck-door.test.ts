/** The way to "I'm stuck" on Today. */
import { signal } from '@preact/signals'
import { expect, test, vi } from 'vitest'
import type { StoreProblem } from '../../lib/app/ports.ts'
import { createStuckDoor } from '../../lib/app/stuck-door.ts'
import type { StuckPage } from '../../lib/app/stuck-page.ts'

const pageOf = () => {
  const open = vi.fn<() => Promise<void>>(async () => {})
  const close = vi.fn<() => void>()
  const unkept = signal<StoreProblem | null>(null)
  return { page: { open, close, unkept } as unknown as StuckPage, open, close, unkept }
}

test('is loaded when it is taken, and once, however often it is pressed', async () => {
  const { page, open } = pageOf()
  const load = vi.fn<() => Promise<StuckPage>>(async () => page)
  const door = createStuckDoor(load)
  expect(door.page.value).toBeNull()
  expect(load).not.toHaveBeenCalled()
  await Promise.all([door.open(), door.open()])
  await door.open()
  expect(load).toHaveBeenCalledOnce()
  expect(door.page.value).toBe(page)
  expect(open).toHaveBeenCalledTimes(3)
})

test('says so where its code cannot be read, and can be taken again', async () => {
  const { page } = pageOf()
  const load = vi
    .fn<() => Promise<StuckPage>>(async () => page)
    .mockRejectedValueOnce(new Error('no such file'))
  const door = createStuckDoor(load)
  await door.open()
  expect([door.page.value, door.failed.value]).toEqual([null, true])
  await door.open()
  expect([door.page.value, door.failed.value]).toEqual([page, false])
})

test('closes when Today is chosen once more, and when it is left, but over what could not be kept', async () => {
  const { page, close, unkept } = pageOf()
  const door = createStuckDoor(async () => page)
  door.close()
  door.leave()
  await door.open()
  door.close()
  expect(close).toHaveBeenCalledTimes(1)
  door.leave()
  expect(close).toHaveBeenCalledTimes(2)
  unkept.value = { kind: 'full' }
  door.leave()
  expect(close).toHaveBeenCalledTimes(2)
  door.close()
  expect(close).toHaveBeenCalledTimes(3)
})
