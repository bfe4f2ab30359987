/** The browser is asked to keep the storage, and nobody waits for what it says. */
import { afterEach, expect, test, vi } from 'vitest'
import { askToPersist } from '../../lib/platform/persistence.ts'

afterEach(() => vi.unstubAllGlobals())

const browserThat = (persisted: () => Promise<boolean>) => {
  const persist = vi.fn<() => Promise<boolean>>(() => new Promise(() => {}))
  vi.stubGlobal('navigator', { storage: { persisted: vi.fn(persisted), persist } })
  return persist
}

test('a browser that may clear the storage is asked to keep it, and may never answer', async () => {
  const persist = browserThat(async () => false)
  askToPersist()
  await vi.waitFor(() => expect(persist).toHaveBeenCalledOnce())
})

test('one that keeps it already is not asked, and one that refuses breaks nothing', async () => {
  const keeps = browserThat(async () => true)
  askToPersist()
  await vi.waitFor(() => expect(navigator.storage.persisted).toHaveBeenCalledOnce())
  const refuses = browserThat(() => Promise.reject(new Error('refused')))
  askToPersist()
  await vi.waitFor(() => expect(navigator.storage.persisted).toHaveBeenCalledOnce())
  vi.stubGlobal('navigator', {})
  askToPersist()
  expect(keeps).not.toHaveBeenCalled()
  expect(refuses).not.toHaveBeenCalled()
})
