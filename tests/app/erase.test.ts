/** Deleting everything: it comes to an end wherever it was killed, and whoever was about to write does not bring anything back. */
import { expect, test } from 'vitest'
import type { Erasable, Left } from '../../lib/app/data-ports.ts'
import { createEraser } from '../../lib/app/erase.ts'
import { createErasePart } from '../../lib/app/erase-part.ts'
import { createErasedPage } from '../../lib/app/erased.ts'
import { memoryLocks } from '../../lib/store/locks.ts'
import { memoryChanges } from '../support/fakes.ts'

const world = () => {
  /** What is kept, by place. */
  const kept = new Map([
    ['local', new Set(['settings', 'history/line/1'])],
    ['databases', new Set(['thaw'])],
    ['alarms', new Set(['wake'])],
  ])
  const state = { marked: false, left: 'nothing' as Left, calls: 0, dieAt: -1 }
  const living = () => {
    state.calls += 1
    if (state.calls === state.dieAt) throw new DOMException('Killed', 'AbortError')
  }
  const placeOf =
    (name: string): Erasable =>
    async () => {
      const place = kept.get(name) ?? new Set()
      const found = place.size > 0
      place.clear()
      return { found, left: 'nothing' }
    }
  const locks = memoryLocks()
  const places: { [name: string]: Erasable } = Object.fromEntries(
    [...kept.keys()].map(name => [name, placeOf(name)]),
  )
  const eraser = createEraser({
    places,
    mark: {
      read: async () => state.marked,
      put: async () => {
        state.marked = true
      },
      clear: async () => {
        living()
        state.marked = false
        kept.get('local')?.clear()
      },
    },
    locks,
  })
  const size = () => [...kept.values()].reduce((sum, place) => sum + place.size, 0)
  return { kept, state, places, locks, eraser, size }
}

test('empties every place, and nothing before it was begun', async () => {
  const { eraser, size, state } = world()
  expect(await eraser.finish()).toEqual({ left: {} })
  expect(size()).toBe(4)
  await eraser.begin()
  expect([await eraser.isBegun(), size()]).toEqual([true, 4])
  expect(await eraser.finish()).toEqual({ left: {} })
  expect([size(), state.marked]).toEqual([0, false])
})

test('waits for whoever is writing, and takes away what others write who waited for their turn', async () => {
  const { eraser, locks, kept, places, size } = world()
  const writing = Promise.withResolvers<void>()
  const held = locks.exclusive('nudge', () => writing.promise)
  const { alarms } = places
  let asked = false
  places['alarms'] = async () => {
    // Each asks for its turn while the deletion has it, and the first asks for another one then.
    if (!asked)
      for (const turn of ['thaw', 'log', 'settings'])
        void locks.exclusive(turn, async () => {
          kept.get('databases')?.add(turn)
          if (turn === 'thaw') void locks.exclusive('log', async () => void kept.get('alarms')?.add('wake'))
        })
    asked = true
    return alarms?.() ?? { found: false, left: 'nothing' }
  }
  await eraser.begin()
  const finished = eraser.finish()
  await Promise.resolve()
  expect(size()).toBe(4)
  writing.resolve()
  await held
  expect(await finished).toEqual({ left: {} })
  expect(size()).toBe(0)
})

test('a turn that never comes holds nothing up', async () => {
  const { places, state, size } = world()
  const locks = memoryLocks()
  const eraser = createEraser({
    places,
    mark: {
      read: async () => true,
      put: async () => {},
      clear: async () => {
        state.marked = false
      },
    },
    locks: {
      exclusive: async (name, work) => {
        if (name === 'settings') throw new DOMException('', 'TimeoutError')
        return locks.exclusive(name, work)
      },
    },
  })
  await eraser.finish()
  expect(size()).toBe(0)
})

test('a place that cannot be emptied stops no other, is told, and is not tried again behind the back of the person', async () => {
  const { places, eraser, size, state } = world()
  places['databases'] = async () => {
    throw new DOMException('', 'UnknownError')
  }
  await eraser.begin()
  expect(await eraser.finish()).toEqual({ left: { databases: 'content' } })
  expect([size(), state.marked]).toEqual([1, false])
})

test('an empty database that is held on to is asked for once, and the rest is looked at again', async () => {
  const { places, kept, locks, eraser, size } = world()
  let asked = 0
  places['databases'] = async () => {
    asked += 1
    void locks.exclusive('log', async () => void kept.get('alarms')?.add('wake'))
    kept.get('databases')?.clear()
    return { found: true, left: 'shell' }
  }
  await eraser.begin()
  expect(await eraser.finish()).toEqual({ left: { databases: 'shell' } })
  expect([asked, size()]).toEqual([1, 0])
})

