import { beforeEach, describe, expect, test } from 'vitest'
import { createOwnPauses } from '../../lib/app/own-pauses.ts'
import type { StoreProblem } from '../../lib/app/ports.ts'
import { doors } from '../../lib/app/stuck.ts'
import { createStuckPage } from '../../lib/app/stuck-page.ts'
import { pauses } from '../../lib/content/pauses.ts'
import { newCheckIn, resumeWithin } from '../../lib/core/check-in.ts'
import { easedIn } from '../../lib/core/eased.ts'
import type { CheckIn, Ease, Far, Felt } from '../../lib/core/records.ts'
import { fail } from '../../lib/core/result.ts'
import { hour, minute, momentOf, second } from '../../lib/core/time.ts'
import { checkInWorld, settled, settledDraft } from '../support/check-in-world.ts'
import { memorySlot, seededChance } from '../support/fakes.ts'

const key = (name: string) => ({ key: name, code: '', shiftKey: false })

let world: ReturnType<typeof checkInWorld>
beforeEach(() => {
  world = checkInWorld()
})

type Popup = Awaited<ReturnType<typeof world.openPopup>>
const placeOf = (model: Popup) => model.open.draft.value.place

/** A popup at the offer, after felt and, where it was said, far. */
const atOffer = async (felt: Felt, far?: Far): Promise<Popup> => {
  const model = await world.openPopup()
  model.answerFelt(felt)
  if (far !== undefined) model.answerFar(far)
  model.next()
  if (placeOf(model) !== 'offer') model.next()
  await settled(model)
  expect(placeOf(model)).toBe('offer')
  return model
}

let made = 0
/** A pause of an earlier time and what was marked after it. */
const ranBefore = async (pauseId: string, ease: Ease | null) => {
  made += 1
  const moment = momentOf(world.clock.now().subtract({ hours: 200 - made }))
  const id = `019ab000-0000-7000-8000-${String(made).padStart(12, '0')}`
  await world.stored.save('sessions', id, () => ({
    ...moment,
    pauseId,
    checkInId: null,
    before: null,
    after: null,
    ease,
    completed: true,
    seconds: 20,
    probability: null,
    reason: null,
  }))
}
beforeEach(() => {
  made = 0
})

/** A pause that the person wrote; gives its id. */
const ownPause = async (label: string): Promise<string> => {
  const id = '019ab000-0000-7000-b000-000000000001'
  const steps = [{ text: 'Look at it.', seconds: 20 }]
  await world.stored.save('pauses', id, () => ({ label, text: null, hidden: false, favourite: false, steps }))
  return id
}

const hide = (id: string) =>
  world.stored.save('pauses', id, () => ({ label: null, text: null, hidden: true, favourite: false }))

/** The names of people that the history holds. */
const people = async () => {
  const found = await world.stored.all('reflections')
  return found.ok && found.value.flatMap(({ type, fields }) => (type === 'person' ? [fields['name']] : []))
}

describe('the way through the doors', () => {
  test('leads from the offer to the doors and back, by key and by hand', async () => {
    const model = await atOffer(5)
    expect(model.pressKey(key('i'))).toBe(true)
    expect(placeOf(model)).toBe('stuck')
    model.back()
    expect(placeOf(model)).toBe('offer')
    model.stuck.show()
    expect(placeOf(model)).toBe('stuck')
  })

  test.each(doors.map((door, at) => [String(at + 1), door]))(
    '%s opens %s, Back leads to the four',
    async (digit, door) => {
      const model = await atOffer(5)
      model.stuck.show()
      expect(model.pressKey(key(digit))).toBe(true)
      expect(placeOf(model)).toBe(door)
      model.back()
      expect(placeOf(model)).toBe('stuck')
      model.back()
      expect(placeOf(model)).toBe('offer')
    },
  )

  test.each(['0', '5', '9', 'q', 'Enter'])('%s opens none', async name => {
    const model = await atOffer(5)
    model.stuck.show()
    expect(model.pressKey(key(name))).toBe(false)
    expect(placeOf(model)).toBe('stuck')
  })

  test.each(['stuck', ...doors] as const)('at %s a popup goes on where it was', async place => {
    const model = await atOffer(5)
    model.stuck.show()
    if (place !== 'stuck') model.stuck.stuck.open(place)
    await settledDraft()
    expect(placeOf(await world.openPopup())).toBe(place)
    world.clock.advance(resumeWithin + second)
    expect(placeOf(await world.openPopup())).toBe('felt')
  })

  test('changes nothing of the check-in, and no second one begins', async () => {
    const model = await atOffer(2, 1)
    const before = await world.checkIns()
    for (const door of doors) {
      model.stuck.show()
      model.stuck.stuck.open(door)
      await model.stuck.stuck.load()
      model.stuck.stuck.again()
    }
    await settled(model)
    expect(await world.checkIns()).toEqual(before)
    expect(await world.sessions()).toEqual([])
    expect(world.told.map(({ kind }) => kind)).toEqual(['opened', 'answered'])
  })

  test('Escape at a door ends the check-in, with everything kept', async () => {
    const model = await atOffer(5)
    model.stuck.show()
    await model.escape()
    expect(world.left).toBe(1)
    expect(world.leavings[0]).toMatchObject({ notNow: false, answered: true })
  })
})

