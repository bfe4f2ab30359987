/** Readings that are asked for while one runs. */
import { expect, test } from 'vitest'
import { createReread } from '../../lib/app/reread.ts'

test('whoever asks gets a reading that began afterwards, and no two run at once', async () => {
  let source = 'old'
  let running = 0
  const seen: string[] = []
  const read = createReread(async () => {
    running += 1
    expect(running).toBe(1)
    const found = source
    await Promise.resolve()
    seen.push(found)
    running -= 1
  })
  const first = read()
  source = 'new'
  await Promise.all([read(), read()])
  expect(seen).toEqual(['old', 'new'])
  await first
  await read()
  expect(seen).toEqual(['old', 'new', 'new'])
})

test('a reading that fails holds back no later one', async () => {
  let broken = true
  const read = createReread(async () => {
    if (broken) throw new Error('broken')
  })
  await expect(read()).rejects.toThrow('broken')
  broken = false
  await expect(read()).resolves.toBeUndefined()
})
