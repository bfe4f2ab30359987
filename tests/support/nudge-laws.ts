/** The laws of nudging: an onlooker that sees every step of a life and says, in words, which law it broke. */
import { nextNudge } from '../../lib/core/next-nudge.ts'
import type { NudgeState } from '../../lib/core/nudge-state.ts'
import type { DropReason, Fields } from '../../lib/core/records.ts'
import { type NudgeContext, nextWake } from '../../lib/core/schedule.ts'
import type { WeekHours } from '../../lib/core/settings.ts'
import { hour, type Instant, minute } from '../../lib/core/time.ts'
import { clocksChange, everInHours, inHours } from './nudge-laws-hours.ts'
import {
  areOn,
  begin,
  begunOn,
  hear,
  isAway,
  type Ledger,
  nearMoments,
  newLedger,
  notifies,
  passTime,
  type Step,
} from './nudge-laws-ledger.ts'

/**
 * What the person asked for (a snooze, "send one now") is theirs: hours, gap, cap, away and back-off do not bind it, and a nudge that
 * was sent waits for no better moment either. It counts for the gap and the cap of those that follow. All other laws bind every nudge.
 */
export type NudgeLaws = {
  /** The broken laws, in words; none where all hold. To be given every step that was kept, in order. */
  observe(step: Step): readonly string[]
  /** How many nudges began, and what became of planned times. */
  readonly counts: {
    begun: number
    asked: number
    heldBack: number
    expired: number
    readonly dropped: Map<string, number>
  }
}

type Hold = (holds: boolean, law: string) => void

type Told = { readonly id: string | null; readonly known: Partial<Fields<'nudges'>> }

type Seen = Step & {
  readonly ledger: Ledger
  readonly at: Instant
  readonly told: readonly Told[]
  readonly hold: Hold
}

const dueOf = (state: NudgeState): Instant | null => (state.phase === 'waiting' ? state.dueAt : null)

const hindered = ({ surroundings, settings: { holdBack } }: NudgeContext): boolean =>
  (holdBack.idle && surroundings.presence !== 'active') ||
  (holdBack.fullScreen && surroundings.fullScreen) ||
  (holdBack.sound && surroundings.sound)

const gapOf = ({ settings }: NudgeContext): number => settings.gap * minute

/** The nudge that begins at this step. */
const beginning = ({ before, after }: Step) =>
  after.phase === 'shown' && (before.phase !== 'shown' || before.id !== after.id) ? after : null

const holdBeginning = (seen: Seen): void => {
  const { before, event, context, told, ledger, at, hold } = seen
  const begun = beginning(seen)
  if (begun === null) return
  const sent = event.kind === 'send-now'
  const asked = sent || (ledger.snoozedTo !== null && begun.plannedAt === ledger.snoozedTo)
  const { settings, now } = context
  const { mode } = settings
  const settled = begun.plannedAt === ledger.settledTo
  hold(areOn(settings), 'none comes while reminders are off')
  if (!asked) {
    hold(inHours(settings.hours, now), 'never outside the hours')
    hold(at - ledger.lastAt >= gapOf(context), 'never two closer than the gap')
    hold(begunOn(ledger, now) < settings.cap, 'never over the cap')
    hold(!isAway(ledger.away, context), 'none while the person is away')
    hold(ledger.ignored < 7, 'seven ignored in a row: none')
    const half = ledger.ignored < 3 || mode.kind === 'every' || ledger.passedOver === 1
    hold(half, 'three ignored in a row: every other one')
    const minutes = mode.kind === 'every' ? mode.minutes * (ledger.ignored >= 3 ? 2 : 1) : 0
    hold(settled || ledger.useAtMost >= minutes * minute, 'none before so many minutes of use')
    const ended = told.some(({ id, known }) => id !== null && id !== begun.id && known.outcome !== undefined)
    hold(!ended, 'where one ends, no planned one begins at once')
    const late = before.phase === 'waiting' && before.dueAt !== null && at - before.dueAt > 10 * minute
    hold(!late || ledger.changed, 'after sleep the first minutes belong to the person')
    const { slept } = ledger
    if (slept !== null && slept.from < begun.plannedAt && begun.plannedAt <= slept.until + 2 * minute) {
      slept.shown += 1
      hold(slept.shown <= 1, 'missed ones never pile up')
    }
  }
  hold(sent || !hindered(context), 'never while held back')
  hold(
    begun.plannedAt <= ledger.latest && at - begun.plannedAt <= 20 * minute,
    'only if its moment is still right',
  )
  hold(begun.id === context.id && begun.shownAt === at && begun.openedAt === null, 'a nudge begins now')
  hold(begun.expiresAt === at + 20 * minute, 'a nudge stands for 20 minutes')
  hold(
    told.some(
      ({ id, known }) => id === begun.id && known.plannedAt === begun.plannedAt && known.shownAt === at,
    ),
    'every nudge is logged with its planned and its shown time',
  )
}

