/** The background ends a deletion that was killed, keeps nothing where nothing is kept, and else looks after the history. */
import { expect, test } from 'vitest'
import { createBackgroundCare, createErasureEnd } from '../../lib/app/background-care.ts'
import { memoryChanges, memoryLog } from '../support/fakes.ts'

const background = (begun: boolean | Error) => {
  const done: string[] = []
  const changes = memoryChanges()
  const log = memoryLog()
  const state = { neverUsed: false, begun }
  const endErasure = createErasureEnd({
    eraser: {
      isBegun: async () => {
        done.push('look')
        if (state.begun instanceof Error) throw state.begun
        return state.begun
      },
      finish: async () => {
        done.push('erase')
        state.neverUsed = true
        return { left: {} }
      },
    },
    changes,
    log,
  })
  const care = createBackgroundCare({
    endErasure,
    neverUsed: async () => state.neverUsed,
    careForHistory: async () => void done.push('care'),
    takeSnapshot: async () => void done.push('snapshot'),
    log,
  })
  return { done, changes, log, state, endErasure, care }
}

test('looks after the history and takes the daily copy', async () => {
  const { care, done, changes } = background(false)
  await care()
  expect([done, changes.announced]).toEqual([['look', 'care', 'snapshot'], []])
})

test('a deletion that was killed is ended first, once, and pages are told', async () => {
  const { care, endErasure, done, changes } = background(true)
  await Promise.all([care(), endErasure(), endErasure()])
  expect(done).toEqual(['look', 'erase'])
  expect(changes.announced).toEqual(['settings', 'records', 'nudge', 'check-in'])
})

test('one that began after the background did is ended before the next event', async () => {
  const { endErasure, done, state } = background(false)
  await endErasure()
  state.begun = true
  await endErasure()
  expect(done).toEqual(['look', 'look', 'erase'])
})

test('where nothing was ever kept, nothing is made to look after it', async () => {
  const { care, done, state } = background(false)
  state.neverUsed = true
  await care()
  expect(done).toEqual(['look'])
})

test('a storage that refuses to say is noted, and the rest is done', async () => {
  const { care, done, log } = background(new DOMException('', 'UnknownError'))
  await care()
  expect([done, log.noted, log.names]).toEqual([['look', 'care', 'snapshot'], ['erase'], ['UnknownError']])
})
