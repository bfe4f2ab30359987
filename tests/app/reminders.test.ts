/** Settings → Reminders as its screen sees it. */
import { describe, expect, test, vi } from 'vitest'
import { createReminders } from '../../lib/app/reminders.ts'
import { formOf } from '../../lib/app/reminders-form.ts'
import { defaultSettings } from '../../lib/core/settings.ts'
import { pageWorld } from '../support/page-world.ts'

type World = ReturnType<typeof pageWorld>

const open = async (world: World = pageWorld()) => {
  const reminders = createReminders(world)
  await reminders.load()
  return { world, reminders, kept: async () => (await world.settings.read()).nudges }
}

describe('when', () => {
  test('is kept at once and told to the nudge machine', async () => {
    const { world, reminders, kept } = await open()
    expect(reminders.form.value?.mode).toBe('off')
    await reminders.chooseMode('random')
    expect((await kept()).mode).toEqual({ kind: 'random', perDay: 3 })
    expect(world.told).toEqual([{ kind: 'settings-changed' }])
    expect(world.changes.announced).toContain('settings')
    expect(reminders.saving.value).toBe('saved')
    await reminders.chooseMode('off')
    expect((await kept()).mode).toEqual({ kind: 'off' })
  })

  test('remembers a number that was typed for another way', async () => {
    const { reminders, kept } = await open()
    await reminders.chooseMode('random')
    await reminders.typeNumber('perDay', '5')
    await reminders.chooseMode('every')
    await reminders.typeNumber('minutes', '45')
    expect((await kept()).mode).toEqual({ kind: 'every', minutes: 45 })
    await reminders.chooseMode('random')
    expect((await kept()).mode).toEqual({ kind: 'random', perDay: 5 })
  })
})

describe('numbers', () => {
  test('outside their range, or none at all, stay on screen and are not kept', async () => {
    const { reminders, kept } = await open()
    for (const text of ['0', '25', '', 'often', '2.5', '-1', '99999999999', 'NaN']) {
      await reminders.typeNumber('cap', text)
      reminders.leave('cap')
      expect(reminders.form.value?.numbers.cap).toBe(text)
      expect([...reminders.wrong.value]).toEqual(['cap'])
      expect((await kept()).cap).toBe(6)
    }
    await reminders.typeNumber('cap', '4')
    expect([...reminders.wrong.value]).toEqual([])
    expect((await kept()).cap).toBe(4)
  })

  test('are not called wrong before they are left', async () => {
    const { reminders } = await open()
    await reminders.typeNumber('gap', '')
    expect(reminders.wrong.value.size).toBe(0)
    reminders.leave('gap')
    expect(reminders.wrong.value.has('gap')).toBe(true)
  })

  test('are read in the digits of any script', async () => {
    const { reminders, kept } = await open()
    for (const text of ['١٢', '۱۲', '१२', '１２', '𝟙𝟚', ' 12 ']) {
      await reminders.typeNumber('cap', '4')
      await reminders.typeNumber('cap', text)
      expect((await kept()).cap).toBe(12)
    }
  })

  test('one that is wrong holds back no other change', async () => {
    const { reminders, kept } = await open()
    await reminders.typeNumber('cap', 'x')
    await reminders.typeNumber('gap', '30')
    expect(await kept()).toMatchObject({ cap: 6, gap: 30 })
  })

  test('a way whose number is wrong does not begin, and says so', async () => {
    const { reminders, kept } = await open()
    await reminders.typeNumber('minutes', '1')
    await reminders.chooseMode('every')
    expect((await kept()).mode).toEqual({ kind: 'off' })
    expect(reminders.wrong.value.has('minutes')).toBe(true)
    await reminders.typeNumber('minutes', '10')
    expect((await kept()).mode).toEqual({ kind: 'every', minutes: 10 })
  })
})

