/** A turn that is taken only where it is free. */
import { describe, expect, test } from 'vitest'
import { memoryLocks, webLocks } from '../../lib/store/locks.ts'

describe.for([
  ['memory', memoryLocks],
  ['web', webLocks],
] as const)('a free turn of the %s locks', ([, make]) => {
  test('is held until it is given back, and whoever waits comes next', async () => {
    const locks = make()
    const said: string[] = []
    const release = await locks.free?.('turns')
    const waiting = locks.exclusive('turns', async () => void said.push('waited'))
    expect(await locks.free?.('turns')).toBeNull()
    expect(said).toEqual([])
    said.push('given back')
    release?.()
    await waiting
    expect(said).toEqual(['given back', 'waited'])
    ;(await locks.free?.('turns'))?.()
  })

  test('is none while work has it, also work that fails', async () => {
    const locks = make()
    const work = Promise.withResolvers<void>()
    const held = locks.exclusive('turns', () => work.promise)
    expect(await locks.free?.('turns')).toBeNull()
    work.reject(new RangeError('no'))
    await expect(held).rejects.toThrow(RangeError)
    const release = await locks.free?.('turns')
    expect(release).toBeTypeOf('function')
    release?.()
  })

  test('has nothing to do with another name', async () => {
    const locks = make()
    const [one, other] = [await locks.free?.('one'), await locks.free?.('other')]
    expect([one, other]).not.toContain(null)
    one?.()
    other?.()
  })
})
