/** Two quiet minutes under the note: by the clock, over a closed popup, ended at any time. */
import { signal } from '@preact/signals'
import { describe, expect, test } from 'vitest'
import { createQuiet } from '../../lib/app/quiet.ts'
import { type Draft, newDraft } from '../../lib/core/draft.ts'
import { minute, second } from '../../lib/core/time.ts'

/** A clock with timers; a popup that is opened over it has none of an earlier one's. */
const world = () => {
  let now = 1_000_000
  let timers: { readonly at: number; readonly call: () => void }[] = []
  const draft = signal<Draft>(newDraft(now, null))
  const open = () => {
    timers = []
    return createQuiet(
      {
        draft,
        now: () => now,
        move: change => {
          draft.value = { ...draft.value, ...change }
        },
      },
      {
        later: (milliseconds, call) => {
          const timer = { at: now + milliseconds, call }
          timers = [...timers, timer]
          return () => {
            timers = timers.filter(other => other !== timer)
          }
        },
      },
    )
  }
  return {
    open,
    draft,
    /** Lets time pass and wakes what is due, at the end of it. */
    pass: (milliseconds: number) => {
      now += milliseconds
      for (const timer of timers.filter(({ at }) => at <= now)) {
        timers = timers.filter(other => other !== timer)
        timer.call()
      }
    },
    waiting: () => timers.length,
  }
}

describe('two quiet minutes', () => {
  test('begin when they are asked for, and end by themselves', () => {
    const { open, pass, waiting } = world()
    const quiet = open()
    expect([quiet.left.value, waiting()]).toEqual([null, 0])
    quiet.start()
    expect(quiet.left.value).toBe(2)
    pass(59 * second)
    expect(quiet.left.value).toBe(2)
    pass(second)
    expect(quiet.left.value).toBe(1)
    pass(minute - 1)
    expect(quiet.left.value).toBe(1)
    pass(1)
    expect([quiet.left.value, waiting()]).toEqual([0, 0])
  })

  test('end by the clock, however late the browser wakes', () => {
    const { open, pass } = world()
    const quiet = open()
    quiet.start()
    pass(10 * minute)
    expect(quiet.left.value).toBe(0)
  })

  test('can be stopped, and begun again', () => {
    const { open, pass, waiting } = world()
    const quiet = open()
    quiet.start()
    pass(minute)
    quiet.stop()
    expect([quiet.left.value, waiting()]).toEqual([null, 0])
    quiet.start()
    expect(quiet.left.value).toBe(2)
    pass(2 * minute)
    quiet.start()
    expect([quiet.left.value, waiting()]).toEqual([2, 1])
  })

  test('go on in the next popup where the clock is', () => {
    const { open, pass } = world()
    open().start()
    pass(70 * second)
    const next = open()
    expect(next.left.value).toBe(1)
    pass(50 * second)
    expect(next.left.value).toBe(0)
    expect(open().left.value).toBe(0)
  })

  test('end where the clock was set back', () => {
    const { open, pass } = world()
    open().start()
    pass(-minute)
    expect(open().left.value).toBe(0)
  })
})
