/** Reads the whole content: ids that never change, texts for each, lengths that add up, numbers that were checked. */
import { describe, expect, test } from 'vitest'
import {
  emergencyNumbers,
  emergencyOf,
  helpCountries,
  helpLines,
  helplineDirectory,
  linesOf,
} from '../../lib/content/help.ts'
import {
  type CataloguePause,
  type Grade,
  pauseById,
  pauses,
  retiredPauses,
} from '../../lib/content/pauses.ts'
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
import { roundOf } from '../../lib/core/breath.ts'
import { isLongAgo } from '../../lib/core/checked-on.ts'
import { type PauseKind, pauseKinds } from '../../lib/core/pause-kinds.ts'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { filesUnder, textOf as fileText } from '../repo/source.ts'
import { cautionKey, gradeKey, pauseKeys } from '../support/pause-keys.ts'
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
    ['pauses', [...pauses.map(pause => pause.id), ...retiredPauses], frozen.pauses],
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
  const each = catalogue.map(pause => [pause.id, pause] as const)
  const idsWhere = (find: (pause: CataloguePause) => boolean): readonly string[] =>
    catalogue.filter(find).map(pause => pause.id)
  const idsWith = (rule: CataloguePause['rules'][number]): readonly string[] =>
    idsWhere(({ rules }) => rules.includes(rule))
  const inputsOf = (pause: CataloguePause) => pause.steps.flatMap(step => step.inputs ?? [])

  // What Thaw set out to hold, in this order. A change here is a decision, never a repair.
  const planned: readonly (readonly [string, PauseKind, number, Grade | null])[] = [
    ['look-up', 'out', 20, 'D'],
    ['three-things', 'out', 20, 'D'],
    ['five-senses', 'out', 100, 'D'],
    ['here-and-now', 'out', 20, 'D'],
    ['cool-touch', 'out', 30, 'D'],
    ['window', 'out', 40, 'B-'],
    ['listen', 'out', 40, 'D'],
    ['long-exhale', 'breath', 60, 'C'],
    ['sigh', 'breath', 60, 'B'],
    ['box', 'breath', 64, 'C'],
    ['four-seven-eight', 'breath', 76, 'D'],
    ['shoulders', 'body', 30, 'C'],
    ['muscle-relax', 'body', 150, 'C'],
    ['stretch', 'body', 60, 'B'],
    ['body-signals', 'body', 60, 'C'],
    ['stand-and-move', 'do', 180, 'B'],
    ['notice-one-thing', 'out', 60, 'C'],
    ['silent-timer', 'rest', 180, 'C'],
    ['self-kindness', 'kind', 60, 'C'],
    ['let-it-be', 'think', 90, 'C'],
    ['what-matters', 'think', 60, 'C'],
    ['another-way', 'think', 120, 'A'],
    ['steering-round', 'think', 60, 'C'],
    ['one-small-thing', 'do', 45, 'C'],
    ['do-it-differently', 'do', 30, 'D'],
    ['smaller-step', 'do', 60, 'C'],
    ['one-thing-lighter', 'do', 60, 'C'],
    ['one-sentence', 'people', 60, 'C'],
    ['good-morning', 'people', 30, 'C'],
    ['boundary', 'people', 90, 'D'],
    ['hum', 'make', 30, 'D'],
    ['doodle', 'make', 60, 'D'],
    ['one-line', 'make', 60, 'B-'],
    ['high-and-low', 'think', 45, 'B'],
    ['savour', 'out', 45, 'B'],
    ['ride-it-out', 'think', 90, 'D'],
    ['if-then', 'think', 60, 'A'],
    ['care', 'do', 20, 'D'],
    ['something-light', 'rest', 60, 'C'],
    ['quiet-pause', 'rest', 30, null],
  ]

  test('are the ones that were planned, with their kinds, lengths and grades', () => {
    expect(catalogue.map(({ id, kind, seconds, grade }) => [id, kind, seconds, grade])).toEqual(planned)
  })

  test('are of every kind there is, other than a person’s own', () => {
    const kinds = new Set(catalogue.map(pause => pause.kind))
    expect(sorted([...kinds, 'own'])).toEqual(sorted(pauseKinds))
  })

  test('that were retired keep their title, and are in the catalogue no more', () => {
    expect(retiredPauses.filter(id => !textOf(`pause_${id.replaceAll('-', '_')}`))).toEqual([])
    expect(retiredPauses.filter(id => pauseById(id))).toEqual([])
  })

  test.each(each)('%s takes as long as its steps', (_, { seconds, steps }) => {
    const sum = steps.reduce((before, step) => before + step.seconds, 0)
    const mayDiffer = steps.some(step => step.waits) ? seconds / 10 : 0
    expect(Math.abs(sum - seconds)).toBeLessThanOrEqual(mayDiffer)
    expect(steps.filter(step => step.seconds <= 0)).toEqual([])
  })

  test('have all their texts, in every language', () => {
    const wanted = new Set([
      ...catalogue.flatMap(pauseKeys),
      ...catalogue.flatMap(pause => pause.cautions.map(cautionKey)),
      ...catalogue.map(pause => gradeKey(pause.grade)),
      ...pauseKinds.map(kind => `pause_kind_${kind}`),
    ])
    const languages = filesUnder('public/_locales').filter(path => path.endsWith('/messages.json'))
    expect(languages).toContain('public/_locales/en/messages.json')
    for (const path of languages) {
      const there = JSON.parse(fileText(path))
      expect([path, [...wanted].filter(key => !there[key]?.message)]).toEqual([path, []])
    }
  })

  test('name the texts of their steps by the place of each', () => {
    const wrong = catalogue.flatMap(({ id, steps }) =>
      steps.flatMap(({ text, other }, index) => {
        const key = `pause_${id.replaceAll('-', '_')}_${index + 1}`
        return text === key && (other ?? `${key}b`) === `${key}b` ? [] : [`${id} ${text}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  test('say in one line of at most 70 characters what happens', () => {
    const about = (id: string): string => textOf(`pause_${id.replaceAll('-', '_')}_about`) ?? ''
    expect(idsWhere(({ id }) => about(id).length > 70)).toEqual([])
  })

  test('have a title of their own each', () => {
    const titles = catalogue.map(({ id }) => textOf(`pause_${id.replaceAll('-', '_')}`))
    expect(new Set(titles).size).toBe(titles.length)
  })

  test('name where they come from, other than the quiet pause', () => {
    expect(idsWhere(({ sources, seeds }) => sources.length + seeds.length === 0)).toEqual(['quiet-pause'])
    expect(idsWhere(({ grade }) => grade === null)).toEqual(['quiet-pause'])
  })

  test('cite studies by the DOIs that were read, each once', () => {
    const read = [
      '10.1007/s12671-019-01134-6',
      '10.1007/s42761-021-00036-y',
      '10.1016/j.xcrm.2022.100895',
      '10.1037/a0023503',
      '10.1037/a0027600',
      '10.1038/s41598-022-27247-y',
      '10.1080/10463283.2024.2334563',
      '10.1080/10503307.2021.1933646',
      '10.1177/1754073917742706',
      '10.1177/2167702621996340',
      '10.1371/journal.pone.0272460',
      '10.2478/bjha-2013-0024',
      '10.3390/brainsci13121612',
    ]
    expect(sorted([...new Set(catalogue.flatMap(pause => pause.sources))])).toEqual(read)
    expect(idsWhere(({ sources }) => new Set(sources).size < sources.length)).toEqual([])
  })

  test('claim a grade of A with a study alone', () => {
    expect(idsWhere(({ grade, sources }) => grade === 'A' && sources.length === 0)).toEqual([])
    expect(idsWhere(({ grade, sources }) => grade === 'D' && sources.length > 0)).toEqual([])
  })

  test('are offered from eight to begin with', () => {
    expect(idsWith('first')).toEqual([
      'look-up',
      'three-things',
      'window',
      'long-exhale',
      'shoulders',
      'stand-and-move',
      'self-kindness',
      'one-small-thing',
    ])
  })

  test('are offered under the rules that keep a person safe', () => {
    expect(idsWith('picked')).toEqual(['let-it-be', 'steering-round'])
    expect(idsWith('far-first')).toEqual(['look-up'])
    expect(idsWith('near')).toEqual(['steering-round'])
    expect(idsWith('switched-on')).toEqual(['four-seven-eight', 'body-signals'])
    expect(idsWith('not-low')).toEqual(['high-and-low', 'savour'])
    expect(idsWith('comparison')).toEqual(['quiet-pause'])
    expect(idsWith('by-day')).toEqual([
      'stand-and-move',
      'steering-round',
      'do-it-differently',
      'smaller-step',
      'one-thing-lighter',
    ])
    expect(idsWhere(({ rules }) => new Set(rules).size < rules.length)).toEqual([])
  })

  test('turn inward where they are of body, breath, thought or kindness, and in three others', () => {
    const byKind = idsWhere(({ kind }) => /^(body|breath|think|kind)$/.test(kind))
    expect(byKind.filter(id => !idsWith('inward').includes(id))).toEqual([])
    expect(idsWith('inward').filter(id => !byKind.includes(id))).toEqual([
      'silent-timer',
      'one-thing-lighter',
      'one-line',
    ])
  })

  test('that look outward keep the eyes open, need no getting up, ask nothing and never turn inward', () => {
    const outward = catalogue.filter(pause => pause.kind === 'out')
    expect(outward.map(pause => pause.id)).toContain('look-up')
    expect(outward.filter(pause => pause.eyes !== 'open' || pause.effort === 2)).toEqual([])
    expect(outward.filter(pause => pause.rules.includes('inward') || inputsOf(pause).length > 0)).toEqual([])
  })

  test('ask nobody to close the eyes, to stare or to clear the mind', () => {
    const said = catalogue.flatMap(pauseKeys).map(key => [key, textOf(key) ?? ''] as const)
    const asking = said.filter(([, text]) =>
      /clos\w* (your )?eyes|eyes closed|stare|fix your|clear your (mind|head)|empty your/i.test(text),
    )
    expect(asking).toEqual([])
  })

  test('of body, breath and thought say that stopping is fine, and so do those of writing and being with', () => {
    const writes = (pause: CataloguePause) =>
      inputsOf(pause).some(({ kind }) => kind === 'text' || kind === 'ladder')
    const beingWith = [
      'let-it-be',
      'self-kindness',
      'silent-timer',
      'body-signals',
      'steering-round',
      'ride-it-out',
    ]
    const inNeed = idsWhere(
      pause => /^(body|breath|think)$/.test(pause.kind) || writes(pause) || beingWith.includes(pause.id),
    )
    expect(idsWhere(({ cautions }) => cautions.includes('if-worse'))).toEqual(inNeed)
  })

  test('carry the cautions of their own', () => {
    const own = catalogue.flatMap(({ id, cautions }) =>
      cautions.filter(caution => caution !== 'if-worse').map(caution => `${id}: ${caution}`),
    )
    expect(own).toEqual([
      'cool-touch: heart',
      'sigh: dizzy',
      'four-seven-eight: long-hold',
      'muscle-relax: tense',
      'self-kindness: feels-false',
      'ride-it-out: habits',
    ])
  })

  test('breathe in whole rounds, and slowly', () => {
    const paced = catalogue.flatMap(pause => pause.steps).filter(step => step.pacer)
    expect(paced.length).toBeGreaterThan(0)
    for (const { seconds, pacer = [] } of paced) {
      const round = roundOf(pacer) / 1_000
      expect(seconds % round).toBe(0)
      expect(round).toBeGreaterThanOrEqual(8)
      expect(pacer[0]?.way).toBe('in')
      for (const breath of pacer) expect(textOf(`pacer_${breath.way.replace('-', '_')}`)).toBeTruthy()
    }
    expect(idsWhere(pause => pause.steps.some(step => step.pacer))).toEqual(
      idsWhere(pause => pause.kind === 'breath'),
    )
  })

  test.each([
    ['long-exhale', 'in 4, out 6', 6],
    ['sigh', 'in 3, top-up 1, out 8', 5],
    ['box', 'in 4, hold 4, out 4, hold 4', 4],
    ['four-seven-eight', 'in 4, hold 7, out 8', 4],
  ])('%s is %s, %i rounds', (id, pattern, rounds) => {
    const steps = pauseById(id)?.steps ?? []
    const pacer = steps[0]?.pacer ?? []
    expect(steps).toHaveLength(1)
    expect(pacer.map(({ way, seconds }) => `${way} ${seconds}`).join(', ')).toBe(pattern)
    expect((steps[0]?.seconds ?? 0) / (roundOf(pacer) / 1_000)).toBe(rounds)
  })

  test('muscle-relax tenses each of ten parts for 5 seconds and lets it go for 10', () => {
    const lengths = pauseById('muscle-relax')?.steps.map(step => step.seconds)
    expect(lengths).toEqual(Array.from({ length: 10 }, () => [5, 10]).flat())
  })

  test('have another version in every step or in none, with a switch that is named', () => {
    expect(idsWhere(pause => pause.otherVersion !== undefined)).toEqual(['stand-and-move', 'self-kindness'])
    const partly = idsWhere(({ steps, otherVersion }) =>
      steps.some(step => (step.other !== undefined) !== (otherVersion !== undefined)),
    )
    expect(partly).toEqual([])
  })

  test('fill in the day and the time where, and only where, the text has places for them', () => {
    const steps = catalogue.flatMap(pause => pause.steps)
    expect(steps.filter(step => step.fill === 'now').map(step => step.text)).toEqual(['pause_here_and_now_1'])
    const withPlaces = steps.filter(({ text, other }) =>
      /\$\d/.test(`${textOf(text)} ${textOf(other ?? text)}`),
    )
    expect(withPlaces.map(step => step.text)).toEqual(['pause_here_and_now_1'])
  })

  test('wait at each step in which something can be written, picked or drawn', () => {
    const hurried = catalogue.flatMap(pause => pause.steps).filter(step => step.inputs && !step.waits)
    expect(hurried).toEqual([])
  })

  test('leave something behind where something is written, and nowhere else', () => {
    const left = catalogue.flatMap(({ id, leaves }) => (leaves ? [`${id}: ${leaves}`] : []))
    expect(left).toEqual([
      'another-way: thought',
      'one-small-thing: step',
      'do-it-differently: step',
      'smaller-step: step',
      'one-thing-lighter: step',
      'one-sentence: sentence',
      'good-morning: step',
      'boundary: sentence',
      'one-line: line',
      'high-and-low: high-low',
      'if-then: plan',
    ])
    const unlike = idsWhere(pause => inputsOf(pause).length > 0 !== (pause.leaves !== undefined))
    // What is drawn is not kept, and a light thing stands in the person's own list.
    expect(unlike).toEqual(['doodle', 'something-light'])
  })

  test('write into the fields that reflections have', () => {
    const fields = catalogue
      .filter(pause => inputsOf(pause).length > 0)
      .map(pause => {
        const names = inputsOf(pause).map(input =>
          input.kind === 'drawing' ? 'drawing' : `${input.field} ${input.kind}`,
        )
        return [pause.id, names.join(', ')]
      })
    expect(fields).toEqual([
      ['another-way', 'situation text, thought text, traps choice, friend text, other text'],
      ['one-small-thing', 'text text, minutes choice, expected scale'],
      ['do-it-differently', 'text text'],
      ['smaller-step', 'ladder ladder'],
      ['one-thing-lighter', 'text text, how choice'],
      ['one-sentence', 'to own-list, text text'],
      ['good-morning', 'to own-list, text text'],
      ['boundary', 'text text'],
      ['doodle', 'drawing'],
      ['one-line', 'text text'],
      ['high-and-low', 'high text, highReach scale, low text, lowReach scale'],
      ['if-then', 'if if, then then'],
      ['something-light', 'what own-list'],
    ])
    const twice = idsWhere(pause => {
      const names = inputsOf(pause).flatMap(input => (input.kind === 'drawing' ? [] : [input.field]))
      return new Set(names).size < names.length
    })
    expect(twice).toEqual([])
  })

  test('copy sentences to people, and send nothing', () => {
    const copying = idsWhere(pause => inputsOf(pause).some(input => input.kind === 'text' && input.copy))
    expect(copying).toEqual(['one-sentence', 'boundary'])
    expect(idsWhere(pause => pause.leaves === 'sentence')).toEqual(copying)
  })

  test('mark harsh thoughts as quoted, so that no language takes them for Thaw’s own words', () => {
    const described = messages as { readonly [key: string]: { readonly description: string } }
    const harsh = [1, 2, 3].map(place => described[`pause_another_way_thought_${place}`]?.description)
    expect(harsh.filter(description => !/quoted thought/i.test(description ?? ''))).toEqual([])
  })

  test('unknown here are nothing', () => {
    expect(pauseById('of-a-newer-thaw')).toBeNull()
  })
})

describe('help lines', () => {
  // Whoever makes a release checks each row on the service's own page, and then writes that day.
  const newest = /^## \S+ \((\d{4}-\d{2}-\d{2})\)$/m.exec(fileText('CHANGELOG.md'))?.[1] ?? ''

  test('are measured against the day of the newest entry', () => {
    expect(Temporal.PlainDate.from(newest).toString()).toBe(newest)
  })

  test.each([
    ...helpLines.map(line => [`${line.country} ${line.number}`, line.checkedOn] as const),
    ...emergencyNumbers.map(row => [`${row.countries[0]} ${row.number}`, row.checkedOn] as const),
  ])('%s was checked in the 180 days before that', (_, checkedOn) => {
    expect(isLongAgo(checkedOn, newest)).toBe(false)
    expect(checkedOn <= newest).toBe(true)
  })

  test('are long ago on the 181st day, and not before', () => {
    expect(isLongAgo('2026-01-01', '2026-06-30')).toBe(false)
    expect(isLongAgo('2026-01-01', '2026-07-01')).toBe(true)
    // A clock that runs behind.
    expect(isLongAgo('2026-01-01', '2020-01-01')).toBe(false)
  })

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
    const addresses = [...helpLines.map(line => line.address), helplineDirectory]
    expect(addresses.filter(address => !/^https:\/\/[a-z0-9.-]+$/.test(address))).toEqual([])
    const sources = emergencyNumbers.map(row => row.source)
    expect(sources.filter(source => !/^https:\/\/[a-z0-9.-]+(\/[\w./-]*)?$/.test(source))).toEqual([])
  })

  test('in danger, no country has two numbers', () => {
    const countries = emergencyNumbers.flatMap(row => row.countries)
    expect(countries.length).toBe(new Set(countries).size)
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
  ])('in danger, %s calls %s', (country, number) => expect(emergencyOf(country)?.number ?? null).toBe(number))
})
