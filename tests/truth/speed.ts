/** How long every card takes for a hundred thousand check-ins and twenty thousand sessions, and how much room. */
import { memoryUsage, threadCpuUsage } from 'node:process'
import { subjects } from '../../lib/core/insight/card.ts'
import { decide, noClaims } from '../../lib/core/insight/claims.ts'
import type { Facts } from '../../lib/core/insight/facts.ts'
import { findingOf } from '../../lib/core/insight/insights.ts'
import { cardOf } from '../../lib/core/insight/verdict.ts'
import { seeded } from '../../lib/core/seeded.ts'
import { usualKind } from './people.ts'
import type { Question } from './question.ts'
import { yearOf } from './year.ts'

/** Milliseconds of the processor, which others may be using too. */
const processor = () => threadCpuUsage().user / 1_000

const checkInCount = 100_000
const sessionCount = 20_000

const hugeFacts = (): Facts => {
  const chance = seeded(1)
  const days = 3_650
  const facts = yearOf({ ...usualKind, days, perDay: 28 }, chance)
  const words = Array.from({ length: 120 }, (_, index) => `word-${index}`)
  const sessions = Array.from({ length: sessionCount }, (_, index) => {
    const one = facts.sessions[index % facts.sessions.length]
    return one
      ? [{ ...one, at: one.at + index, day: facts.today - days + Math.floor((index * days) / sessionCount) }]
      : []
  }).flat()
  return {
    ...facts,
    checkIns: facts.checkIns
      .slice(0, checkInCount)
      .map(one => ({ ...one, words: chance.happens(0.5) ? [words[chance.whole(0, 119)] ?? ''] : [] })),
    sessions,
  }
}

export const speed: Question = {
  name: 'speed',
  asks: 'every card for 100,000 check-ins and 20,000 sessions ≤ 1.5 s in the worker, first card ≤ 150 ms, within 100 MB',
  *ask() {
    const facts = hugeFacts()
    const heap = memoryUsage().heapUsed
    let [all, most] = [0, 0]
    const findings = []
    for (const subject of subjects) {
      const start = processor()
      const finding = findingOf(subject, facts, noClaims, 1)
      cardOf(finding, noClaims)
      const took = processor() - start
      findings.push(finding)
      all += took
      most = Math.max(most, memoryUsage().heapUsed - heap)
      yield {
        what: `the card of ${subject}`,
        figure: `${took.toFixed(0)} ms`,
        target: subject === 'hour' ? '≤ 150 ms' : '',
        met: subject === 'hour' ? took <= 150 : null,
      }
    }
    const start = processor()
    decide(noClaims, findings, facts.today)
    all += processor() - start
    yield {
      what: `${facts.checkIns.length} check-ins and ${facts.sessions.length} sessions, all`,
      figure: `${all.toFixed(0)} ms`,
      target: '≤ 1,500 ms',
      met: all <= 1_500,
    }
    yield {
      what: 'heap beyond the facts, at most',
      figure: `${(most / 1e6).toFixed(0)} MB`,
      target: '≤ 100 MB',
      met: most <= 100e6,
    }
  },
}
