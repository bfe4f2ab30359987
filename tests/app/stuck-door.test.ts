/** The way to "I'm stuck" on Today. */
import { expect, test, vi } from 'vitest'
import { createStuckDoor } from '../../lib/app/stuck-door.ts'
import type { StuckPage } from '../../lib/app/stuck-page.ts'

const pageOf = () => {
  const open = vi.fn<() => Promise<void>>(async () => {})
  return { page: { open } as unknown as StuckPage, open }
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
