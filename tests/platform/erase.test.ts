/** The mark of a deletion of everything stands, wherever it was kept, until everything else has gone. */
import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { composeEraser } from '../../lib/app/compose-eraser.ts'
import { completeFakeBrowser } from '../support/fakes.ts'

const { local, session } = fakeBrowser.storage
const { set } = local

beforeEach(() => {
  completeFakeBrowser()
  Object.assign(local, { set })
  for (const area of [local, session])
    Object.assign(area, { getKeys: async () => Object.keys(await area.get(null)) })
})

/** Whether the mark was there when what lies behind both storage areas was asked for, each time. */
const marks = () => {
  const seen: boolean[] = []
  const { getAll } = fakeBrowser.alarms
  Object.assign(fakeBrowser.alarms, {
    getAll: async () => {
      seen.push((await eraser.isBegun()) && !('day' in (await session.get(null))))
      return getAll()
    },
  })
  const eraser = composeEraser()
  return { eraser, seen }
}

test('on a full disk it stands in the memory of the browser, and goes last there too', async () => {
  await local.set({ settings: {} })
  await session.set({ day: '2027-05-04' })
  const { eraser, seen } = marks()
  Object.assign(local, { set: () => Promise.reject(new DOMException('', 'QuotaExceededError')) })
  await eraser.begin()
  await eraser.finish()
  expect(seen.length).toBeGreaterThan(1)
  expect(seen).not.toContain(false)
  expect([await local.get(null), await session.get(null), await eraser.isBegun()]).toEqual([{}, {}, false])
})

test('it is kept on the disk where there is room, and goes last', async () => {
  await session.set({ day: '2027-05-04' })
  const { eraser, seen } = marks()
  await eraser.begin()
  expect(await session.get(null)).toEqual({ day: '2027-05-04' })
  await eraser.finish()
  expect(seen).not.toContain(false)
  expect([await local.get(null), await session.get(null)]).toEqual([{}, {}])
})
