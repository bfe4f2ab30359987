import { describe, expect, test } from 'vitest'
import { memoryLocks, webLocks } from '../../lib/store/locks.ts'

describe.for([
  ['memory', memoryLocks],
  ['web', webLocks],
] as const)('%s locks', ([, make]) => {
  test('let one piece of work at a time run under a name, in turn, also after one that failed', async () => {
    const locks = make()
    const said: string[] = []
    const work = (name: string) => async () => {
      said.push(`${name} begins`)
      await Promise.resolve()
      said.push(`${name} ends`)
      if (name === 'second') throw new RangeError(name)
      return name
    }
    const turns = ['first', 'second', 'third'].map(name => locks.exclusive('turns', work(name)))
    const results = await Promise.allSettled(turns)
    expect(results.map(result => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(said).toEqual(['first', 'second', 'third'].flatMap(name => [`${name} begins`, `${name} ends`]))
  })

  test('do not wait for work under another name', async () => {
    const locks = make()
    const inner = locks.exclusive('outer', () => locks.exclusive('inner', async () => 'done'))
    expect(await inner).toBe('done')
  })
})

test('a turn that never comes is given up', async () => {
  let free = () => {}
  const held = webLocks().exclusive('held', () => new Promise<void>(resolve => (free = resolve)))
  await expect(webLocks(10).exclusive('held', async () => {})).rejects.toMatchObject({ name: 'TimeoutError' })
  free()
  await held
})
