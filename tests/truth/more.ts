/** Whether "about N more" is about right: what was said, against how many it took. */
import type { Finding } from '../../lib/core/insight/finding.ts'
import { pausesFinding } from '../../lib/core/insight/pauses.ts'
import { tagFinding } from '../../lib/core/insight/tag.ts'
import { seeded } from '../../lib/core/seeded.ts'
import { type Kind, kinds, lifeOf } from './people.ts'
import { type Question, shareRow } from './question.ts'
import { sessionsOf, shuffled } from './sessions.ts'

type State = { readonly n: number; readonly finding: Finding }

/** So much more or less nobody notices. */
const slack = 3

/** Of all numbers said on the way to "enough": how many lay within 30 % of what it took, or within three. */
const judged = (states: readonly State[], id: string) => {
  const shorts = states.map(({ finding }) => finding.groups.find(group => group.id === id)?.short ?? null)
  const reached = shorts.indexOf('enough')
  const needed = states[reached]?.n ?? 0
  let [said, right, before] = [0, 0, 0]
  for (const [index, { n }] of states.slice(0, Math.max(0, reached)).entries()) {
    const short = shorts[index] ?? null
    const took = needed - n
    // Every fifth use somebody looks.
    if (short === null || typeof short === 'string' || short.more === null || n - before < 5) continue
    before = n
    said += 1
    right += Number(Math.abs(short.more - took) <= Math.max(slack, 0.3 * took))
  }
  return { said, right }
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
  const sessions = sessionsOf(shuffled(practices, 80, 80, chance), kind, chance)
  const states: State[] = []
  for (let end = 40; end <= sessions.length; end += 2) {
    const finding = pausesFinding(sessions.slice(0, end), 'felt', [])
    const n = (id: string) => finding.groups.find(group => group.id === id)?.n ?? 0
    states.push({ n: Math.min(n('kind-out'), n('quiet')), finding })
  }
  return judged(states, 'kind-out')
}

export const more: Question = {
  name: 'more',
  *ask(people, seed) {
    for (const [what, judge] of [
      ['tag', tagOf],
      ['kind of pause', pauseOf],
    ] as const)
      for (const [name, kind] of kinds.slice(0, 4)) {
        const all = Array.from({ length: people(60) }, (_, index) => judge(kind, seed * 9_000_011 + index))
        const said = all.reduce((sum, one) => sum + one.said, 0)
        const right = all.reduce((sum, one) => sum + one.right, 0)
        yield shareRow(`${what}, ${name}: "about N more" within 30 % or 3`, right, said, 80, 100)
      }
  },
}
