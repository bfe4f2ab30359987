import { expect, test } from 'vitest'
import { createQueue } from '../../lib/core/queue.ts'

test('each begins once the one before it has ended, and gets its own outcome', async () => {
  const inTurn = createQueue()
  const said: string[] = []
  const work = (name: string) => async () => {
    said.push(`${name} begins`)
    await Promise.resolve()
    said.push(`${name} ends`)
    return name
  }
  expect(await Promise.all(['first', 'second'].map(name => inTurn(work(name))))).toEqual(['first', 'second'])
  expect(said).toEqual(['first begins', 'first ends', 'second begins', 'second ends'])
})

test('one that rejects says so to its caller alone', async () => {
  const inTurn = createQueue()
  const refused = inTurn(() => Promise.reject(new RangeError('refused')))
  const next = inTurn(async () => 'next')
  await expect(refused).rejects.toThrow('refused')
  expect(await next).toBe('next')
})