describe('I feel alone', () => {
  test('copies the sentence by key and by hand', async () => {
    const model = await atOffer(5)
    model.stuck.stuck.open('alone')
    expect(model.pressKey(key('c'))).toBe(true)
    await model.stuck.stuck.copy('another')
    expect(world.copied).toEqual(['sentence', 'another'])
    expect(model.stuck.stuck.copied.value).toEqual({ text: 'another', ok: true })
  })

  test('forgets that it was copied when the door opens again', async () => {
    const model = await atOffer(5)
    model.stuck.stuck.open('alone')
    await model.stuck.stuck.copy('sentence')
    model.back()
    model.stuck.stuck.open('alone')
    expect(model.stuck.stuck.copied.value).toBe(null)
  })
})

describe('people one trusts', () => {
  const listed = (model: Popup) => model.stuck.stuck.people.items.value?.map(({ name }) => name)

  test('are read at the door, and a name that is added is kept beside the check-in', async () => {
    const model = await atOffer(5)
    const before = await world.checkIns()
    model.stuck.stuck.open('alone')
    expect(model.stuck.stuck.people.items.value).toBe(null)
    await model.stuck.stuck.people.load()
    expect(listed(model)).toEqual([])
    expect(model.stuck.stuck.people.add('person', '<b>Mira</b> ميرا')).toBe('<b>Mira</b> ميرا')
    expect(listed(model)).toEqual(['<b>Mira</b> ميرا'])
    await settled(model)
    expect(await people()).toEqual(['<b>Mira</b> ميرا'])
    expect(await world.checkIns()).toEqual(before)
  })

  test('a pause finds whom the door added, and the door whom a pause added', async () => {
    const model = await atOffer(5)
    await model.lists.load()
    model.stuck.stuck.people.add('person', 'Mira')
    model.lists.add('person', 'Jo')
    expect(model.lists.items.value).toEqual(model.stuck.stuck.people.items.value)
    expect(listed(model)).toEqual(['Mira', 'Jo'])
  })

  test('that cannot be read are no empty list', async () => {
    const model = await atOffer(5)
    world.breakReads({ kind: 'failed', name: 'UnknownError' })
    await model.stuck.stuck.people.load()
    expect(model.stuck.stuck.people.items.value).toBe(null)
    expect(model.stuck.stuck.people.problem.value).toEqual({ kind: 'failed', name: 'UnknownError' })
  })
})

