/** Settings are valid whatever is stored. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pauseKinds } from '../../lib/core/pause-kinds.ts'
import {
  defaultSettings,
  nudgeLimits,
  pauseLengths,
  readSettings,
  type Settings,
} from '../../lib/core/settings.ts'
import { paces } from '../../lib/core/tempo.ts'

const within = (value: number, { from, to }: { from: number; to: number }) =>
  Number.isInteger(value) && value >= from && value <= to

const flags = (values: { readonly [name: string]: unknown }) =>
  Object.values(values).every(value => typeof value === 'boolean')

const pausesAreValid = ({ offKinds, atMost, switchedOn, sound, tempo }: Settings['pauses']): boolean =>
  offKinds.every(kind => kind !== 'out' && pauseKinds.includes(kind)) &&
  (atMost === null || pauseLengths.some(length => length === atMost)) &&
  switchedOn.every(id => typeof id === 'string') &&
  flags({ sound, holds: tempo.holds }) &&
  paces.includes(tempo.pace)

const isValid = ({
  welcomed,
  askAgain,
  nudges,
  country,
  spellcheck,
  privateTags,
  backupReminder,
  noteCard,
  helpCard,
  pauses,
}: Settings): boolean => {
  const { mode, hours, cap, gap, channels, holdBack } = nudges
  const modeIsValid =
    mode.kind === 'off' ||
    (mode.kind === 'random' && within(mode.perDay, nudgeLimits.perDay)) ||
    (mode.kind === 'every' && within(mode.minutes, nudgeLimits.minutes)) ||
    (mode.kind === 'fixed' && mode.times.every(time => within(time, { from: 0, to: 1439 })))
  return (
    modeIsValid &&
    hours.length === 7 &&
    hours
      .flat()
      .every(({ from, to }) => within(from, { from: 0, to: 1439 }) && within(to, { from: 0, to: 1440 })) &&
    within(cap, nudgeLimits.cap) &&
    within(gap, nudgeLimits.gap) &&
    flags({
      ...channels,
      ...holdBack,
      welcomed,
      askAgain,
      spellcheck,
      privateTags,
      backupReminder,
      noteCard,
      helpCard,
    }) &&
    pausesAreValid(pauses) &&
    (country === null || /^[A-Z]{2}$/.test(country))
  )
}

const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true })
const sparse = (shape: { [name: string]: fc.Arbitrary<unknown> }) =>
  fc.oneof(anything, fc.record(shape, { requiredKeys: [] }))
const minute = fc.oneof(anything, fc.integer({ min: -5, max: 1500 }))
const nearlySettings = sparse({
  welcomed: anything,
  askAgain: anything,
  nudges: sparse({
    mode: sparse({
      kind: fc.constantFrom('off', 'random', 'every', 'fixed', 'never'),
      perDay: fc.oneof(anything, fc.double()),
      minutes: fc.oneof(anything, fc.double()),
      times: fc.oneof(anything, fc.array(minute)),
    }),
    hours: fc.oneof(anything, fc.array(fc.oneof(anything, fc.array(sparse({ from: minute, to: minute }))))),
    cap: fc.oneof(anything, fc.double()),
    gap: fc.oneof(anything, fc.double()),
    channels: sparse({ notification: anything, badge: anything }),
    holdBack: sparse({ idle: anything, fullScreen: anything, sound: anything }),
  }),
  country: fc.oneof(anything, fc.string()),
  spellcheck: anything,
  privateTags: anything,
  noteCard: anything,
  helpCard: anything,
  pauses: sparse({
    offKinds: fc.oneof(anything, fc.array(fc.oneof(anything, fc.constantFrom(...pauseKinds)))),
    atMost: fc.oneof(anything, fc.constantFrom(...pauseLengths)),
    switchedOn: fc.oneof(anything, fc.array(anything)),
    sound: anything,
    tempo: sparse({ pace: fc.oneof(anything, fc.constantFrom(...paces)), holds: anything }),
  }),
})

describe('readSettings', () => {
  test('makes valid settings of any value', () => {
    fc.assert(
      fc.property(fc.oneof(anything, nearlySettings), stored => {
        const settings = readSettings(stored)
        expect(isValid(settings)).toBe(true)
        expect(readSettings(structuredClone(settings))).toEqual(settings)
      }),
      { numRuns: 2_000 },
    )
  })

  test('gives the defaults where nothing is stored: reminders are off until a yes', () => {
    expect(readSettings(undefined)).toEqual(defaultSettings)
    expect(defaultSettings.nudges.mode).toEqual({ kind: 'off' })
  })

  test('keeps every valid part beside broken ones', () => {
    const stored = {
      welcomed: true,
      nudges: {
        mode: { kind: 'random', perDay: 5, more: 1 },
        hours: [[{ from: 60, to: 120 }, { from: -1, to: 3 }, 'no'], [], 7],
        cap: 'many',
        gap: 30,
        channels: { notification: false, badge: 'yes' },
        holdBack: null,
        sharing: true,
      },
      country: 'de',
      privateTags: true,
      firstAlone: true,
      backupReminder: false,
      noteCard: false,
      helpCard: false,
      pauses: {
        offKinds: ['breath', 'out', 'dance'],
        atMost: 60,
        switchedOn: ['four-seven-eight', 4],
        sound: 'loud',
        tempo: { pace: 1.5, holds: null },
        goal: 'lighter',
        compare: 'yes',
        askedIn: { goal: 'a check-in', compare: 7 },
      },
      extra: { anything: true },
    }
    const standard = defaultSettings.nudges
    expect(readSettings(stored)).toEqual({
      welcomed: true,
      askAgain: false,
      nudges: {
        mode: { kind: 'random', perDay: 5 },
        hours: [[{ from: 60, to: 120 }], [], ...standard.hours.slice(2)],
        cap: 6,
        gap: 30,
        channels: { notification: false, badge: true },
        holdBack: standard.holdBack,
        sharing: true,
        evening: false,
      },
      country: null,
      spellcheck: false,
      privateTags: true,
      firstAlone: true,
      backupReminder: false,
      noteCard: false,
      helpCard: false,
      // What looks outward cannot be switched off.
      pauses: {
        offKinds: ['breath'],
        atMost: 60,
        switchedOn: ['four-seven-eight'],
        sound: false,
        tempo: { pace: 1.5, holds: true },
        goal: 'lighter',
        compare: false,
        askedIn: { goal: 'a check-in', compare: null },
      },
    })
  })

  test('ask once more where the welcome was not answered, and nobody who has reminders or came past an older welcome', () => {
    expect(readSettings({ welcomed: false }).askAgain).toBe(true)
    expect(readSettings({ welcomed: true, askAgain: true }).askAgain).toBe(true)
    expect(readSettings({ welcomed: true }).askAgain).toBe(false)
    expect(readSettings({ askAgain: true, nudges: { mode: { kind: 'random' } } }).askAgain).toBe(false)
  })

  test.each([
    [
      { kind: 'random', perDay: 1e9 },
      { kind: 'random', perDay: 24 },
    ],
    [
      { kind: 'random', perDay: -3 },
      { kind: 'random', perDay: 1 },
    ],
    [
      { kind: 'random', perDay: Number.NaN },
      { kind: 'random', perDay: 3 },
    ],
    [
      { kind: 'every', minutes: 0.5 },
      { kind: 'every', minutes: 5 },
    ],
    [
      { kind: 'fixed', times: [600, 600, 1440, -1, 60, 'x'] },
      { kind: 'fixed', times: [60, 600] },
    ],
    ['random', { kind: 'off' }],
  ])('reads the mode %j as %j', (stored, mode) => {
    expect(readSettings({ nudges: { mode: stored } }).nudges.mode).toEqual(mode)
  })
})