/** What the screen is asked to do. */
const holdScreen = ({ before, event, context, after, effects, ledger, at, hold }: Seen): void => {
  const shows = effects.flatMap(effect => (effect.kind === 'show' ? [effect.id] : []))
  hold(shows.length <= 1, 'no more than one is shown at a time')
  const owed = after.phase === 'shown' && after.openedAt === null && !after.delivered
  const wanted = owed && notifies(context.settings)
  if (event.kind !== 'delivered' && beginning({ before, event, context, after, effects })) {
    hold(shows.length === (wanted ? 1 : 0), 'a nudge that begins shows itself in the ways that were chosen')
  }
  for (const id of shows) {
    hold(after.phase === 'shown' && after.id === id && wanted, 'nothing is shown but the nudge that stands')
    if (after.phase !== 'shown' || event.kind === 'send-now' || ledger.sent.has(id)) continue
    // Nothing happens between a kill and the next wake in the same millisecond but in tests.
    if (after.shownAt === at && before.phase === 'shown') continue
    const asked = after.plannedAt === ledger.snoozedTo || ledger.asked.has(id)
    hold(!hindered(context), 'never while held back')
    hold(asked || inHours(context.settings.hours, context.now), 'never outside the hours')
  }
  const opens = effects.filter(({ kind }) => kind === 'open-check-in').length
  hold(opens === (event.kind === 'clicked' ? 1 : 0), 'a click, and nothing else, opens a check-in')
}

const outcomeOf: { readonly [kind: string]: string } = {
  answered: 'answered',
  snooze: 'snoozed',
  'not-now': 'not-now',
  away: 'not-now',
}

/** The nudge that stood there. */
const holdStanding = ({ before, event, context, after, ledger, at, hold }: Seen): void => {
  if (before.phase !== 'shown') return
  const outcome = ledger.outcomes.get(before.id)
  const stands = after.phase === 'shown' && after.id === before.id
  hold(stands === (outcome === undefined), 'every nudge that begins ends with one outcome')
  if (!areOn(context.settings)) {
    hold(outcome === 'dropped', 'switched off, the nudge goes')
    return
  }
  const over = at >= before.expiresAt
  if (over) {
    hold(outcome === 'expired', 'a nudge ends in silence when its time is over')
    return
  }
  const wanted = outcomeOf[event.kind]
  hold(
    outcome === wanted,
    wanted ? 'what the person answers is what the log says' : 'a nudge stands for its time',
  )
  if (!stands) return
  const longest = after.openedAt === null ? 20 : 30
  hold(after.expiresAt <= at + longest * minute, 'a nudge stands for its time, and no longer')
  const opens = event.kind === 'opened' || event.kind === 'clicked'
  hold(after.openedAt === (before.openedAt ?? (opens ? at : null)), 'an opening is kept')
}

const reasonHolds = (seen: Seen, plannedAt: Instant, reason: DropReason): boolean => {
  const { event, context, ledger, at } = seen
  switch (reason) {
    case 'hours':
      return !inHours(context.settings.hours, context.now)
    case 'cap':
      return begunOn(ledger, context.now) >= context.settings.cap
    case 'gap':
      return (
        plannedAt >= ledger.lastAt - 10 * minute && Math.min(plannedAt, at) < ledger.lastAt + gapOf(context)
      )
    case 'away':
      // Where a day is left out, a night that would end on it ends a little after.
      return ledger.away !== null || event.kind === 'away' || clocksChange(context.now)
    case 'late':
      return plannedAt <= ledger.latest
    case 'settings':
      return ledger.changed
    case 'zone':
      return ledger.moved
    case 'clock':
      return ledger.jumped
    case 'person':
      return ['opened', 'clicked', 'answered', 'snooze', 'send-now'].includes(event.kind)
    case 'ignored':
      return ledger.ignored >= 3 && ledger.passedOver <= 1
    case 'bad-moment':
      return nearMoments(ledger, context.now).length > 0
  }
}