describe('I can’t get to any feeling', () => {
  const pausesAt = async (model: Popup) => {
    model.stuck.stuck.open('blocked')
    await model.stuck.stuck.load()
    return model.stuck.stuck.pauses.value?.map(({ pause }) => pause.id)
  }
  const all = ['care', 'hum', 'doodle', 'one-line']
  /** What looks outward comes first, and a line turns inward. */
  const outwardFirst = ['look-up', 'care', 'hum', 'doodle']

  test.each([
    [5, undefined, all],
    [2, 0, all],
    [2, 1, all],
    [2, 2, outwardFirst],
    [2, 3, outwardFirst],
    [8, 2, outwardFirst],
    // Far is not known, and little is felt.
    [2, undefined, outwardFirst],
  ] as const)('felt %i and far %s: %s', async (felt, far, pauses) => {
    expect(await pausesAt(await atOffer(felt, far))).toEqual(pauses)
  })

  test.each(['panicky', 'overwhelmed', 'scared', 'ashamed', 'grieving', 'hopeless'])(
    'after %s only what looks outward is there',
    async word => {
      const model = await atOffer(6)
      await model.open.answer({ words: [{ id: word, guess: false }] })
      expect(await pausesAt(model)).toEqual(['look-up'])
    },
  )

  test('what was worse last time is left out, and is back when it was not', async () => {
    await ranBefore('hum', 'worse')
    expect(await pausesAt(await atOffer(6))).toEqual(['care'])
    await ranBefore('stand-and-move', 'worse')
    expect(await pausesAt(await atOffer(6))).toEqual(['look-up'])
    await ranBefore('look-up', 'worse')
    expect(await pausesAt(await atOffer(6))).toEqual(['three-things'])
    await ranBefore('one-line', 'same')
    expect(await pausesAt(await atOffer(6))).toEqual(['hum', 'doodle', 'one-line'])
  })

  test('what the person hid is left out, also what looks outward', async () => {
    await hide('hum')
    await hide('look-up')
    expect(await pausesAt(await atOffer(6))).toEqual(['care', 'doodle', 'one-line'])
    expect(await pausesAt(await atOffer(2, 3))).toEqual(['three-things', 'care', 'doodle'])
    for (const id of ['care', 'doodle', 'one-line']) await hide(id)
    expect(await pausesAt(await atOffer(6))).toEqual(['three-things'])
    for (const id of pauses.filter(({ kind }) => kind === 'out').map(({ id }) => id)) await hide(id)
    expect(await pausesAt(await atOffer(6))).toEqual([])
  })

  test('what the person switched off is left out', async () => {
    await world.settings.change(all => ({ ...all, pauses: { ...all.pauses, offKinds: ['make'] } }))
    expect(await pausesAt(await atOffer(6))).toEqual(['care'])
  })

  test('looks outward where the past cannot be read, and starts nothing before it is read', async () => {
    const model = await atOffer(6)
    expect(model.stuck.stuck.pauses.value).toBe(null)
    world.breakReads({ kind: 'failed', name: 'UnknownError' })
    expect(await pausesAt(model)).toEqual(['look-up'])
    expect(model.stuck.stuck.problem.value).toEqual({ kind: 'failed', name: 'UnknownError' })
    world.breakReads(null)
    await model.stuck.stuck.load()
    expect(model.stuck.stuck.problem.value).toBe(null)
    expect(model.stuck.stuck.pauses.value?.map(({ pause }) => pause.id)).toEqual(all)
  })

  test('a digit starts the pause that stands there, as one that was picked', async () => {
    const model = await atOffer(2, 3)
    expect(await pausesAt(model)).toEqual(outwardFirst)
    expect(model.pressKey(key('5'))).toBe(false)
    expect(model.pressKey(key('3'))).toBe(true)
    expect(placeOf(model)).toBe('pause')
    await settled(model)
    expect(await world.sessions()).toMatchObject([{ pauseId: 'hum', probability: null, reason: null }])
  })
})

