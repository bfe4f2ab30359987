/** Work that is asked for while it runs. */
import { expect, test } from 'vitest'
import { oneAtATime } from '../../lib/app/one-at-a-time.ts'

test('who asks while it runs gets the same outcome, and who asks after that another', async () => {
  let runs = 0
  const work = oneAtATime(async () => {
    runs += 1
    return runs
  })
  expect(await Promise.all([work(), work()])).toEqual([1, 1])
  expect(await work()).toBe(2)
})

test('one that failed is begun again by whoever asks next', async () => {
  let broken = true
  const work = oneAtATime(async () => {
    if (broken) throw new RangeError('broken')
    return 'done'
  })
  await expect(work()).rejects.toThrow('broken')
  broken = false
  expect(await work()).toBe('done')
})