test('killed before its end, it goes on at the next start', async () => {
  const { eraser, size, state } = world()
  await eraser.begin()
  state.dieAt = 1
  await expect(eraser.finish()).rejects.toThrow('Killed')
  expect(state.marked).toBe(true)
  expect(await eraser.finish()).toEqual({ left: {} })
  expect([size(), state.marked]).toEqual([0, false])
})

test('two at once are one after the other', async () => {
  const { eraser, size } = world()
  await eraser.begin()
  expect(await Promise.all([eraser.finish(), eraser.finish()])).toEqual([{ left: {} }, { left: {} }])
  expect(size()).toBe(0)
})

const page = () => {
  const here = world()
  const asked: { refusal: Error | null } = { refusal: null }
  const changes = memoryChanges()
  const timers: (() => void)[] = []
  const said: string[] = []
  const model = createErasedPage({
    eraser: here.eraser,
    leaveOthers: () => void said.push('others left'),
    leave: () => void said.push('left'),
    isEmpty: async () => {
      if (asked.refusal !== null) throw asked.refusal
      return here.size() === 0
    },
    later: (_, call) => {
      timers.push(call)
      return () => {}
    },
    changes,
  })
  return { ...here, model, changes, timers, said, asked }
}

test('the page deletes, sends other pages away first, and tells whoever is left', async () => {
  const { model, eraser, said, changes, size } = page()
  await eraser.begin()
  await model.load()
  expect(model.step.value).toEqual({ kind: 'done' })
  expect([said, size()]).toEqual([['others left'], 0])
  expect(changes.announced).toEqual(['settings', 'records', 'nudge', 'check-in'])
})

test('opened when nothing is to be deleted, the page deletes nothing', async () => {
  const { model, said, size } = page()
  await model.load()
  expect([said, size()]).toEqual([['left'], 4])
})

test('opened again while nothing is kept, it still says so', async () => {
  const { model, kept, said } = page()
  for (const place of kept.values()) place.clear()
  await model.load()
  expect([model.step.value, said]).toEqual([{ kind: 'done' }, []])
})

test('an empty database that somebody holds on to is said, until it is let go of', async () => {
  const { model, eraser, places, timers, kept } = page()
  places['databases'] = async () => ({ found: false, left: 'shell' })
  await eraser.begin()
  await model.load()
  expect(model.step.value).toEqual({ kind: 'blocked' })
  timers.pop()?.()
  await expect.poll(() => timers.length).toBe(1)
  expect(model.step.value).toEqual({ kind: 'blocked' })
  kept.get('databases')?.clear()
  timers.pop()?.()
  await expect.poll(() => model.step.value).toEqual({ kind: 'done' })
})

test('a browser that once does not say whether it is let go of is asked again', async () => {
  const { model, eraser, places, timers, kept, asked } = page()
  places['databases'] = async () => ({ found: false, left: 'shell' })
  await eraser.begin()
  await model.load()
  kept.get('databases')?.clear()
  asked.refusal = new DOMException('', 'UnknownError')
  timers.pop()?.()
  await expect.poll(() => timers.length).toBe(1)
  expect(model.step.value).toEqual({ kind: 'blocked' })
  asked.refusal = null
  timers.pop()?.()
  await expect.poll(() => model.step.value).toEqual({ kind: 'done' })
})

test('what could not be deleted can be tried again', async () => {
  const { model, eraser, places, size } = page()
  const real = places['databases']
  places['databases'] = async () => ({ found: true, left: 'content' })
  await eraser.begin()
  await model.load()
  expect(model.step.value).toEqual({ kind: 'left' })
  if (real) places['databases'] = real
  await model.again()
  expect([model.step.value, size()]).toEqual([{ kind: 'done' }, 0])
})

test('the part begins it and leaves, and says where it could not', async () => {
  const left: string[] = []
  const broken = createErasePart({
    eraser: { begin: () => Promise.reject(new Error('refused')) },
    leave: () => void left.push('broken'),
  })
  await broken.erase()
  expect([broken.step.value, left]).toEqual([{ kind: 'failed' }, []])
  const model = createErasePart({ eraser: { begin: async () => {} }, leave: () => void left.push('left') })
  await Promise.all([model.erase(), model.erase()])
  expect(left).toEqual(['left'])
})
