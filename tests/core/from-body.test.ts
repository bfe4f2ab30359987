/** From a signal of the body to a few words worth a look. */
import { describe, expect, test } from 'vitest'
import { bodyPlaces, bodySignals, bodyStrengths } from '../../lib/content/body-signals.ts'
import { feelingWords } from '../../lib/content/words.ts'
import { candidates, candidatesAtMost } from '../../lib/core/from-body.ts'

const place = (id: string) => bodyPlaces.find(other => other.id === id) ?? null
const signal = (id: string) => bodySignals.find(other => other.id === id) ?? null

describe('the words that come up', () => {
  test('are of the catalogue, at most six, and none twice, whatever is answered', () => {
    for (const where of [null, ...bodyPlaces]) {
      for (const like of [null, ...bodySignals]) {
        for (const strong of [null, ...bodyStrengths]) {
          const words = candidates(where, like, strong)
          expect(words.length).toBeLessThanOrEqual(candidatesAtMost)
          expect(new Set(words).size).toBe(words.length)
          expect(words.filter(word => !(feelingWords as readonly string[]).includes(word))).toEqual([])
          expect(words.length > 0).toBe(where !== null || like !== null)
        }
      }
    }
  })

  test('follow what it is like more than where it is', () => {
    expect(candidates(place('belly'), signal('heavy'), null)[0]).toBe('sad')
    expect(candidates(place('belly'), null, null)[0]).toBe('anxious')
    expect(candidates(place('chest'), signal('heavy'), 'clear')).toContain('lonely')
  })

  test('change with how strong it is', () => {
    expect(candidates(null, signal('tight'), 'strong')[0]).toBe('overwhelmed')
    expect(candidates(null, signal('tight'), 'faint')[0]).toBe('unsettled')
    expect(candidates(null, signal('tight'), 'clear')[0]).toBe('tense')
  })

  test('take "no signal" for an answer', () => {
    expect(candidates(place('nowhere'), signal('none'), null).slice(0, 2)).toEqual(['numb', 'blank'])
  })
})
