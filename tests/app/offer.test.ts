/** What an offer is made of: the answers, the past, the person's pauses, settings and plans as they stand. */
import { effect } from '@preact/signals'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { readLearning } from '../../lib/app/learning.ts'
import { pauses } from '../../lib/content/pauses.ts'
import { newCheckIn } from '../../lib/core/check-in.ts'
import type { Ease, Far, Felt, Fields, OwnPause, ReflectionType } from '../../lib/core/records.ts'
import type { PauseSettings } from '../../lib/core/settings.ts'
import { hour, minute, momentOf } from '../../lib/core/time.ts'
import { checkInWorld, settled, settledDraft } from '../support/check-in-world.ts'

let world: ReturnType<typeof checkInWorld>
let made = 0
beforeEach(() => {
  world = checkInWorld()
  made = 0
})

type Popup = Awaited<ReturnType<typeof world.openPopup>>

const newId = () => {
  made += 1
  return `019ab000-0000-7000-8000-${String(made).padStart(12, '0')}`
}
const ago = (milliseconds: number) => momentOf(world.clock.now().subtract({ milliseconds }))

const atOffer = async (felt: Felt, far?: Far): Promise<Popup> => {
  const model = await world.openPopup()
  model.answerFelt(felt)
  if (far !== undefined) model.answerFar(far)
  model.next()
  if (model.open.draft.value.place !== 'offer') model.next()
  await settled(model)
  expect(model.open.draft.value.place).toBe('offer')
  return model
}
const offerOf = (model: Popup) => model.open.draft.value.offer
const kindOf = (model: Popup) => model.offer.view.value?.listed.pause.kind