describe('I doubt myself', () => {
  const easedAt = async (model: Popup) => {
    model.stuck.stuck.open('doubt')
    await model.stuck.stuck.load()
    return model.stuck.stuck.eased.value?.map(({ listed, eased, of }) => [listed.pause.id, eased, of])
  }

  test('counts what was marked, and nothing else', () => {
    const run = (pauseId: string, ease: Ease | null) => ({ pauseId, ease })
    expect(easedIn([])).toEqual([])
    expect(
      easedIn([
        run('c', 'eased'),
        run('a', null),
        run('b', 'eased'),
        run('a', 'same'),
        run('b', 'worse'),
        run('b', 'eased'),
        run('b', null),
      ]),
    ).toEqual([
      { pauseId: 'b', eased: 2, of: 3 },
      { pauseId: 'c', eased: 1, of: 1 },
    ])
  })

  test('shows what “eased” was marked after, the most often marked first', async () => {
    await ranBefore('long-exhale', 'eased')
    await ranBefore('look-up', 'eased')
    await ranBefore('look-up', 'same')
    await ranBefore('look-up', 'eased')
    await ranBefore('look-up', null)
    await ranBefore('of-a-newer-thaw', 'eased')
    expect(await easedAt(await atOffer(6))).toEqual([
      ['look-up', 2, 3],
      ['long-exhale', 1, 1],
    ])
  })

  test('leaves out what does not look outward while things feel far away, and what was worse last time', async () => {
    await ranBefore('long-exhale', 'eased')
    await ranBefore('look-up', 'eased')
    expect(await easedAt(await atOffer(2, 2))).toEqual([['look-up', 1, 1]])
    await ranBefore('long-exhale', 'worse')
    world.clock.advance(hour)
    expect(await easedAt(await atOffer(6))).toEqual([['look-up', 1, 1]])
  })

  test('has something outward where nothing else may be offered', async () => {
    await ranBefore('long-exhale', 'eased')
    const far = await atOffer(2, 3)
    expect(await easedAt(far)).toEqual([])
    expect(far.stuck.stuck.instead.value?.pause.id).toBe('look-up')
    expect(far.stuck.stuck.farAway.value).toBe(true)
    expect(far.pressKey(key('1'))).toBe(true)
    expect(placeOf(far)).toBe('pause')
  })

  test('has nothing where nothing was marked', async () => {
    await ranBefore('look-up', 'same')
    const model = await atOffer(6)
    expect(await easedAt(model)).toEqual([])
    expect(model.stuck.stuck.instead.value).toBe(null)
    expect(model.stuck.stuck.noneFits.value).toBe(false)
    expect(model.pressKey(key('1'))).toBe(false)
  })

  test('an own pause stands by its name, as any other', async () => {
    const own = await ownPause('The tree')
    await ranBefore(own, 'eased')
    const model = await atOffer(6)
    expect(await easedAt(model)).toEqual([[own, 1, 1]])
    expect(model.stuck.stuck.eased.value?.[0]?.listed.own).toEqual({ name: 'The tree', about: null })
    expect(model.pressKey(key('1'))).toBe(true)
    expect(model.pause.listed.value?.own?.name).toBe('The tree')
  })

  test('an own pause is left out once own pauses were worse, and while things feel far away', async () => {
    const own = await ownPause('The tree')
    await ranBefore(own, 'eased')
    expect(await easedAt(await atOffer(2, 2))).toEqual([])
    await ranBefore(own, 'worse')
    world.clock.advance(hour)
    expect(await easedAt(await atOffer(6))).toEqual([])
  })

  test('leaves out what is only for picking, what the person switched off, and at night what is for the day', async () => {
    for (const id of ['let-it-be', 'four-seven-eight', 'one-sentence', 'stand-and-move', 'long-exhale'])
      await ranBefore(id, 'eased')
    const ids = async () => (await easedAt(await atOffer(6)))?.map(([id]) => id)
    expect(await ids()).toEqual(['long-exhale', 'stand-and-move', 'one-sentence'])
    world.clock.set('2026-11-22T22:00+01:00[Europe/Berlin]')
    expect(await ids()).toEqual(['long-exhale'])
    await world.settings.change(all => ({
      ...all,
      pauses: { ...all.pauses, offKinds: ['breath'], switchedOn: ['four-seven-eight'] },
    }))
    expect(await ids()).toEqual([])
    await world.settings.change(all => ({ ...all, pauses: { ...all.pauses, offKinds: [] } }))
    expect(await ids()).toEqual(['long-exhale', 'four-seven-eight'])
  })

  test('what the person hid is left out, and is not called unmarked', async () => {
    await ranBefore('look-up', 'eased')
    await hide('look-up')
    const model = await atOffer(6)
    expect(await easedAt(model)).toEqual([])
    expect(model.stuck.stuck.noneFits.value).toBe(true)
    const far = await atOffer(2, 3)
    await easedAt(far)
    expect(far.stuck.stuck.instead.value?.pause.id).toBe('three-things')
    expect(far.stuck.stuck.noneFits.value).toBe(false)
  })

  test('a digit starts the pause beside it; Y shows a line, A another', async () => {
    await ranBefore('long-exhale', 'eased')
    await ranBefore('look-up', 'eased')
    await ranBefore('look-up', 'eased')
    for (const [at, text] of ['one', 'two'].entries())
      await world.stored.save('reflections', `019ab000-0000-7000-9000-00000000000${at}`, () => ({
        at,
        zone: 'UTC',
        day: '2026-11-01',
        type: 'line' as const,
        fields: { text, kept: true },
      }))
    const model = await atOffer(6)
    await easedAt(model)
    const { keepsakes } = model.stuck.stuck
    expect(model.pressKey(key('a'))).toBe(false)
    expect(model.pressKey(key('y'))).toBe(true)
    await settled(model)
    expect(keepsakes.shown.value?.line?.text).toBe('two')
    expect(model.pressKey(key('a'))).toBe(true)
    expect(keepsakes.shown.value?.line?.text).toBe('one')
    expect(model.pressKey(key('3'))).toBe(false)
    expect(model.pressKey(key('2'))).toBe(true)
    expect(model.pause.listed.value?.pause.id).toBe('long-exhale')
  })

  test('a line that was shown is out of sight when the door opens again', async () => {
    const model = await atOffer(6)
    model.stuck.stuck.open('doubt')
    await model.stuck.stuck.keepsakes.show()
    model.back()
    model.stuck.stuck.open('doubt')
    expect(model.stuck.stuck.keepsakes.shown.value).toBe(null)
  })

  test('Y asks for nothing while things feel far away', async () => {
    const model = await atOffer(2, 2)
    await easedAt(model)
    expect(model.pressKey(key('y'))).toBe(false)
  })
})