/** What the log says of times at which none came. */
const holdLog = (seen: Seen): void => {
  const { before, context, after, told, ledger, at, hold } = seen
  for (const { id, known } of told) {
    if (id !== null) continue
    const { plannedAt, outcome, reason, heldBackBy } = known
    if (plannedAt === undefined) {
      hold(false, 'a time at which none came is named')
      continue
    }
    hold(!ledger.told.has(plannedAt), 'what became of a planned time is told once')
    // A new plan may find the same time again.
    const again = reason === 'clock' || reason === 'zone' || reason === 'settings' || reason === 'away'
    if (!again) ledger.told.add(plannedAt)
    if (outcome === 'held-back') {
      const was = before.phase === 'held' ? before : null
      hold(was !== null && plannedAt === was.plannedAt && heldBackBy === was.by, 'held back is what was held')
      const over = was !== null && at >= was.since + 10 * minute
      hold(over || !inHours(context.settings.hours, context.now), 'a due nudge waits for ten minutes')
      continue
    }
    hold(outcome === 'dropped', 'a nudge that never began was held back or dropped')
    const dropReason = reason === null || reason === 'moment' || reason === 'today' ? undefined : reason
    hold(
      dropReason !== undefined && reasonHolds(seen, plannedAt, dropReason),
      `the reason why none came is true (${String(reason)})`,
    )
  }
  const settled = after.phase === 'waiting' && after.dueAt === at + 2 * minute
  const due = dueOf(before)
  if (due === null || due > at || before.phase !== 'waiting' || !areOn(context.settings)) return
  if (due === ledger.settling) return
  const answered = seen.event.kind === 'answered' && before.asked
  const planless = context.settings.mode.kind === 'every' && !before.asked
  const known = told.some(({ known: { plannedAt } }) => plannedAt === due)
  const waits = after.phase === 'held' && after.plannedAt === due
  // What was sent or snoozed stands first; the planned time is told of when the next one is planned.
  const theirs =
    ['snooze', 'send-now'].includes(seen.event.kind) ||
    (before.asked && ['answered', 'away', 'not-now'].includes(seen.event.kind))
  hold(
    known || waits || settled || answered || planless || theirs,
    'why a planned time brought none has an answer',
  )
}

/** A due nudge that waits for a better moment. */
const holdHeld = ({ before, event, context, after, at, ledger, hold }: Seen): void => {
  if (after.phase === 'held') {
    hold(hindered(context), 'held only while something hinders')
    hold(
      at < after.since + 10 * minute && at - after.plannedAt < 20 * minute,
      'a due nudge waits for ten minutes',
    )
    const asked = ledger.snoozedTo !== null && after.plannedAt === ledger.snoozedTo
    hold(asked || inHours(context.settings.hours, context.now), 'outside the hours nothing waits')
  }
  if (before.phase !== 'held' || event.kind !== 'wake' || !areOn(context.settings)) return
  const replanned = ledger.jumped || ((ledger.moved || ledger.changed) && !before.asked)
  if (replanned || at >= before.since + 10 * minute) return
  if (!before.asked && !inHours(context.settings.hours, context.now)) return
  const same = after.phase === 'held' && after.since === before.since && after.plannedAt === before.plannedAt
  if (hindered(context)) hold(same, 'a due nudge waits for ten minutes')
  else hold(after.phase === 'shown', 'a held nudge comes at the first natural moment')
}

const hasHours = (hours: WeekHours): boolean => hours.some(windows => windows.length > 0)

/** Whether there is something to plan at all. */
const plannable = ({ settings, surroundings }: NudgeContext): boolean => {
  const { mode, hours } = settings
  if (mode.kind === 'fixed') return mode.times.some(time => everInHours(hours, time))
  return hasHours(hours) && (mode.kind !== 'every' || surroundings.presence === 'active')
}

/** Whether every day that was just drawn has all its times: none lies too close to what was before. */
const drawnWhole = ({ before, context, after, ledger, at }: Seen): boolean => {
  const today = context.now.toPlainDate().toString()
  if (ledger.away !== null || ledger.ignored >= 3 || ledger.begun.some(time => time > at)) return true
  const known = new Set(before.memory.days.map(({ day }) => day))
  const drawn = after.memory.days.filter(({ day }) => day > today && !known.has(day))
  return drawn.every(({ times, buckets }) => times.length === buckets)
}