describe('hours', () => {
  test('in one row hold for every day', async () => {
    const { reminders, kept } = await open()
    expect(reminders.form.value?.eachDay).toBe(false)
    await reminders.typeHours('all', 0, { from: '22:00' })
    await reminders.typeHours('all', 0, { to: '02:30' })
    expect((await kept()).hours).toEqual(Array(7).fill([{ from: 1320, to: 150 }]))
  })

  test('of one day leave the others', async () => {
    const { reminders, kept } = await open()
    reminders.showEachDay()
    await reminders.typeHours(5, 0, { from: '11:00' })
    await reminders.addHours(6)
    await reminders.removeHours(0, 0)
    const { hours } = await kept()
    expect(hours[5]).toEqual([{ from: 660, to: 1260 }])
    expect(hours[6]).toHaveLength(2)
    expect(hours[0]).toEqual([])
    expect(hours[1]).toEqual([{ from: 540, to: 1260 }])
    await reminders.sameEveryDay(5)
    expect((await kept()).hours).toEqual(Array(7).fill([{ from: 660, to: 1260 }]))
    expect(reminders.form.value?.eachDay).toBe(false)
  })

  test('that differ unfold by themselves', async () => {
    const first = await open()
    first.reminders.showEachDay()
    await first.reminders.removeHours(6, 0)
    const second = await open(first.world)
    expect(second.reminders.form.value?.eachDay).toBe(true)
  })

  test('that are not complete stay on screen and are not kept', async () => {
    const { reminders, kept } = await open()
    await reminders.typeHours('all', 0, { to: '' })
    expect(reminders.wrong.value.size).toBe(0)
    reminders.leave('0 0')
    expect(reminders.wrong.value.has('0 0')).toBe(true)
    expect(reminders.form.value?.hours[0]).toEqual([{ from: '09:00', to: '' }])
    expect((await kept()).hours).toEqual(defaultSettings.nudges.hours)
  })

  test('until midnight read as 00:00 in a time field', () => {
    const whole = { ...defaultSettings.nudges, hours: Array(7).fill([{ from: 0, to: 1440 }]) as never }
    expect(formOf(whole, null).hours[0]).toEqual([{ from: '00:00', to: '00:00' }])
  })

  test('fit eight times into a day', async () => {
    const { reminders, kept } = await open()
    for (let more = 0; more < 10; more += 1) await reminders.addHours('all')
    expect((await kept()).hours[3]).toHaveLength(8)
  })
})

describe('fixed times', () => {
  test('begin with three, are kept sorted and once each, and stand as they were typed', async () => {
    const { reminders, kept } = await open()
    await reminders.chooseMode('fixed')
    expect((await kept()).mode).toEqual({ kind: 'fixed', times: [600, 840, 1080] })
    await reminders.typeTime(0, '18:00')
    await reminders.typeTime(1, '07:30')
    expect((await kept()).mode).toEqual({ kind: 'fixed', times: [450, 1080] })
    expect(reminders.form.value?.times).toEqual(['18:00', '07:30', '18:00'])
  })

  test('are added an hour after the last one, up to 24, and taken out', async () => {
    const { reminders, kept } = await open()
    await reminders.chooseMode('fixed')
    await reminders.addTime()
    expect(reminders.form.value?.times.at(-1)).toBe('19:00')
    for (let more = 0; more < 30; more += 1) await reminders.addTime()
    expect(reminders.form.value?.times).toHaveLength(24)
    for (let less = 0; less < 24; less += 1) await reminders.removeTime(0)
    expect((await kept()).mode).toEqual({ kind: 'fixed', times: [] })
    expect(reminders.plan.value).toEqual([{ kind: 'no-times' }])
    await reminders.addTime()
    expect((await kept()).mode).toEqual({ kind: 'fixed', times: [720] })
  })

  test('that are not complete are said once they were left, and the last ones count', async () => {
    const { reminders, kept } = await open()
    await reminders.chooseMode('fixed')
    await reminders.typeTime(1, '')
    // The mode was chosen when they were whole; leaving this one is what says it.
    reminders.leave('time 1')
    expect([...reminders.wrong.value]).toEqual(['time 1'])
    expect((await kept()).mode).toEqual({ kind: 'fixed', times: [600, 840, 1080] })
    await reminders.removeTime(1)
    expect(reminders.wrong.value.size).toBe(0)
    expect((await kept()).mode).toEqual({ kind: 'fixed', times: [600, 1080] })
  })

  test('show as they are stored, and what another page made of them', async () => {
    const { world, reminders } = await open()
    await reminders.chooseMode('fixed')
    await world.settings.change(current => ({
      ...current,
      nudges: { ...current.nudges, mode: { kind: 'fixed', times: [0, 1439] } },
    }))
    world.changes.announce('settings')
    await vi.waitFor(() => expect(reminders.form.value?.times).toEqual(['00:00', '23:59']))
  })
})