describe('It is too much', () => {
  test('asks nothing; “once more” is a key and a press', async () => {
    const model = await atOffer(1, 3)
    model.stuck.stuck.open('too-much')
    expect(model.pressKey(key('o'))).toBe(true)
    model.stuck.stuck.again()
    expect(model.stuck.stuck.rounds.value).toBe(2)
    expect(model.pressKey(key('1'))).toBe(false)
  })
})

describe('on Today', () => {
  let started: string[]
  beforeEach(() => {
    started = []
  })
  const makePage = (other: Partial<Parameters<typeof createStuckPage>[0]> = {}) =>
    createStuckPage({
      records: world.stored,
      settings: world.settings,
      pauses: createOwnPauses({ records: world.stored, changes: world.changes }),
      removal: memorySlot(),
      changes: world.changes,
      clock: world.clock,
      chance: seededChance(3),
      later: () => () => {},
      copyText: async () => false,
      sentence: () => 'sentence',
      startPause: async id => {
        started.push(id)
      },
      ...other,
    })

  const checkedIn = async (
    answers: Partial<Pick<CheckIn, 'felt' | 'far' | 'words' | 'precision'>>,
    ago = hour,
  ) => {
    made += 1
    const moment = momentOf(world.clock.now().subtract({ milliseconds: ago }))
    await world.stored.save('checkIns', `019ab000-0000-7000-a000-${String(made).padStart(12, '0')}`, () => ({
      ...newCheckIn(moment, { source: 'popup', nudgeId: null }),
      ...answers,
    }))
  }

  test('the doors open in the page, and Back and Escape lead step by step to where one came from', async () => {
    const page = makePage()
    expect(page.place.value).toBe(null)
    expect(page.pressKey(key('1'))).toBe(false)
    await page.open()
    expect(page.place.value).toBe('stuck')
    expect(page.pressKey(key('3'))).toBe(true)
    expect(page.place.value).toBe('doubt')
    page.back()
    expect(page.place.value).toBe('stuck')
    expect(page.pressKey(key('Escape'))).toBe(true)
    expect(page.place.value).toBe(null)
  })

  test('they close at once where Today is asked for, and what was shown behind one with them', async () => {
    const page = makePage()
    await page.open()
    page.stuck.open('doubt')
    page.close()
    expect(page.place.value).toBe(null)
    await page.open()
    expect(page.place.value).toBe('stuck')
  })

  test.each([
    ['nothing was said today', null, hour, true, true],
    ['far was “a lot” today', 2, hour, true, false],
    ['far was “completely” today', 3, hour, true, false],
    ['far was “no” today', 0, hour, false, true],
    ['far was “a lot” yesterday', 2, 20 * hour, true, true],
  ] as const)('%s', async (_, far, ago, outward, offered) => {
    if (far !== null) await checkedIn({ felt: 5, far }, ago)
    const page = makePage()
    await page.open()
    expect([page.stuck.outward.value, page.stuck.keepsakes.offered.value]).toEqual([outward, offered])
  })

  test.each([
    ['whose time is not known', { precision: 'day' }, minute],
    ['that is still to come', {}, -minute],
  ] as const)('a check-in %s says nothing of how far away things feel now', async (_, odd, ago) => {
    await checkedIn({ felt: 5, far: 3 }, hour)
    await checkedIn({ felt: 8, ...odd }, ago)
    const page = makePage()
    await page.open()
    expect([page.stuck.outward.value, page.stuck.keepsakes.offered.value]).toEqual([true, false])
  })

  test('follows a check-in that is made while the doors stand open', async () => {
    const page = makePage()
    await page.open()
    expect(page.stuck.keepsakes.offered.value).toBe(true)
    await checkedIn({ felt: 1, far: 3 }, 0)
    world.changes.announce('records')
    await settledDraft()
    expect(page.stuck.keepsakes.offered.value).toBe(false)
  })

  test('a digit starts the pause beside it where pauses run', async () => {
    await ranBefore('look-up', 'eased')
    const page = makePage()
    await page.open()
    page.stuck.open('doubt')
    await page.stuck.load()
    expect(page.pressKey(key('1'))).toBe(true)
    page.back()
    page.stuck.open('blocked')
    expect(page.pressKey(key('3'))).toBe(true)
    expect(page.pressKey(key('9'))).toBe(false)
    expect(started).toEqual(['look-up', 'hum'])
    expect(page.notStarted.value).toBe(false)
    expect(page.place.value).toBe('blocked')
  })

  test('says that a pause did not open, until one does or the door closes', async () => {
    let refuses = true
    const page = makePage({
      startPause: async () => {
        if (refuses) throw new Error('no window')
      },
    })
    const start = async () => {
      page.stuck.start('care')
      await settledDraft()
      return page.notStarted.value
    }
    await page.open()
    page.stuck.open('blocked')
    expect(await start()).toBe(true)
    refuses = false
    expect(await start()).toBe(false)
    refuses = true
    expect(await start()).toBe(true)
    page.back()
    expect(page.notStarted.value).toBe(false)
  })

  test('what was worse meanwhile is left out while the door stands open', async () => {
    const page = makePage()
    await page.open()
    page.stuck.open('blocked')
    await page.stuck.load()
    await ranBefore('hum', 'worse')
    world.changes.announce('records')
    await settledDraft()
    // Nothing was said today, so what looks outward comes first.
    expect(page.stuck.pauses.value?.map(({ pause }) => pause.id)).toEqual(['look-up', 'care'])
  })

  test('takes own pauses in, and leaves out hidden ones, from the first look on', async () => {
    const own = await ownPause('The tree')
    await hide('hum')
    await ranBefore(own, 'eased')
    await checkedIn({ felt: 6, far: 0 })
    const page = makePage()
    await page.open()
    page.stuck.open('doubt')
    expect(page.stuck.pauses.value).toBe(null)
    await page.stuck.load()
    expect(page.stuck.eased.value?.map(({ listed }) => listed.own?.name)).toEqual(['The tree'])
    expect(page.stuck.pauses.value?.map(({ pause }) => pause.id)).toEqual(['care', 'doodle', 'one-line'])
    expect(page.pressKey(key('1'))).toBe(true)
    expect(started).toEqual([own])
  })

  test('keeps a name, and shows the names of before', async () => {
    const page = makePage()
    await page.stuck.people.load()
    expect(page.stuck.people.add('person', ' Mira ')).toBe('Mira')
    await settledDraft()
    const next = makePage()
    expect(next.stuck.people.items.value).toBe(null)
    await next.stuck.people.load()
    expect(next.stuck.people.items.value).toMatchObject([{ type: 'person', name: 'Mira' }])
  })

  test('says what could not be kept, and that a copy did not work', async () => {
    let problem: StoreProblem | null = { kind: 'full' }
    const page = makePage({
      records: {
        ...world.stored,
        save: async (...given) => (problem ? fail(problem) : world.stored.save(...given)),
      },
    })
    await page.open()
    await page.stuck.people.load()
    page.stuck.people.add('person', 'Mira')
    await settledDraft()
    expect(page.unkept.value).toEqual({ kind: 'full' })
    problem = null
    await page.tryAgain()
    expect(page.unkept.value).toBe(null)
    expect(await people()).toEqual(['Mira'])
    await page.stuck.copy('sentence')
    expect(page.stuck.copied.value).toEqual({ text: 'sentence', ok: false })
  })
})