const holdPlan = (seen: Seen): void => {
  const { context, after, ledger, at, hold } = seen
  const { settings } = context
  hold((after.phase === 'off') === !areOn(settings), 'off is off, and on is on')
  if (ledger.snoozedTo !== null && beginning(seen) === null && after.phase !== 'shown') {
    const planned = after.phase === 'held' ? after.plannedAt : dueOf(after)
    const asked = (after.phase === 'held' || after.phase === 'waiting') && after.asked
    hold(asked && planned === ledger.snoozedTo, 'a snooze stands where the person put it')
  }
  if (areOn(settings)) {
    // Where a day is left out, a night that would end on it ends a little after.
    const same = isAway(after.memory.away, context) === isAway(ledger.away, context)
    hold(same || clocksChange(context.now), 'away is away, and back is back')
    const until = after.memory.away !== null && 'until' in after.memory.away ? after.memory.away.until : at
    hold(until <= at + hour, 'an hour away is never more than an hour')
  }
  if (after.phase !== 'waiting') return
  if (after.asked) return
  if (ledger.ignored >= 7) {
    hold(after.dueAt === null, 'seven ignored in a row: nothing is planned')
    return
  }
  hold(after.dueAt !== null || !plannable(context), 'while there are hours there is a next one')
  if (after.dueAt === null) return
  hold(after.dueAt >= ledger.lastAt + gapOf(context), 'nothing is planned within the gap')
  const { mode } = settings
  // What was planned before a sleep has passed, and is told of when the next one is planned.
  const times = after.memory.days.flatMap(day => day.times).filter(time => time > at)
  const settling = after.dueAt <= at + 2 * minute
  const next = mode.kind === 'every' || settling || after.dueAt <= Math.min(...times)
  hold(next, 'the earliest planned time is next')
  const useAhead = mode.kind === 'every' ? 2 * mode.minutes * minute : 0
  const from = Math.max(at + useAhead, ledger.lastAt + gapOf(context))
  // Every week has its hours; passing one over may take another week.
  hold(ledger.away !== null || after.dueAt <= from + 18 * 24 * hour, 'a next one comes soon')
  if (mode.kind !== 'random') return
  const buckets = after.memory.days.map(day => day.times.length)
  hold(
    buckets.every(count => count <= Math.min(mode.perDay, settings.cap)),
    'no more are drawn than were asked for',
  )
  hold(drawnWhole(seen), 'a day is drawn again until every gap holds, also to the last one of the day before')
  const sorted = times.toSorted((one, other) => one - other)
  const apart = sorted.every(
    (time, index) => index === 0 || time - (sorted[index - 1] ?? 0) >= gapOf(context),
  )
  hold(apart, 'no two are drawn closer than the gap')
  if (ledger.away !== null || ledger.ignored >= 3 || settings.hours.some(windows => windows.length === 0))
    return
  hold(after.dueAt <= from + 96 * hour, 'a next one comes soon')
}

/** The one alarm, worked out from what is due. */
const holdAlarm = ({ context, after, ledger, at, hold }: Seen): void => {
  const due: Instant[] = []
  if (after.phase === 'waiting' && after.dueAt !== null) due.push(after.dueAt)
  if (after.phase === 'held') due.push(after.askAt, after.since + 10 * minute)
  if (after.phase === 'shown') due.push(after.expiresAt)
  const { since, restSince } = after.memory.use
  const every = context.settings.mode.kind === 'every' && areOn(context.settings)
  const looks = (from: Instant, minutes: number) =>
    due.push(from + (Math.floor((at - from) / (minutes * minute)) + 1) * minutes * minute)
  // While minutes of use count, the worker looks every ten of them.
  if (due.length > 0 && every && since !== null) looks(since, 10)
  // While there is nobody, it looks now and then: the browser may not tell of somebody.
  else if (due.length === 0 && every && hasHours(context.settings.hours) && ledger.ignored < 7) {
    hold(restSince !== null, 'where use may be counted, the worker is woken')
    if (restSince !== null) looks(restSince, 30)
  }
  const wakeAt = nextWake(after)
  hold(
    wakeAt === (due.length > 0 ? Math.min(...due) : null),
    'the one alarm is at the earliest due time of all',
  )
  hold(wakeAt === null || wakeAt > at, 'an alarm lies ahead')
  hold(
    after.phase !== 'held' || (wakeAt ?? at) <= ledger.latest + minute,
    'what is held is looked at every minute',
  )
}

