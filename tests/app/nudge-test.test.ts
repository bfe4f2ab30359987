/** "Send one now" as its screen sees it. */
import { describe, expect, test } from 'vitest'
import { createNudgeTest } from '../../lib/app/nudge-test.ts'
import type { PersonEvent, System } from '../../lib/app/ports.ts'
import type { NudgeSettings } from '../../lib/core/settings.ts'
import { pageWorld } from '../support/page-world.ts'

const system: System = { os: 'windows', family: 'chromium', name: 'Google Chrome' }

/** A worker that sends one when it is told to, and takes it away at "not now". */
const open = async (change: Partial<NudgeSettings> = {}) => {
  const world = pageWorld()
  await world.settings.change(current => ({
    ...current,
    nudges: { ...current.nudges, mode: { kind: 'random', perDay: 3 }, ...change },
  }))
  const { tell } = world.nudges
  const nudges = {
    ...world.nudges,
    tell: (event: PersonEvent) => {
      const { status } = world.reminders
      if (event.kind === 'send-now')
        world.reminders.status = { ...status, next: { kind: 'shown' }, shownId: 'sent' }
      if (event.kind === 'not-now')
        world.reminders.status = { ...status, next: { kind: 'none' }, shownId: null }
      return tell(event)
    },
  }
  const model = createNudgeTest({ ...world, nudges, system: async () => system })
  return { world, model, step: model.step }
}

describe('sending', () => {
  test('asks whether a message appeared', async () => {
    const { world, model, step } = await open()
    await model.send()
    expect(world.told).toEqual([{ kind: 'send-now' }])
    expect(step.value).toEqual({ kind: 'asking', about: 'message' })
  })

  test.each([{ sharing: true }, { channels: { notification: false, badge: true } }])(
    'asks for the dot where a reminder is a dot: %j',
    async change => {
      const { model, step } = await open(change)
      await model.send()
      expect(step.value).toEqual({ kind: 'asking', about: 'dot' })
    },
  )

  test('sends none where one stands there already', async () => {
    const { world, model, step } = await open()
    world.reminders.status = { ...world.reminders.status, next: { kind: 'shown' }, shownId: 'other' }
    await model.send()
    expect(step.value).toEqual({ kind: 'standing' })
    expect(world.told).toEqual([])
  })

  test('says nothing where it was called off by whoever would have sent it', async () => {
    const world = pageWorld()
    const called = async () => {
      throw new DOMException('not from here', 'AbortError')
    }
    const nudges = { ...world.nudges, tell: called }
    const model = createNudgeTest({ ...world, nudges, system: async () => system })
    await model.send()
    expect(model.step.value).toEqual({ kind: 'ready' })
  })

  test('says so where the worker does not answer, and can be tried again', async () => {
    const { world, model, step } = await open()
    world.reminders.reachable = false
    await model.send()
    expect(step.value).toEqual({ kind: 'unheard' })
    world.reminders.reachable = true
    world.reminders.status = { ...world.reminders.status, next: { kind: 'off' }, shownId: null }
    await model.send()
    expect(step.value).toEqual({ kind: 'asking', about: 'message' })
  })

  test('two presses at once send one', async () => {
    const { world, model } = await open()
    await Promise.all([model.send(), model.send()])
    expect(world.told).toEqual([{ kind: 'send-now' }])
  })
})

describe('an answer', () => {
  test('of yes thanks, and takes the reminder away', async () => {
    const { world, model, step } = await open()
    await model.send()
    await model.answer(true)
    expect(step.value).toEqual({ kind: 'thanks' })
    expect(world.told.at(-1)).toEqual({ kind: 'not-now', reason: null })
  })

  test('of no helps by system, and takes it away so that another can be sent', async () => {
    const { world, model, step } = await open()
    await model.send()
    await model.answer(false)
    expect(step.value).toEqual({ kind: 'help', about: 'message', system, dot: 'on' })
    expect(world.told.at(-1)).toEqual({ kind: 'not-now', reason: null })
    await model.send()
    expect(step.value).toEqual({ kind: 'asking', about: 'message' })
  })

  test('leaves a reminder that has taken its place', async () => {
    const { world, model, step } = await open()
    await model.send()
    world.reminders.status = { ...world.reminders.status, shownId: 'a later one' }
    await model.answer(true)
    expect(step.value).toEqual({ kind: 'thanks' })
    expect(world.told).toEqual([{ kind: 'send-now' }])
  })

  test('counts where the worker has gone meanwhile', async () => {
    const { world, model, step } = await open()
    await model.send()
    world.reminders.reachable = false
    await model.answer(false)
    expect(step.value).toMatchObject({ kind: 'help' })
  })
})

describe('the dot', () => {
  test('is offered where it is off, and is a way to be reminded from then on', async () => {
    const { world, model, step } = await open({ channels: { notification: true, badge: false } })
    await model.send()
    await model.answer(false)
    expect(step.value).toMatchObject({ dot: 'off' })
    await model.useDot()
    expect(step.value).toMatchObject({ dot: 'switched-on' })
    expect((await world.settings.read()).nudges.channels).toEqual({ notification: true, badge: true })
    expect(world.changes.announced).toContain('settings')
    expect(world.told.at(-1)).toEqual({ kind: 'settings-changed' })
  })

  test('that cannot be kept is said', async () => {
    const { world, model, step } = await open({ channels: { notification: true, badge: false } })
    await model.send()
    await model.answer(false)
    world.values.refuse(new Error('QuotaExceededError'))
    await model.useDot()
    expect(step.value).toEqual({ kind: 'unheard' })
  })
})