const ranBefore = (pauseId: string, ease: Ease | null) => {
  const moment = ago(hour * (400 - made))
  return world.stored.save('sessions', newId(), () => ({
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
const written = async (
  type: ReflectionType,
  fields: Fields<'reflections'>['fields'],
  milliseconds = 24 * hour,
) => {
  const id = newId()
  const moment = ago(milliseconds)
  await world.stored.save('reflections', id, () => ({ ...moment, type, fields }))
  return id
}
/** As pairs: an object with a `then` looks like a promise. */
const plan = (cue: string, pauseId: string, milliseconds = 24 * hour) =>
  written(
    'plan',
    Object.fromEntries([
      ['if', cue],
      ['then', pauseId],
    ]),
    milliseconds,
  )
const changed = (id: string, change: Partial<OwnPause>) =>
  world.stored.save('pauses', id, () => ({
    label: null,
    text: null,
    favourite: false,
    hidden: false,
    ...change,
  }))
const steps = [{ text: 'Breathe on the glass', seconds: 20 }]
const hideAllBut = async (...kept: readonly string[]) => {
  for (const { id } of pauses) if (!kept.includes(id)) await changed(id, { hidden: true })
}
const set = (change: Partial<PauseSettings>) =>
  world.settings.change(current => ({ ...current, pauses: { ...current.pauses, ...change } }))

describe('the answers', () => {
  test.each([
    [0, 3, 'reason_far'],
    [0, undefined, 'reason_outward'],
    [8, 2, 'reason_far'],
  ] as const)('felt %i and far %s look outward: %s', async (felt, far, reason) => {
    const model = await atOffer(felt, far)
    expect(offerOf(model)).toMatchObject({ reason, values: [] })
    expect(kindOf(model)).toBe('out')
  })

  test('otherwise one of five is chosen, evenly', async () => {
    expect(offerOf(await atOffer(9))).toMatchObject({ probability: 1 / 5, reason: 'reason_new' })
  })

  test('at night nothing is offered for the day', async () => {
    world.clock.set('2026-11-22T23:30+01:00[Europe/Berlin]')
    await hideAllBut('stand-and-move', 'one-sentence')
    expect((await atOffer(9)).offer.none.value).toBe(true)
    world.clock.set('2026-11-23T07:00+01:00[Europe/Berlin]')
    expect((await atOffer(9)).offer.none.value).toBe(false)
  })
})

describe('when the answers are changed on another page', () => {
  const changedElsewhere = async (model: Popup, change: Partial<Fields<'checkIns'>>) => {
    const id = model.open.draft.value.checkInId ?? ''
    await world.stored.save('checkIns', id, now => now && { ...now, ...change })
    world.changes.announce('records')
    await settled(model)
    await settled(model)
  }

  test('another is made that follows from them', async () => {
    const model = await atOffer(6)
    await model.another()
    await changedElsewhere(model, { felt: 1, far: 3 })
    expect(offerOf(model)?.reason).toBe('reason_far')
    expect(model.open.draft.value.passedOver).toEqual([])
  })

  test('another is made also where the draft cannot be written', async () => {
    const model = await atOffer(6)
    const { write } = world.slot
    Object.assign(world.slot, { write: () => Promise.reject(new Error('QuotaExceededError')) })
    await changedElsewhere(model, { felt: 1, far: 3 })
    await vi.waitFor(() => expect(offerOf(model)?.reason).toBe('reason_far'))
    Object.assign(world.slot, { write })
  })

  test('it stays where it follows from others, and while its pause runs', async () => {
    const model = await atOffer(6)
    const before = offerOf(model)
    await changedElsewhere(model, { note: 'from History', energy: 0 })
    expect(offerOf(model)).toEqual(before)
    model.pause.startOffered()
    await changedElsewhere(model, { felt: 1, far: 3 })
    expect(offerOf(model)).toEqual(before)
  })

  test('while the popup is closed, another is made in the next one where the rules ask for it, and only there', async () => {
    const model = await atOffer(6)
    await model.open.save(async () => {})
    const hum = { pauseId: 'hum', reason: 'reason_new', values: [], probability: 0.2 } as const
    if (world.draft === null) throw new Error('There is no draft')
    await world.slot.write({ ...world.draft, offer: hum })
    const next = await world.openPopup()
    next.warmUp()
    await settled(next)
    await settledDraft()
    expect(offerOf(next)).toEqual(hum)
    await next.open.save(async () => {})
    await changedElsewhere(model, { felt: 1, far: 3 })
    const last = await world.openPopup()
    last.warmUp()
    await settled(last)
    await settledDraft()
    expect(offerOf(last)?.reason).toBe('reason_far')
    expect(world.draft?.offer).toEqual(offerOf(last))
  })

  test('what was felt worse, or is unsafe by now, is not offered again after its pause', async () => {
    const model = await atOffer(6)
    model.open.move({ offer: { pauseId: 'hum', reason: 'reason_new', values: [], probability: 0.2 } })
    const backFrom = async (end: () => void) => {
      model.pause.startOffered()
      await settled(model)
      end()
      await settled(model)
      model.showPauses()
      model.back()
      await settled(model)
      await settledDraft()
      expect(model.open.draft.value.place).toBe('offer')
    }
    await backFrom(model.pause.worse)
    expect(offerOf(model)?.pauseId).not.toBe('hum')
    model.open.move({ offer: { pauseId: 'tidy-one', reason: 'reason_new', values: [], probability: 0.2 } })
    await changedElsewhere(model, { felt: 1, far: 3 })
    await backFrom(model.pause.stop)
    expect(offerOf(model)?.reason).toBe('reason_far')
  })

  test('what is started before the rules were asked once more stays what was offered', async () => {
    const model = await atOffer(6)
    const before = { pauseId: 'hum', reason: 'reason_new', values: [], probability: 0.2 } as const
    model.open.move({ offer: before })
    await model.open.save(async () => {})
    await changedElsewhere(model, { felt: 1, far: 3 })
    const go = world.holdSessions()
    const next = await world.openPopup()
    next.warmUp()
    next.pause.startOffered()
    go()
    await settled(next)
    await settledDraft()
    expect(next.open.draft.value.place).toBe('pause')
    expect(offerOf(next)).toEqual(before)
  })

  test('what another popup answered, and could not keep yet, stays in the draft', async () => {
    const model = await atOffer(6)
    const other = await world.openPopup()
    world.clock.advance(1)
    void other.open.answer({ felt: 1 })
    void other.open.answer({ pleasant: -2 })
    world.breakWrites({ kind: 'full' })
    await settled(model)
    await settled(model)
    expect(world.draft?.unkept).toMatchObject({ pleasant: -2 })
  })

  test('what another popup answers while it is made stays in the draft until it is kept', async () => {
    const model = await atOffer(6)
    const go = world.holdSessions()
    world.clock.advance(1)
    await changedElsewhere(model, { felt: 1, far: 3 })
    expect(offerOf(model)).toBeNull()
    const other = await world.openPopup()
    world.clock.advance(1)
    const keep = world.holdWrites()
    other.more.answerPleasant(-2)
    await settledDraft()
    world.clock.advance(1)
    go()
    await vi.waitFor(() => expect(offerOf(model)).not.toBeNull())
    await settled(model)
    expect(world.draft?.unkept).toMatchObject({ pleasant: -2 })
    keep()
    await settled(other)
    await vi.waitFor(() => expect(world.draft?.unkept).toBeNull())
  })

  test('where none fits them, that is said in every popup', async () => {
    await hideAllBut('stand-and-move')
    const model = await atOffer(9)
    const other = await world.openPopup()
    await vi.waitFor(() => expect(offerOf(other)).not.toBeNull())
    world.clock.advance(1)
    await changedElsewhere(model, { felt: 0, far: 3 })
    await vi.waitFor(() => expect([model.offer.none.value, other.offer.none.value]).toEqual([true, true]))
  })

  test('a pause of the person’s own that is offered in another popup is offered here, also at another step', async () => {
    const model = await atOffer(6)
    const other = await world.openPopup()
    model.open.move({ place: 'words' })
    await settledDraft()
    await changed('own-1', { label: 'Frost', text: 'on the window', steps })
    world.clock.advance(1)
    other.open.move({
      place: 'offer',
      offer: { pauseId: 'own-1', reason: 'reason_new', values: [], probability: 1 },
    })
    await vi.waitFor(() => expect(model.offer.view.value?.listed.pause.id).toBe('own-1'))
  })

  test('what is offered in another popup is offered here', async () => {
    const model = await atOffer(6)
    const other = await world.openPopup()
    world.clock.advance(1)
    other.changeFelt()
    other.answerFelt(1)
    other.answerFar(3)
    other.next()
    await vi.waitFor(() => expect(offerOf(other)?.reason).toBe('reason_far'))
    await settled(other)
    world.clock.advance(1)
    await other.another()
    await vi.waitFor(() => expect(offerOf(model)).toEqual(offerOf(other)))
  })
})

test('an answer that waited when its offer came to another popup waits there no more once it is kept', async () => {
  const model = await atOffer(6)
  const other = await world.openPopup()
  const go = world.holdWrites()
  world.clock.advance(1)
  other.changeFelt()
  other.answerFelt(1)
  other.answerFar(3)
  other.next()
  await settledDraft()
  expect(model.open.draft.value.unkept).toMatchObject({ far: 3 })
  world.clock.advance(1)
  go()
  await settled(other)
  await settled(model)
  expect(model.open.draft.value.unkept).toBeNull()
})

test('is made once, and is not said to be none while it is made', async () => {
  const model = await atOffer(9)
  const seen = new Set<string | undefined>()
  model.open.move({ offer: null })
  const stop = effect(() => void seen.add(model.open.draft.value.offer?.pauseId))
  expect(model.offer.none.value).toBe(false)
  await Promise.all([1, 2, 3, 4].map(() => model.offer.make()))
  stop()
  expect(seen.size).toBe(2)
})

describe('the past', () => {
  test('what was worse is left out, and what was marked “eased” says so', async () => {
    await hideAllBut('long-exhale', 'hum')
    await ranBefore('long-exhale', 'worse')
    for (const ease of ['eased', 'same', 'eased', null] as const) await ranBefore('hum', ease)
    expect(offerOf(await atOffer(9))).toMatchObject({
      pauseId: 'hum',
      reason: 'reason_eased',
      values: [2, 3],
    })
  })

  test('so is what was worse a moment ago, in this very check-in', async () => {
    await hideAllBut('long-exhale', 'sigh', 'hum')
    await ranBefore('hum', null)
    const model = await atOffer(9)
    model.pause.start('long-exhale')
    model.pause.stop()
    model.pause.answerEase('worse')
    model.changeFelt()
    model.answerFelt(8)
    model.next()
    await settled(model)
    expect(offerOf(model)?.pauseId).toBe('hum')
  })

  test('where it cannot be read, what is offered looks outward', async () => {
    world.breakReads({ kind: 'failed', name: 'UnknownError' })
    const model = await atOffer(9)
    expect(kindOf(model)).toBe('out')
    expect(offerOf(model)?.reason).toBe('reason_outward')
  })

  test('where it is long, nothing is called new', async () => {
    await hideAllBut('hum')
    for (let at = 0; at < 200; at += 1) await ranBefore('look-up', null)
    expect(offerOf(await atOffer(9))?.reason).toBe('reason_not_lately')
  })
})

describe('the person’s own', () => {
  test('a pause they wrote is offered under its name, and goes on being so in the next popup', async () => {
    await hideAllBut()
    await changed('own-1', { label: 'Frost', text: 'on the window', steps })
    expect((await atOffer(9)).offer.view.value).toMatchObject({
      listed: { own: { name: 'Frost', about: 'on the window' }, pause: { id: 'own-1' } },
      reason: 'reason_own',
    })
    const next = await world.openPopup()
    next.warmUp()
    await vi.waitFor(() => expect(next.offer.view.value?.listed.own?.name).toBe('Frost'))
    expect(offerOf(next)?.pauseId).toBe('own-1')
  })

  test('a favourite says that it is one', async () => {
    await hideAllBut('hum')
    await changed('hum', { favourite: true })
    expect(offerOf(await atOffer(9))).toMatchObject({ pauseId: 'hum', reason: 'reason_favourite' })
  })

  test('what was hidden after it was offered is offered no longer', async () => {
    await hideAllBut('hum', 'care')
    const model = await atOffer(9)
    const first = offerOf(model)?.pauseId ?? ''
    await changed(first, { hidden: true })
    await model.pauses.load()
    expect(model.offer.view.value).toBe(null)
    await model.offer.make()
    expect(offerOf(model)?.pauseId).toBe(first === 'hum' ? 'care' : 'hum')
  })

  test('settings hold', async () => {
    await hideAllBut('long-exhale', 'stand-and-move', 'four-seven-eight', 'hum', 'doodle')
    await set({ offKinds: ['breath'], atMost: 30 })
    expect(offerOf(await atOffer(9))?.pauseId).toBe('hum')
    await set({ offKinds: ['make', 'do'], atMost: null, switchedOn: ['four-seven-eight'] })
    await changed('long-exhale', { hidden: true })
    expect(offerOf(await atOffer(8))?.pauseId).toBe('four-seven-eight')
  })

  test('settings that cannot be read are as they come', async () => {
    await hideAllBut('hum')
    await set({ offKinds: ['make'] })
    world.settings.read = () => Promise.reject(new Error('refused'))
    expect(offerOf(await atOffer(9))?.pauseId).toBe('hum')
  })

  test('where everything is hidden there is none, until something is back', async () => {
    await hideAllBut()
    const model = await atOffer(9)
    expect([model.offer.view.value, model.offer.none.value]).toEqual([null, true])
    await changed('hum', { hidden: false })
    await model.offer.make()
    expect([kindOf(model), model.offer.none.value]).toEqual(['make', false])
  })
})

describe('“Another”', () => {
  test('brings another, and all pauses where the rules leave none', async () => {
    await hideAllBut('look-up', 'hum', 'shoulders')
    const model = await atOffer(0, 3)
    expect(offerOf(model)?.pauseId).toBe('look-up')
    await model.another()
    expect(model.open.draft.value).toMatchObject({ place: 'offer', offer: { pauseId: 'hum' } })
    await changed('hum', { hidden: true })
    await model.another()
    await model.another()
    expect(model.open.draft.value).toMatchObject({ place: 'pauses' })
  })

  test('passes over what is shown when the reading is done, twice where it is pressed twice', async () => {
    const model = await atOffer(9)
    await Promise.all([model.another(), model.another()])
    expect(new Set(model.open.draft.value.passedOver).size).toBe(2)
    expect(model.open.draft.value.passedOver).not.toContain(offerOf(model)?.pauseId)
  })
})

describe('a plan', () => {
  const planned = (label: string) => ({
    pauseId: 'doodle',
    reason: 'reason_plan',
    values: [label],
    probability: 1,
  })

  /** The offer after a word and a tag were logged. */
  const afterLogging = async () => {
    const model = await atOffer(9)
    await model.open.answer({ words: [{ id: 'bored', guess: true }], tags: ['work'] })
    await model.another()
    return offerOf(model)
  }

  test.each([
    ['word:bored', 'bored'],
    ['tag:work', 'work'],
  ])('for %s holds when that was just logged', async (cue, label) => {
    await plan(cue, 'doodle')
    expect(await afterLogging()).toEqual(planned(label))
  })

  test('for an hour holds in that hour', async () => {
    await plan('hour:14', 'doodle')
    expect(offerOf(await atOffer(9))).toEqual(planned('14:00'))
  })

  test.each(['word:numb', 'tag:home', 'hour:15', 'hour:13', 'thought:none'])(
    'for %s holds not',
    async cue => {
      await plan(cue, 'doodle')
      expect((await afterLogging())?.reason).not.toBe('reason_plan')
    },
  )

  test('names a word as the person calls it', async () => {
    await world.stored.save('words', 'bored', () => ({ label: 'Grey', group: null, hidden: false }))
    await plan('word:bored', 'doodle')
    expect(await afterLogging()).toEqual(planned('Grey'))
    // In a popup that has not read the words yet.
    const next = await world.openPopup()
    next.open.move({ offer: null, passedOver: [] })
    await next.offer.make()
    expect(offerOf(next)).toEqual(planned('Grey'))
  })

  test('for a thought holds when the same was written down since the check-in began', async () => {
    const text = 'I will never get through all of this in time'
    const thought = await written('thought', { thought: text }, 300 * 24 * hour)
    // So many that the thought is none of those in which plans are looked for, and the plan none of the first read.
    for (let at = 0; at < 2_000; at += 1) await written('line', { text: 'rain' }, (3_000 - at) * minute)
    await plan(`thought:${thought}`, 'doodle', 30 * hour)
    const model = await atOffer(9)
    expect(offerOf(model)?.reason).not.toBe('reason_plan')
    await written('thought', { thought: ` ${text.toUpperCase()}` }, -minute)
    await model.another()
    expect(offerOf(model)).toEqual(planned('I will never get through all of this in…'))
  })

  test('the newest comes first', async () => {
    await plan('tag:work', 'hum')
    await plan('word:bored', 'doodle', hour)
    expect(await afterLogging()).toEqual(planned('bored'))
  })

  test('that was deleted holds no longer', async () => {
    const id = await plan('hour:14', 'doodle')
    await world.stored.remove('reflections', id, 0)
    expect(offerOf(await atOffer(9))?.reason).not.toBe('reason_plan')
  })
})

describe('beside the offer', () => {
  const shown = (model: Popup) =>
    model.offer.plans.shown.value.map(plan =>
      plan.kind === 'pause' ? [plan.label, plan.listed.pause.id] : [plan.label, plan.text, plan.taken],
    )
  const stepPlan = (cue: string, step: string, milliseconds = 24 * hour) =>
    written('plan', { if: cue, step }, milliseconds)

  test('stands the pause of a plan from the moment at which its tag is picked, and no longer', async () => {
    await plan('tag:work', 'doodle')
    const model = await atOffer(9)
    const before = offerOf(model)
    expect(shown(model)).toEqual([])
    await model.open.answer({ tags: ['work'] })
    expect(shown(model)).toEqual(before?.pauseId === 'doodle' ? [] : [['work', 'doodle']])
    expect(offerOf(model)).toEqual(before)
    await model.open.answer({ tags: [] })
    expect(shown(model)).toEqual([])
  })

  test('stands no pause that is offered already or was passed over', async () => {
    await plan('hour:14', 'doodle')
    const model = await atOffer(9)
    expect(offerOf(model)?.pauseId).toBe('doodle')
    expect(shown(model)).toEqual([])
    await model.another()
    expect(shown(model)).toEqual([])
  })

  test('stands the small step of a plan, which is put on Today once', async () => {
    await stepPlan('word:bored', 'Water the plant')
    const model = await atOffer(9)
    await model.open.answer({ words: [{ id: 'bored', guess: true }] })
    expect(shown(model)).toEqual([['bored', 'Water the plant', false]])
    model.offer.plans.take('Water the plant')
    model.offer.plans.take('Water the plant')
    expect(shown(model)).toEqual([['bored', 'Water the plant', true]])
    await settled(model)
    const found = await world.stored.all('reflections')
    const steps = found.ok ? found.value.filter(({ type }) => type === 'step') : []
    expect(steps).toMatchObject([{ fields: { text: 'Water the plant', pauseId: null } }])
    // In a popup that is opened again it stands on Today already.
    const again = await world.openPopup()
    await again.offer.make()
    expect(shown(again)).toEqual([])
  })

  test.each([
    ['things feel far away', { felt: 2, far: 2 }],
    ['far is not known', { felt: 2 }],
    ['a hard word was picked', { felt: 9, words: [{ id: 'panicky', guess: false }] }],
  ] as const)('waits what is to be done, where %s', async (_, answers) => {
    await stepPlan('hour:14', 'Water the plant')
    await plan('hour:14', 'hum')
    const model = await atOffer(9)
    await model.open.answer({ cantTell: [], ...answers })
    expect(shown(model)).toEqual([])
  })

  test('stand two at most, the newest first', async () => {
    await stepPlan('hour:14', 'one', 5 * hour)
    await stepPlan('hour:14', 'two', 4 * hour)
    await stepPlan('hour:14', 'two', 3 * hour)
    await stepPlan('hour:14', 'three', 2 * hour)
    expect(shown(await atOffer(9))).toEqual([
      ['14:00', 'three', false],
      ['14:00', 'two', false],
    ])
  })
})

describe('what pauses are for', () => {
  const kept = ['hum', 'doodle', 'one-line']
  const easedAfterHum = async () => {
    await hideAllBut(...kept)
    for (let round = 0; round < 8; round += 1) {
      await ranBefore('doodle', 'same')
      await ranBefore('one-line', 'same')
      await ranBefore('hum', 'eased')
    }
  }

  test('not said, and to rest: each comes as often', async () => {
    await easedAfterHum()
    for (const goal of [null, 'rest'] as const) {
      await set({ goal })
      // The last one stays out for once.
      expect(offerOf(await atOffer(9))?.probability).toBe(1 / 2)
      await world.slot.write(null)
    }
  })

  test('to feel lighter: what was marked “eased” comes most often, also right after it, and the reason is what was marked', async () => {
    await easedAfterHum()
    await set({ goal: 'lighter' })
    const seen = new Map<string | undefined, number | undefined>()
    for (let round = 0; round < 12; round += 1) {
      const offer = offerOf(await atOffer(9))
      seen.set(offer?.pauseId, offer?.probability)
      if (offer?.pauseId === 'hum') expect(offer).toMatchObject({ reason: 'reason_eased', values: [8, 8] })
      await world.slot.write(null)
    }
    expect(seen.get('hum')).toBeCloseTo(0.8, 6)
  })

  test('the rules come first: far away it looks outward, whatever eased', async () => {
    await easedAfterHum()
    await changed('look-up', { hidden: false })
    await set({ goal: 'lighter' })
    expect(offerOf(await atOffer(2, 3))).toMatchObject({ pauseId: 'look-up', reason: 'reason_far' })
  })

  test('what is around has a say once there are enough sessions', async () => {
    await hideAllBut(...kept)
    for (let round = 0; round < 60; round += 1) {
      const alone = round % 4 < 2
      const pauseId = round % 2 ? 'hum' : 'doodle'
      const moment = ago(hour * (400 - round))
      const id = newId()
      await world.stored.save('checkIns', id, () => ({
        ...newCheckIn(moment, { source: 'popup', nudgeId: null }),
        felt: 6 as const,
        tags: [alone ? 'alone' : 'group'],
      }))
      await world.stored.save('sessions', newId(), () => ({
        ...moment,
        pauseId,
        checkInId: id,
        before: 6 as const,
        after: (pauseId === 'hum') === alone ? (9 as const) : (5 as const),
        ease: null,
        completed: true,
        seconds: 20,
        probability: 0.5,
        reason: 'reason_known',
      }))
    }
    await set({ goal: 'more' })
    const found = await world.stored.page('sessions', { limit: 200 })
    const learning = await readLearning(world.stored, 'more', found.ok ? found.value : [])
    const [alone, group] = ['alone', 'group'].map(tag => learning?.({ far: null, tags: [tag] }, 14))
    expect(alone?.('hum').mean).toBeGreaterThan((alone?.('doodle').mean ?? 0) + 1)
    expect(group?.('hum').mean).toBeLessThan((group?.('doodle').mean ?? 0) - 1)
  })
})

describe('the comparison', () => {
  test('comes in between after a yes, and the session says that chance decided', async () => {
    await hideAllBut('hum', 'quiet-pause')
    await set({ compare: true })
    const seen = new Set<string>()
    for (let round = 0; round < 40 && seen.size < 2; round += 1) {
      const model = await atOffer(9)
      const offer = offerOf(model)
      if (!offer) throw new Error('no offer')
      seen.add(offer.pauseId)
      expect(offer).toMatchObject({ comparable: true, probability: offer.pauseId === 'hum' ? 0.8 : 0.2 })
      if (offer.pauseId === 'quiet-pause') expect(offer.reason).toBe('reason_compare')
      model.pause.startOffered()
      await settled(model)
      const session = (await world.sessions()).find(({ id }) => id === model.open.draft.value.sessionId)
      expect(session).toMatchObject({ pauseId: offer.pauseId, comparable: true })
      await world.slot.write(null)
    }
    expect(seen.size).toBe(2)
  })

  test('rests while the person pauses to rest, and the yes holds again with another goal', async () => {
    await hideAllBut('hum', 'quiet-pause')
    for (const [goal, may] of [
      ['rest', false],
      ['more', true],
    ] as const) {
      await set({ compare: true, goal })
      for (let round = 0; round < 20; round += 1) {
        const offer = offerOf(await atOffer(9))
        expect(offer?.comparable ?? false).toBe(may)
        if (!may) expect(offer?.reason).not.toBe('reason_compare')
        await world.slot.write(null)
      }
    }
  })

  test('is never what the person starts, nor what comes as another', async () => {
    await set({ compare: true })
    const model = await atOffer(9)
    await model.another()
    expect(offerOf(model)).not.toHaveProperty('comparable')
    model.pause.start('quiet-pause')
    await settled(model)
    const [session] = await world.sessions()
    expect(session).toMatchObject({ pauseId: 'quiet-pause', probability: null })
    expect(session).not.toHaveProperty('comparable')
  })
})