/** What pages say of the next one. */
const holdPromise = ({ before, event, context, after, hold }: Seen): void => {
  if (event.kind === 'wake' && dueOf(before) === dueOf(after)) return
  const next = nextNudge(after, context)
  const due = dueOf(after)
  if (next.kind === 'at') hold(next.at === due, 'the next one is as pages say it will be')
  if (next.kind === 'between') {
    const holds = due !== null && next.from <= due && due < next.to
    hold(holds, 'the next one is as pages say it will be')
  }
  if (
    context.settings.mode.kind === 'random' &&
    next.kind === 'at' &&
    after.phase === 'waiting' &&
    !after.asked
  ) {
    const drawn = after.memory.days.some(({ times }) => times.includes(next.at))
    hold(!drawn, 'a random time is never said exactly')
  }
}

export const createNudgeLaws = (): NudgeLaws => {
  const ledger = newLedger()
  const counts = { begun: 0, asked: 0, heldBack: 0, expired: 0, dropped: new Map<string, number>() }

  /** Outcomes of nudges that began; expiry comes before the event, and may be one more that was ignored. */
  const keepOutcomes = ({ before, at, told, hold }: Seen) => {
    for (const { id, known } of told) {
      if (id === null || known.outcome === undefined || known.outcome === null) continue
      hold(!ledger.outcomes.has(id), 'every nudge that begins ends with one outcome')
      ledger.outcomes.set(id, known.outcome)
      if (known.outcome !== 'expired') continue
      counts.expired += 1
      // Where nothing ran at its end, nobody could see it.
      const ran = before.phase === 'shown' && at - before.expiresAt <= 5 * minute
      if (ran && !ledger.opened.has(id) && !ledger.sent.has(id)) ledger.ignored += 1
    }
  }

  const keepCounts = ({ told }: Seen) => {
    for (const { id, known } of told) {
      if (id !== null) continue
      if (known.outcome === 'held-back') counts.heldBack += 1
      const reason = String(known.reason)
      if (known.outcome === 'dropped') counts.dropped.set(reason, (counts.dropped.get(reason) ?? 0) + 1)
      if (known.reason === 'ignored') ledger.passedOver += 1
      if (known.outcome === 'held-back' || known.reason === 'bad-moment') ledger.useAtMost = 0
      if (known.plannedAt === ledger.snoozedTo) ledger.snoozedTo = null
    }
  }

  const keepBeginning = (seen: Seen) => {
    const { after, event, at } = seen
    if (after.phase === 'shown' && after.openedAt !== null) ledger.opened.add(after.id)
    const begun = beginning(seen)
    if (begun === null) return
    counts.begun += 1
    if (event.kind === 'send-now') ledger.sent.add(begun.id)
    if (event.kind === 'send-now' || begun.plannedAt === ledger.snoozedTo) {
      counts.asked += 1
      ledger.asked.add(begun.id)
    }
    ledger.snoozedTo = null
    ledger.settledTo = null
    begin(ledger, at)
    ledger.begun.push(at)
    ledger.told.add(begun.plannedAt)
    ledger.passedOver = 0
  }

  return {
    counts,
    observe: step => {
      const broken: string[] = []
      const { before, context, effects } = step
      const at = context.now.epochMilliseconds
      const told = effects.flatMap(effect => (effect.kind === 'record' ? [effect] : []))
      const seen: Seen = {
        ...step,
        ledger,
        at,
        told,
        hold: (holds, law) => {
          if (!holds) broken.push(law)
        },
      }
      const due = dueOf(before)
      passTime(ledger, step, nextWake(before))
      const late = due !== null && at - due > 10 * minute && !ledger.jumped
      if (late) {
        ledger.slept = { from: ledger.previous?.at ?? due - 1, until: at, shown: 0 }
        // Too late for a snooze: what comes is no longer the person's own time.
        if (due === ledger.snoozedTo || due === ledger.settledTo) {
          ledger.snoozedTo = null
          ledger.settledTo = at + 2 * minute
        }
      }
      keepOutcomes(seen)
      const stood = before.phase === 'shown' && !ledger.outcomes.has(before.id)
      hear(ledger, step, stood || (before.phase === 'shown' && at < before.expiresAt))
      holdBeginning(seen)
      keepCounts(seen)
      holdLog(seen)
      holdScreen(seen)
      holdStanding(seen)
      holdHeld(seen)
      keepBeginning(seen)
      holdPlan(seen)
      holdAlarm(seen)
      holdPromise(seen)
      const { ignored } = step.after.memory
      if (areOn(context.settings) && ignored !== ledger.ignored) {
        broken.push(`ignored in a row: ${ledger.ignored}, and the machine counts ${ignored}`)
      }
      if (late) ledger.settling = at + 2 * minute
      ledger.previous = { at, context }
      return [...new Set(broken)]
    },
  }
}