describe('what is said of the settings', () => {
  test('follows what is typed at once, and what is wrong changes nothing of it', async () => {
    const { reminders } = await open()
    expect(reminders.plan.value).toEqual([{ kind: 'off' }])
    const chosen = reminders.chooseMode('random')
    expect(reminders.plan.value).toMatchObject([{ kind: 'random-between', perDay: 3, gap: 90 }])
    await chosen
    await reminders.typeNumber('perDay', '')
    await reminders.typeHours('all', 0, { to: '' })
    expect(reminders.plan.value).toMatchObject([{ perDay: 3, window: { from: 540, to: 1260 } }])
  })

  test('names what is to be known of the hours', async () => {
    const { reminders } = await open()
    expect(reminders.hours.value).toMatchObject({ covers: 'some' })
    await reminders.typeHours('all', 0, { from: '22:00', to: '02:00' })
    expect(reminders.hours.value.days[3]).toEqual({ rows: [{ kind: 'next-day', to: 120 }], overlap: false })
    await reminders.addHours('all')
    await reminders.typeHours('all', 1, { from: '01:00', to: '03:00' })
    expect(reminders.hours.value.days[3]?.overlap).toBe(true)
    await reminders.removeHours('all', 1)
    await reminders.typeHours('all', 0, { from: '00:00', to: '00:00' })
    expect(reminders.hours.value).toMatchObject({ covers: 'all' })
    await reminders.removeHours('all', 0)
    expect(reminders.hours.value).toMatchObject({ covers: 'nothing' })
  })
})

describe('keeping', () => {
  test('each moment to wait for can be switched', async () => {
    const { reminders, kept } = await open()
    await reminders.setHoldBack('sound', false)
    expect((await kept()).holdBack).toEqual({ idle: true, fullScreen: true, sound: false })
    await reminders.setHoldBack('idle', false)
    await reminders.setHoldBack('sound', true)
    expect((await kept()).holdBack).toEqual({ idle: false, fullScreen: true, sound: true })
  })

  test('sharing leaves the ways as they were chosen', async () => {
    const { world, reminders, kept } = await open()
    await reminders.setChannel('badge', false)
    await reminders.setSharing(true)
    expect(await kept()).toMatchObject({ sharing: true, channels: { notification: true, badge: false } })
    expect(world.told).toHaveLength(2)
  })

  test('both ways of asking can be switched', async () => {
    const { reminders, kept } = await open()
    await reminders.setChannel('notification', false)
    expect((await kept()).channels).toEqual({ notification: false, badge: true })
  })

  test('tells nothing where nothing changed', async () => {
    const { world, reminders } = await open()
    await reminders.typeNumber('cap', '6')
    expect(world.told).toEqual([])
    expect(reminders.saving.value).toBe('nothing-yet')
  })

  test('that fails says so, keeps what was chosen on screen, and can be tried again', async () => {
    const { world, reminders, kept } = await open()
    world.values.refuse(new Error('QuotaExceededError'))
    await reminders.chooseMode('random')
    expect(reminders.saving.value).toBe('failed')
    expect(reminders.form.value?.mode).toBe('random')
    world.values.refuse(null)
    expect((await kept()).mode).toEqual({ kind: 'off' })
    await reminders.tryAgain()
    expect(reminders.saving.value).toBe('saved')
    expect((await kept()).mode).toEqual({ kind: 'random', perDay: 3 })
  })

  test('is kept where the worker cannot be told of it', async () => {
    const { world, reminders, kept } = await open()
    world.reminders.reachable = false
    await reminders.chooseMode('random')
    expect((await kept()).mode).toEqual({ kind: 'random', perDay: 3 })
    expect(world.told).toEqual([{ kind: 'settings-changed' }])
    expect(reminders.saving.value).toBe('saved')
  })

  test('takes up what another page changed, but not over what is typed', async () => {
    const { world, reminders } = await open()
    await reminders.typeNumber('cap', '')
    await world.settings.change(current => ({
      ...current,
      nudges: { ...current.nudges, cap: 9, gap: 15 },
    }))
    world.changes.announce('settings')
    await vi.waitFor(() => expect(reminders.form.value?.numbers.gap).toBe('15'))
    expect(reminders.form.value?.numbers.cap).toBe('')
  })

  test('the last of many quick changes stands', async () => {
    const { reminders, kept } = await open()
    await Promise.all(['1', '10', '100', '10', '12'].map(text => reminders.typeNumber('cap', text)))
    expect((await kept()).cap).toBe(12)
    expect(reminders.form.value?.numbers.cap).toBe('12')
  })

  test('what was kept a moment ago never comes back over what is typed now', async () => {
    const { world, reminders, kept } = await open()
    const shown: (string | undefined)[] = []
    let last: Promise<void> | null = null
    world.changes.listen(() => {
      // The first digit was kept and announced; the page is about to read it again.
      last ??= reminders.typeNumber('cap', '12')
    })
    reminders.form.subscribe(form => void shown.push(form?.numbers.cap))
    await reminders.typeNumber('cap', '1')
    await last
    expect(shown).toEqual(['6', '1', '12'])
    expect((await kept()).cap).toBe(12)
  })
})
