/** One made-up check-in: answered as people do, with much left open. */
import { wordTraits } from '../../content/words.ts'
import { feltIsLow, newCheckIn } from '../../core/check-in.ts'
import {
  type CheckIn,
  type Far,
  type Felt,
  type Fields,
  meanings,
  type Scale,
  type Step,
  steps,
} from '../../core/records.ts'
import type { Seeded } from '../../core/seeded.ts'
import type { Moment } from '../../core/time.ts'
import type { MadeUpDay } from './made-up-days.ts'
import { madeUpTags, madeUpWords, type OwnIds } from './made-up-words.ts'

type From = {
  readonly moment: Moment
  readonly day: MadeUpDay
  /** Minutes after midnight. */
  readonly minutes: number
  readonly source: 'popup' | 'nudge' | 'page'
  readonly nudgeId: CheckIn['nudgeId']
  readonly precision: CheckIn['precision']
  readonly own: OwnIds
  /** A note that was not used up; null where there is none for now. */
  readonly note: (felt: Felt | null) => string | null
}

/** Mornings are duller, evenings come through more, nights least of all. */
const ofTheHour = (minutes: number): number => {
  if (minutes < 300) return -1
  if (minutes < 660) return -0.6
  return minutes >= 1_080 ? 0.6 : 0.1
}

const feltFrom = (level: number, seeded: Seeded): Felt =>
  Math.max(0, Math.min(10, Math.round(level + 1.3 * seeded.normal()))) as Felt

/** The labelled step nearest to a number from −1 to 1. */
const stepFrom = (value: number): Step => steps[Math.max(0, Math.min(4, Math.round(2 + 2 * value)))] ?? 0

const farFrom = (numb: boolean, seeded: Seeded): Far =>
  numb
    ? seeded.weighed([
        [0, 2],
        [1, 7],
        [2, 8],
        [3, 3],
      ])
    : seeded.weighed([
        [0, 9],
        [1, 7],
        [2, 3],
        [3, 1],
      ])

export const madeUpCheckIn = (from: From, seeded: Seeded): Fields<'checkIns'> => {
  const { moment, day, minutes, source, nudgeId, precision, own } = from
  const cantTell: Scale[] = []
  /** The answer with this probability, or none; and now and then that it cannot be told. */
  const asked = <Value>(scale: Scale, answered: number, unsure: number, value: () => Value): Value | null => {
    const chance = seeded.next()
    if (chance < unsure) cantTell.push(scale)
    return chance >= unsure && chance < unsure + answered ? value() : null
  }

  const felt = asked('felt', source === 'page' ? 0.9 : 1, day.numb ? 0.2 : 0.035, () =>
    feltFrom(day.level + ofTheHour(minutes), seeded),
  )
  const low = feltIsLow({ felt, cantTell })
  const more = seeded.happens(0.45)
  const unsure = low ? 0.25 : 0.06
  const pleasant = more
    ? asked('pleasant', 0.9 - unsure, unsure, () => stepFrom(day.pleasant + 0.45 * seeded.normal()))
    : null
  const energy = more
    ? asked('energy', 0.88 - unsure, unsure, () =>
        stepFrom(ofTheHour(minutes) / 3 - 0.1 + 0.5 * seeded.normal()),
      )
    : null
  const soFar = { felt, pleasant, tone: day.pleasant, weekend: day.date.dayOfWeek > 5, minutes }
  const words = madeUpWords(soFar, own, seeded)
  const asksFar = low || words.some(({ id }) => wordTraits(id).asksFar)
  const far = asksFar ? asked('far', low ? 0.85 : 0.6, 0.04, () => farFrom(day.numb, seeded)) : null
  return {
    ...newCheckIn(moment, { source, nudgeId }),
    felt,
    far,
    pleasant,
    energy,
    cantTell,
    meaning: low && seeded.happens(0.28) ? seeded.pick(meanings) : null,
    words,
    tags: madeUpTags(soFar, words, own, seeded),
    note: (seeded.happens(0.045) && from.note(felt)) || '',
    precision,
  }
}
