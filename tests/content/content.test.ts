/** Reads the whole content: ids that never change, texts for each, lengths that add up, numbers that were checked. */
import { describe, expect, test } from 'vitest'
import { emergencyOf, helpCountries, helpLines, helplineDirectory, linesOf } from '../../lib/content/help.ts'
import { type CataloguePause, pauseById, pauses } from '../../lib/content/pauses.ts'
import { sameAsWord, tagGroups, tags } from '../../lib/content/tags.ts'
import {
  farWords,
  feelingWords,
  groupOf,
  hardWords,
  isWordId,
  notSureWords,
  wordGroups,
  wordTraits,
} from '../../lib/content/words.ts'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import frozen from './frozen-ids.json' with { type: 'json' }

const textOf = (key: string): string | undefined =>
  (messages as { readonly [key: string]: { readonly message: string } })[key]?.message

const sorted = (ids: readonly string[]): readonly string[] => [...ids].sort()

describe('ids', () => {
  // Histories are full of them: a new one is added to frozen-ids.json, and none ever leaves it or changes.
  test.each([
    ['word groups', wordGroups.map(group => group.id), frozen.wordGroups],
    ['words', [...feelingWords, ...notSureWords], frozen.words],
    ['tag groups', tagGroups.map(group => group.id), frozen.tagGroups],
    ['tags', tags, frozen.tags],
    ['pauses', pauses.map(pause => pause.id), frozen.pauses],
  ])('of %s stay as they were shipped, each once', (_, ids, shipped) => {
    expect(sorted(ids)).toEqual(sorted(shipped))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter(id => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([])
  })
})

describe('words', () => {
  test('stand in groups of at least eight, so that eight fit at a time', () => {
    expect(wordGroups.filter(group => group.words.length < 8).map(group => group.id)).toEqual([])
  })

  test('have a label each, and no two the same in one group', () => {
    for (const group of wordGroups) {
      const labels = group.words.map(id => textOf(`word_${id.replaceAll('-', '_')}`))
      expect(labels).not.toContain(undefined)
      expect(new Set(labels).size).toBe(labels.length)
    }
  })

  test('cover each side of pleasant and energy', () => {
    const sides = wordGroups.map(group => `${group.pleasant} ${group.energy}`)
    expect(sorted(sides)).toEqual(sorted(['0 0', '1 1', '1 -1', '-1 1', '-1 -1', '0 0']))
  })

  test('know their group; answers in place of a word have none', () => {
    expect(groupOf('behind-glass')).toBe('quiet-far')
    expect(groupOf('okay')).toBe('in-between')
    expect(groupOf('not-sure')).toBeNull()
    expect(groupOf('0199c0de-own-word')).toBeNull()
    expect(isWordId('rather-not-say')).toBe(true)
    expect(isWordId('toString')).toBe(false)
  })

  test('ask for “far” after every word of Quiet & far, and after four others', () => {
    const asking = feelingWords.filter(id => wordTraits(id).asksFar)
    const quiet = wordGroups.find(group => group.id === 'quiet-far')?.words ?? []
    expect(sorted(asking)).toEqual(sorted([...new Set([...quiet, ...farWords])]))
    expect(sorted(farWords)).toEqual(['frozen', 'overwhelmed', 'panicky', 'scared'])
    expect(wordTraits('calm').asksFar).toBe(false)
    expect(wordTraits('not-sure')).toEqual({ asksFar: false, hard: false })
  })

  test('are hard where a person to talk to stands beside the pause', () => {
    const hard = feelingWords.filter(id => wordTraits(id).hard)
    expect(sorted(hard)).toEqual(['ashamed', 'grieving', 'hopeless', 'overwhelmed', 'panicky', 'scared'])
    expect(sorted(hardWords)).toEqual(sorted(hard))
  })
})

describe('tags', () => {
  test('have a label each', () => {
    expect(tags.filter(id => !textOf(`tag_${id.replaceAll('-', '_')}`))).toEqual([])
  })

  test('keep the private group off until it is switched on, and no other', () => {
    expect(tagGroups.filter(group => group.optIn).map(group => group.id)).toEqual(['private'])
  })

  test('hide beside a word alone that exists, and only body and mind tags do', () => {
    for (const [tag, word] of Object.entries(sameAsWord)) {
      const group = tagGroups.find(({ tags: ids }) => (ids as readonly string[]).includes(tag))
      expect([tag, isWordId(word), ['body', 'mind'].includes(group?.id ?? '')]).toEqual([tag, true, true])
    }
  })
})

describe('pauses', () => {
  const catalogue: readonly CataloguePause[] = pauses

  test.each(catalogue.map(pause => [pause.id, pause] as const))(
    '%s takes as long as its steps',
    (_, pause) => {
      expect(pause.steps.reduce((sum, step) => sum + (step.seconds ?? 0), 0)).toBe(pause.seconds)
    },
  )

  test.each(catalogue.map(pause => [pause.id, pause] as const))(
    '%s has a title, a line and its steps in words',
    (id, pause) => {
      const key = `pause_${id.replaceAll('-', '_')}`
      const keys = [key, `${key}_about`, ...pause.steps.map(step => step.text)]
      expect(keys.filter(name => !textOf(name))).toEqual([])
    },
  )

  test('breathe in whole rounds', () => {
    const paced = catalogue.flatMap(pause => pause.steps).filter(step => step.pacer)
    expect(paced.length).toBeGreaterThan(0)
    for (const { seconds, pacer = [] } of paced) {
      const round = pacer.reduce((sum, breath) => sum + breath.seconds, 0)
      expect((seconds ?? 1) % round).toBe(0)
      for (const breath of pacer) expect(textOf(`pacer_${breath.way}`)).toBeTruthy()
    }
  })

  test('long-exhale is in 4, out 6, six rounds', () => {
    const step = pauseById('long-exhale')?.steps[0]
    expect(step?.pacer).toEqual([
      { way: 'in', seconds: 4 },
      { way: 'out', seconds: 6 },
    ])
    expect(step?.seconds).toBe(6 * 10)
  })

  test('that look outward keep the eyes open, and there is one to begin with', () => {
    const outward = catalogue.filter(pause => pause.kind === 'out')
    expect(outward.map(pause => pause.id)).toContain('look-up')
    expect(outward.filter(pause => pause.eyes !== 'open')).toEqual([])
  })

  test('of body, breath and thought say that stopping is fine', () => {
    const inward = catalogue.filter(pause => /^(body|breath|think)$/.test(pause.kind))
    expect(inward.filter(pause => !pause.cautions.includes('if-worse'))).toEqual([])
  })

  test('unknown here are nothing', () => {
    expect(pauseById('of-a-newer-thaw')).toBeNull()
  })
})

describe('help lines', () => {
  // By the real clock, on purpose: an old number may ring at nobody's desk. Check each row on the service's own page, then write today.
  const today = Temporal.Now.plainDateISO()

  test.each(helpLines.map(line => [`${line.country} ${line.number}`, line] as const))(
    '%s was checked in the last 18 months',
    (_, line) => {
      const checked = Temporal.PlainDate.from(line.checkedOn)
      expect(Temporal.PlainDate.compare(checked, today.subtract({ months: 18 }))).toBeGreaterThan(0)
      expect(Temporal.PlainDate.compare(checked, today.add({ days: 1 }))).toBeLessThanOrEqual(0)
    },
  )

  test('are the confirmed ones', () => {
    expect(helpLines.map(line => `${line.country} ${line.number} ${line.by}`)).toEqual([
      'US 988 call-or-text',
      'CA 988 call-or-text',
      'GB 116 123 call',
      'IE 116 123 call',
      'AU 13 11 14 call',
      'AU 0477 13 11 14 text',
      'NZ 1737 call-or-text',
      'CH 143 call',
      'CH 0800 143 000 call',
      'DE 0800 111 0 111 call',
      'LV 116 123 call',
      'HU 116 123 call',
    ])
  })

  test('lead to a page of the service, never further, and ask nothing of it', () => {
    const addresses = [...helpLines.flatMap(line => (line.address ? [line.address] : [])), helplineDirectory]
    expect(addresses.filter(address => !/^https:\/\/[a-z0-9.-]+$/.test(address))).toEqual([])
  })

  test('stand under countries that can be named', () => {
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
    expect(helpCountries.filter(country => !names.of(country))).toEqual([])
    expect(helpLines.filter(line => !helpCountries.includes(line.country))).toEqual([])
  })

  test('are looked up by country, and there are none where none is confirmed', () => {
    expect(linesOf('AU')).toHaveLength(2)
    expect(linesOf('FR')).toEqual([])
    expect(linesOf(null)).toEqual([])
  })

  test.each([
    ['US', '911'],
    ['CA', '911'],
    ['GB', '999'],
    ['IE', '999'],
    ['AU', '000'],
    ['NZ', '111'],
    ['DE', '112'],
    ['HU', '112'],
    ['LV', '112'],
    ['FR', '112'],
    ['CH', null],
    ['JP', null],
    [null, null],
  ])('in danger, %s calls %s', (country, number) => expect(emergencyOf(country)).toBe(number))
})
