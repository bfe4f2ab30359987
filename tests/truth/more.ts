/** Whether "about N more" is about right: what was said, against how many it took. */
import type { More } from '../../lib/core/insight/card.ts'
import { type Finding, few } from '../../lib/core/insight/finding.ts'
import { pausesFinding } from '../../lib/core/insight/pauses.ts'
import { tagFinding } from '../../lib/core/insight/tag.ts'
import { seeded } from '../../lib/core/seeded.ts'
import { type Kind, kinds, lifeOf } from './people.ts'
import { beside, type Question, shareRow } from './question.ts'
import { sessionsOf, shuffled } from './sessions.ts'

type State = { readonly n: number; readonly finding: Finding }

/** So far a number may be from what it took, in parts of that. */
const within = 0.3

type Said = { readonly more: Exclude<More, null>; readonly took: number }

const isRight = ({ more, took }: Said): boolean =>
  more === 'few' ? took <= few * (1 + within) : Math.abs(more - took) <= within * took

/** All that was said on the way to "enough", and how many it took from there. */
const judged = (states: readonly State[], id: string): readonly Said[] => {
  const shorts = states.map(({ finding }) => finding.groups.find(group => group.id === id)?.short ?? null)
  const reached = shorts.indexOf('enough')
  const needed = states[reached]?.n ?? 0
  const all: Said[] = []
  let before = 0
  for (const [index, { n }] of states.slice(0, Math.max(0, reached)).entries()) {
    const short = shorts[index] ?? null
    const took = needed - n
    // Every fifth use somebody looks.
    if (short === null || typeof short === 'string' || short.more === null || n - before < 5) continue
    before = n
    all.push({ more: short.more, took })
  }
  return all
}

const tagOf = (kind: Kind, seed: number) => {
  const chance = seeded(seed)
  const tagsOf = () => (chance.happens(0.08) ? ['work'] : chance.happens(0.2) ? ['home'] : [])
  const { checkIns } = lifeOf({ ...kind, days: 500 }, chance, { tagsOf })
  const states: State[] = []
  for (let end = 100; end < checkIns.length; end += 5) {
    const finding = tagFinding(checkIns.slice(0, end))
    states.push({ n: finding.groups.find(({ id }) => id === 'work')?.n ?? 0, finding })
    if (finding.groups.find(({ id }) => id === 'work')?.short === 'enough') break
  }
  return judged(states, 'work')
}

const pauseOf = (kind: Kind, seed: number) => {
  const chance = seeded(seed)
  const practices = (['out', 'breath', 'body', 'do'] as const).map(of => ({
    pauseId: of,
    kind: of,
    effect: 0.3,
  }))
  const sessions = sessionsOf(shuffled(practices, 200, 200, chance), kind, chance)
  const states: State[] = []
  for (let end = 40; end <= sessions.length; end += 2) {
    const finding = pausesFinding(sessions.slice(0, end), { aim: 'felt', compares: true }, [])
    const n = (id: string) => finding.groups.find(group => group.id === id)?.n ?? 0
    states.push({ n: Math.min(n('kind-out'), n('quiet')), finding })
  }
  return judged(states, 'kind-out')
}

export const more: Question = {
  name: 'more',
  asks: '“about N more” right within 30 %: ≥ 80 % of cases',
  *ask(people, seed) {
    for (const [what, judge] of [
      ['tag', tagOf],
      ['kind of pause', pauseOf],
    ] as const)
      for (const [name, kind] of kinds.slice(0, 4)) {
        const all = Array.from({ length: people(60) }, (_, index) =>
          judge(kind, seed * 9_000_011 + index),
        ).flat()
        const numbers = all.filter(({ more }) => more !== 'few')
        const fews = all.filter(({ more }) => more === 'few')
        const right = (some: typeof all) => some.filter(isRight).length
        yield shareRow(
          `${what}, ${name}: "about N more" within 30 %`,
          right(numbers),
          numbers.length,
          80,
          100,
        )
        const said = `${what}, ${name}: "a few more", where it took at most 13`
        yield beside(shareRow(said, right(fews), fews.length, 80, 100))
        const either = `${what}, ${name}: of both, right as each row above counts it`
        yield beside(shareRow(either, right(all), all.length, 80, 100))
        // The question as it was set, of everything that was said: "a few" is no number, and so never within 30 %.
        const strictly = `${what}, ${name}: of both, strictly: a number within 30 %`
        yield beside(shareRow(strictly, right(numbers), all.length, 80, 100))
      }
  },
}
