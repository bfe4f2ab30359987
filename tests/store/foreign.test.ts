import { describe, expect, test } from 'vitest'
import type { ForeignEntry, ForeignRead } from '../../lib/core/foreign.ts'
import { csvMarks } from '../../lib/store/formats/csv-columns.ts'
import { readFile } from '../../lib/store/formats/recognise.ts'
import { noon } from '../contract/samples.ts'
import { bytesOf, foreignFile, foreignFiles, zipOf } from '../support/foreign-files.ts'

const readBytes = async (bytes: Uint8Array): Promise<ForeignRead> => {
  const read = await readFile(bytes, noon)
  if (read.kind !== 'foreign') throw new Error(`Read as ${JSON.stringify(read)}`)
  return read.read
}

const read = (name: string) => readBytes(foreignFile(name))

const textOf = (name: string) => new TextDecoder().decode(foreignFile(name))

const moods = ({ moods: found }: ForeignRead) =>
  found.map(({ label, count, suggested }) => [label, count, suggested])

const lines = ({ unreadable }: ForeignRead) =>
  unreadable.map(({ line, reason, field }) => [line, reason, field])

/** The lines of which the rest comes in. */
const inPart = ({ unreadable }: ForeignRead) => unreadable.flatMap(({ line, part }) => (part ? [line] : []))

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds

const wall = (day: string, clock: string) => {
  const { hour, minute } = Temporal.PlainTime.from(clock)
  return { kind: 'wall', day, minute: hour * 60 + minute }
}

const times = ({ entries }: ForeignRead) => entries.map(({ time }) => time)

describe('Daylio', () => {
  test('of today: scales, titles, markup, quoted lines, its own moods, and what cannot be read', async () => {
    const found = await read('daylio-now.csv')
    expect(found.format).toBe('daylio-csv')
    expect(found.entries).toEqual<ForeignEntry[]>([
      {
        line: 2,
        time: { kind: 'wall', day: '2024-05-18', minute: 510 },
        mood: 'rad',
        note: 'A good morning\nWoke early.\nWalked.\n- bread\n- milk & eggs',
        tags: ['family', 'good sleep'],
        raw: {
          scales: 'Energy: 3/5',
          mood: 'rad',
          note_title: 'A good morning',
          note: 'Woke <b>early</b>.<br>Walked.<ul><li>bread</li><li>milk &amp; eggs</li></ul>',
        },
      },
      {
        line: 3,
        time: { kind: 'wall', day: '2024-05-17', minute: 870 },
        mood: 'meh',
        note: '3 < 4, "quoted", and\r\na second line',
        tags: ['movies / tv'],
        raw: { mood: 'meh' },
      },
      {
        line: 6,
        time: { kind: 'wall', day: '2024-03-31', minute: 150 },
        mood: 'Wobbly',
        note: '',
        tags: [],
        raw: { mood: 'Wobbly' },
      },
      {
        line: 7,
        time: { kind: 'wall', day: '2024-05-16', minute: 5 },
        mood: 'awful',
        note: '',
        tags: ['tired'],
        raw: { mood: 'awful' },
      },
    ])
    expect(moods(found)).toEqual([
      ['rad', 1, 4],
      ['meh', 1, 0],
      ['Wobbly', 1, null],
      ['awful', 1, -4],
    ])
    expect(lines(found)).toEqual([
      [8, 'bad-time', 'full_date'],
      [9, 'bad-time', 'full_date'],
      [10, 'no-time', 'full_date'],
    ])
  })

  test('of the years before, in another language, parted by semicolons', async () => {
    const found = await read('daylio-common.csv')
    expect(times(found)).toEqual([
      wall('2022-12-24', '20:15'),
      wall('2022-12-23', '09:05'),
      wall('2022-12-22', '00:00'),
    ])
    expect(found.entries.map(({ tags, note }) => [tags, note])).toEqual([
      [['Familie', 'Weihnachten'], 'Alle waren da; auch Oma'],
      [['Arbeit'], 'Letzter Tag'],
      [[], ''],
    ])
    // What a name of a mood means in another language is the person's to say.
    expect(moods(found)).toEqual([
      ['fantastisch', 1, null],
      ['geht so', 2, null],
    ])
    expect(found.unreadable).toEqual([])
  })

  test('of 2018, with its day in two columns', async () => {
    const found = await read('daylio-2018.csv')
    expect(found.format).toBe('daylio-csv')
    expect(times(found)).toEqual([
      wall('2018-05-18', '23:54'),
      wall('2018-05-17', '22:21'),
      wall('2018-01-01', '12:00'),
    ])
    expect(found.entries.map(({ tags }) => tags)).toEqual([
      ['clean', 'cook', 'music'],
      ['cook', 'stressed'],
      [],
    ])
  })

  test.each(['daylio.daylio', 'daylio-bare.daylio'])('as a backup: %s', async name => {
    const found = await read(name)
    expect(found.format).toBe('daylio-backup')
    expect(found.entries).toEqual<ForeignEntry[]>([
      {
        line: 1,
        // Month 0 is January.
        time: { kind: 'instant', at: at('2024-01-01T08:30+01:00'), offset: 60 },
        mood: '1',
        note: 'First\nNew year.\nCold.',
        tags: ['reading'],
        raw: { isFavorite: true, mood: 'rad', note_title: 'First', note: 'New year.<br>Cold.' },
      },
      {
        line: 2,
        // The clock that the entry shows says more than the offset that it names.
        time: { kind: 'instant', at: at('2023-12-31T23:45-05:00'), offset: -300 },
        mood: '6',
        note: '',
        tags: ['reading', 'work'],
        raw: { mood: 'Hollow', tags: ['99'] },
      },
      {
        line: 3,
        time: { kind: 'wall', day: '2024-02-29', minute: 720 },
        mood: '5',
        note: 'Leap day',
        tags: [],
        raw: { mood: 'awful' },
      },
    ])
    expect(moods(found)).toEqual([
      ['rad', 1, 4],
      ['Hollow', 1, -2],
      ['awful', 1, -4],
    ])
    expect(lines(found)).toEqual([
      [4, 'bad-time', 'datetime'],
      [5, 'wrong-type', undefined],
    ])
  })

  test('as a backup, in which what is of a wrong type is named, and the rest of its entry kept', async () => {
    const entry = (more: object) => ({ year: 2024, month: 0, day: 1, ...more })
    const found = await readBytes(
      bytesOf(
        JSON.stringify({
          dayEntries: [
            entry({ mood: 1, note: 5, note_title: ['First'], tags: [1] }),
            entry({ mood: 'rad', note: 'Kept', tags: 'reading' }),
            entry({ mood: 2, note: null, tags: [1, 'reading', null] }),
            entry({ note: {} }),
            { note: {} },
          ],
          customMoods: [],
          tags: [{ id: 1, name: 'reading' }],
        }),
      ),
    )
    expect(found.entries.map(({ line, mood, note, tags }) => [line, mood, note, tags])).toEqual([
      [1, '1', '', ['reading']],
      [2, null, 'Kept', []],
      [3, '2', '', ['reading']],
    ])
    expect(lines(found)).toEqual([
      [1, 'wrong-type', 'note_title, note'],
      [2, 'wrong-type', 'mood, tags'],
      [3, 'wrong-type', 'tags'],
      [4, 'wrong-type', 'note'],
      [5, 'no-time', 'datetime'],
    ])
    expect(inPart(found)).toEqual([1, 2, 3])
  })
})

describe('Pixels', () => {
  test('what is of a wrong type is named, and the rest of its entry kept', async () => {
    const entry = (more: object) => ({ date: '2020-03-29', mood: 4, ...more })
    const found = await readBytes(
      bytesOf(
        JSON.stringify([
          entry({ notes: 5, emotions: ['calm'] }),
          entry({ notes: 'Sun', emotions: 'calm' }),
          entry({ notes: null, emotions: ['calm', 7], tags: null }),
          entry({ tags: [{ type: 'Emotions', entries: ['calm', {}] }, { type: 'Activities' }] }),
          entry({ mood: undefined, scores: [3, 4], notes: false }),
          entry({ tags: [{ type: 'Emotions', entries: 'calm' }] }),
        ]),
      ),
    )
    expect(found.entries.map(({ line, mood, note, tags }) => [line, mood, note, tags])).toEqual([
      [1, '4', '', ['calm']],
      [2, '4', 'Sun', []],
      [3, '4', '', ['calm']],
      [4, '4', '', ['calm']],
      [5, '3', '', []],
      [5, '4', '', []],
      [6, '4', '', []],
    ])
    expect(lines(found)).toEqual([
      [1, 'wrong-type', 'notes'],
      [2, 'wrong-type', 'emotions'],
      [3, 'wrong-type', 'emotions'],
      [4, 'wrong-type', 'tags'],
      [5, 'wrong-type', 'notes'],
      [6, 'wrong-type', 'tags'],
    ])
    expect(inPart(found)).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('with a mood a day', async () => {
    const found = await read('pixels-v1.json')
    expect(found.format).toBe('pixels')
    expect(found.entries).toEqual<ForeignEntry[]>([
      {
        line: 1,
        time: { kind: 'day', day: '2020-03-29' },
        mood: '4',
        note: 'Sun',
        tags: ['chill', 'hopeful'],
        raw: { mood: 4 },
      },
      { line: 2, time: { kind: 'day', day: '2020-03-30' }, mood: '1', note: '', tags: [], raw: { mood: 1 } },
      {
        line: 3,
        time: { kind: 'day', day: '2020-03-31' },
        mood: null,
        note: 'Only a note',
        tags: [],
        raw: {},
      },
    ])
    expect(moods(found)).toEqual([
      ['4', 1, 2],
      ['1', 1, -4],
    ])
    expect(lines(found)).toEqual([[4, 'wrong-type', 'mood']])
  })

  test('with entries a day, of which those of another type are named as left out', async () => {
    const found = await read('pixels-v2.json')
    expect(found.entries.map(({ line, mood, note, tags }) => [line, mood, note, tags])).toEqual([
      [1, '4', 'Morning', ['calm']],
      [2, '2', '', []],
    ])
    expect(lines(found)).toEqual([[2, 'no-content', 'type']])
  })

  test('what else a day of entries tells is kept with the first of its moods', async () => {
    const mood = (value: number) => ({ type: 'Mood', value, notes: '', tags: [] })
    const days = [{ date: '2021-06-01', weather: { sun: 3 }, entries: [mood(4), mood(2)] }]
    const found = await readBytes(bytesOf(JSON.stringify(days)))
    expect(found.entries.map(({ raw }) => raw)).toEqual([
      { weather: { sun: 3 }, mood: 4, tags: [] },
      { mood: 2, tags: [] },
    ])
  })

  test('with scores: each is an answer, the day is written without zeros, other types are left out', async () => {
    const found = await read('pixels-v3.json')
    expect(found.entries.map(({ line, time, mood, note, tags }) => [line, time, mood, note, tags])).toEqual([
      [1, { kind: 'day', day: '2024-05-01' }, '3', 'Two halves', ['tired', 'calm', 'walk']],
      [1, { kind: 'day', day: '2024-05-01' }, '4', '', []],
      [2, { kind: 'day', day: '2024-05-10' }, '5', '', []],
    ])
    expect(found.entries[1]?.raw).toEqual({ mood: 4, score: 2 })
    expect(lines(found)).toEqual([
      [3, 'no-content', 'type'],
      [4, 'bad-time', 'date'],
      [5, 'out-of-range', 'date'],
    ])
  })
})

describe('How We Feel', () => {
  test('with its own time, words for moods, and tags of three kinds', async () => {
    const found = await read('how-we-feel.csv')
    expect(found.format).toBe('how-we-feel')
    expect(found.entries[0]).toEqual<ForeignEntry>({
      line: 2,
      time: { kind: 'wall', day: '2026-02-08', minute: 16 * 60 + 4 },
      mood: 'Determined',
      note: 'Wrote a list,\nand did half of it',
      tags: ['By Myself', 'Home', 'Work', 'Chores'],
      raw: {
        Exercise: '0.0',
        Sleep: '7.5',
        Steps: '1523.0',
        Weather: 'Clouds',
        'Temperature (F)': '52.0',
        'Caffeine (mg)': '95',
        'Alcoholic Drinks': '0',
        Reflections: 'What helped? Tea.',
        mood: 'Determined;Hopeful',
      },
    })
    expect(times(found).slice(1)).toEqual([wall('2026-02-07', '11:15'), wall('2026-03-29', '02:30')])
    expect(found.moods.every(({ suggested }) => suggested === null)).toBe(true)
    // A month in another language is not guessed.
    expect(lines(found)).toEqual([[6, 'bad-time', 'date']])
  })

  test('with the columns of a later version', async () => {
    const found = await read('how-we-feel-later.csv')
    expect(times(found)).toEqual([wall('2026-07-22', '23:36'), wall('2026-07-22', '08:15')])
    expect(found.entries[0]?.raw).toEqual({ Locale: 'en', 'Mood Keys': 'down', mood: 'Down' })
  })
})

describe('Bearable', () => {
  test('joins the rows of one time, knows parts of the day, and parts details', async () => {
    const found = await read('bearable.csv')
    expect(found.format).toBe('bearable')
    expect(found.entries.map(({ line, time, mood, note, tags }) => [line, time, mood, note, tags])).toEqual([
      [2, wall('2025-01-25', '08:30'), '4', '', ['Calm', 'Hopeful']],
      [4, { kind: 'day', day: '2025-01-25' }, null, 'after the train', ['Headache (Moderate)']],
      [5, { kind: 'day', day: '2025-01-25' }, null, '', ['Walk', 'Reading']],
      [8, { kind: 'day', day: '2025-01-26' }, '1', 'heavy\nevening', []],
    ])
    expect(found.entries[0]?.raw).toEqual({
      'time of day': '08:30',
      rows: [
        { category: 'Mood', rating: '4', detail: 'Calm | Hopeful' },
        { category: 'Energy', rating: '2' },
      ],
    })
    expect(moods(found)).toEqual([
      ['4', 1, 2],
      ['1', 1, -4],
    ])
    expect(lines(found)).toEqual([[7, 'no-content', undefined]])
  })

  test('keeps what other columns hold, by their names', async () => {
    const text =
      'date formatted,weekday,time of day,category,rating/amount,detail,notes,Unit,Group\n2025-02-01,Saturday,,Mood,4,,,steps,\n'
    const found = await readBytes(bytesOf(text))
    expect(found.entries.map(({ raw }) => raw)).toEqual([
      { rows: [{ Unit: 'steps', category: 'Mood', rating: '4' }] },
    ])
  })

  test('with other headers, and a scale past five that suggests nothing', async () => {
    const found = await read('bearable-loose.csv')
    expect(times(found)).toEqual([wall('2025-02-01', '21:05')])
    expect(moods(found)).toEqual([['Good (8)', 1, null]])
  })
})

describe('State of Mind', () => {
  test('as JSON with names', async () => {
    const found = await read('state-of-mind.json')
    expect(found.format).toBe('state-of-mind')
    expect(times(found)).toEqual([
      // Z says when, and nothing about where.
      { kind: 'instant', at: at('2026-05-05T02:35:56Z'), offset: null },
      { kind: 'instant', at: at('2026-09-08T21:30-04:00'), offset: -240 },
      { kind: 'instant', at: at('2026-09-09T08:00Z'), offset: 0 },
    ])
    expect(found.entries.map(({ tags }) => tags)).toEqual([
      ['anxious', 'overwhelmed', 'family', 'current events'],
      ['calm', 'self care'],
      [],
    ])
    expect(moods(found)).toEqual([
      ['very unpleasant', 1, -4],
      ['slightly pleasant', 1, 2],
      ['very pleasant', 1, 4],
    ])
    expect(found.entries[0]?.raw).toMatchObject({ kind: 'momentary_emotion', valence: -0.8289922199235115 })
    expect(lines(found)).toEqual([
      [4, 'out-of-range', 'valence'],
      [5, 'no-time', 'date'],
    ])
  })

  test('as JSON with numbers', async () => {
    const found = await read('state-of-mind-list.json')
    expect(found.entries.map(({ mood, tags, raw }) => [mood, tags, raw])).toEqual([
      // A number that nothing is known of is kept, and named nothing.
      [
        'neutral',
        ['calm', 'surprised', 'work'],
        { kind: 1, valence: 0, labels: [7, 30, 99], associations: [17] },
      ],
    ])
  })

  test('as CSV', async () => {
    const found = await read('state-of-mind.csv')
    expect(found.format).toBe('state-of-mind')
    expect(found.entries.map(({ time, mood, tags }) => [time, mood, tags])).toEqual([
      [
        { kind: 'instant', at: at('2026-05-05T07:15Z'), offset: 120 },
        'unpleasant',
        ['sad', 'drained', 'work'],
      ],
      [{ kind: 'day', day: '2026-05-06' }, 'very pleasant', ['grateful', 'joyful', 'family', 'friends']],
    ])
  })
})

describe('State of Mind with its time in several fields', () => {
  const readText = (text: string) => readBytes(bytesOf(text))

  test('a day beside a time of day is a moment, as JSON and as CSV', async () => {
    const json = await readText(JSON.stringify([{ valence: 0.5, date: '2026-05-05', time: '21:40' }]))
    const csv = await readText('date,time,valence\n2026-05-05,9:40 pm,0.5\n2026-05-06,,0.5\n')
    expect(times(json)).toEqual([wall('2026-05-05', '21:40')])
    expect(times(csv)).toEqual([wall('2026-05-05', '21:40'), { kind: 'day', day: '2026-05-06' }])
    expect([...json.entries, ...csv.entries].map(({ raw }) => raw)).toEqual(Array(3).fill({ valence: 0.5 }))
  })

  test('an empty field is none, whichever it is', async () => {
    const json = await readText(JSON.stringify([{ valence: 0.5, start: null, date: '2026-05-05' }]))
    const csv = await readText('start,date,valence\n ,2026-05-05,0.5\n')
    for (const found of [json, csv]) {
      expect(times(found)).toEqual([{ kind: 'day', day: '2026-05-05' }])
      expect(found.unreadable).toEqual([])
    }
  })

  test('what is not used of them stays as it was found', async () => {
    const item = { valence: 0.5, start: '2026-05-05T21:40Z', Date: '2026-05-05', time: 'evening' }
    const json = await readText(JSON.stringify([item]))
    expect(times(json)).toEqual([{ kind: 'instant', at: at('2026-05-05T21:40Z'), offset: null }])
    expect(json.entries[0]?.raw).toEqual({ valence: 0.5, date: '2026-05-05', time: 'evening' })
    const vague = await readText('date,time,valence\n2026-05-05,evening,0.5\n')
    expect(times(vague)).toEqual([{ kind: 'day', day: '2026-05-05' }])
    expect(vague.entries[0]?.raw).toEqual({ valence: 0.5, time: 'evening' })
  })
})

describe('eMoods', () => {
  const rows = [
    [2, '2020-03-29', 'DEPRESSED 1, ELEVATED 2', 'first line\nsecond line'],
    [4, '2020-03-30', 'DEPRESSED 1, ELEVATED 2', ''],
    [5, '2020-03-28', null, ''],
  ]

  test.each([
    ['entry.csv', foreignFile('emoods-entry.csv')],
    [
      'its zip',
      zipOf({ 'medication.csv': bytesOf('"ID","NAME"\n'), 'entry.csv': foreignFile('emoods-entry.csv') }),
    ],
  ])('as %s', async (_, bytes) => {
    const found = await readBytes(bytes)
    expect(found.format).toBe('emoods')
    expect(
      found.entries.map(({ line, time, mood, note }) => [line, time.kind === 'day' && time.day, mood, note]),
    ).toEqual(rows)
    expect(moods(found)).toEqual([['DEPRESSED 1, ELEVATED 2', 2, null]])
    expect(found.entries[1]?.raw).toMatchObject({ IRRITABILITY: '2', SLEEP: '9.0' })
    expect(found.unreadable).toEqual([])
  })
})

describe('MindShift', () => {
  test('check-ins', async () => {
    const found = await read('mindshift-check_in.csv')
    expect(found.entries).toEqual<ForeignEntry[]>([
      {
        line: 2,
        time: { kind: 'wall', day: '2020-03-30', minute: 20 * 60 + 10 },
        mood: 'Awful',
        note: 'another entry',
        tags: [],
        raw: { AnxietyLevel: '7', mood: 'Awful' },
      },
      {
        line: 3,
        time: { kind: 'wall', day: '2020-03-30', minute: 20 * 60 + 8 },
        mood: 'Good',
        note: 'an entry',
        tags: ['Chest tightness', 'Nausea', 'Racing thoughts'],
        raw: { AnxietyLevel: '2', mood: 'Good' },
      },
    ])
    expect(moods(found)).toEqual([
      ['Awful', 1, -4],
      ['Good', 1, 2],
    ])
  })

  test('thoughts, with a line of nothing passed over', async () => {
    const found = await read('mindshift-thought_journal.csv')
    expect(found.entries).toEqual<ForeignEntry[]>([
      {
        line: 2,
        time: { kind: 'wall', day: '2020-03-31', minute: 540 },
        mood: null,
        note: 'They are angry\n\nI do not know that',
        tags: [],
        raw: { ThinkingTraps: 'Mind reading' },
      },
    ])
    expect(found.unreadable).toEqual([])
  })

  test('both from one zip', async () => {
    const found = await readBytes(
      zipOf({
        'check_in.csv': foreignFile('mindshift-check_in.csv'),
        'goals.csv': bytesOf('"Goal"\n'),
        'thought_journal.csv': foreignFile('mindshift-thought_journal.csv'),
      }),
    )
    expect(found.format).toBe('mindshift')
    expect(found.entries).toHaveLength(3)
  })
})

describe('MoodPath', () => {
  test('scores and notes of one moment are one entry', async () => {
    const found = await readBytes(
      zipOf({
        'answers.csv': bytesOf('answered_at,question,answer,intensity\n'),
        'happiness_scores.csv': foreignFile('moodpath-happiness_scores.csv'),
        'notes.csv': foreignFile('moodpath-notes.csv'),
      }),
    )
    expect(found.format).toBe('moodpath')
    expect(found.entries.map(({ line, time, mood, note }) => [line, time, mood, note])).toEqual([
      [2, { kind: 'instant', at: at('2020-04-09T09:07:55Z'), offset: 60 }, '2', 'All of the things.'],
      [3, { kind: 'instant', at: at('2020-04-08T19:26:04Z'), offset: 60 }, '0', ''],
      [4, { kind: 'instant', at: at('2020-04-08T14:09:40Z'), offset: 60 }, '4', ''],
      [
        3,
        { kind: 'instant', at: at('2020-04-07T08:00:00Z'), offset: 60 },
        null,
        'A note of its own, without a score',
      ],
    ])
    expect(moods(found)).toEqual([
      ['2', 1, 0],
      ['0', 1, -4],
      ['4', 1, 4],
    ])
    expect(lines(found)).toEqual([[5, 'wrong-type', 'happiness_score']])
  })

  test.each([
    ['moodpath-happiness_scores.csv', 3],
    ['moodpath-notes.csv', 2],
  ])('%s alone', async (name, entries) => {
    expect((await read(name)).entries).toHaveLength(entries)
  })
})

describe('several files of one format in a zip', () => {
  const alone = ['daylio-now.csv', 'daylio-common.csv'] as const

  test('are read as one, with every mood and every line that could not be read', async () => {
    const found = await readBytes(zipOf(Object.fromEntries(alone.map(name => [name, foreignFile(name)]))))
    const [now, before] = await Promise.all(alone.map(read))
    expect(found.entries).toEqual([...(now?.entries ?? []), ...(before?.entries ?? [])])
    expect(found.unreadable).toEqual([...(now?.unreadable ?? []), ...(before?.unreadable ?? [])])
    expect(found.moods).toEqual([...(now?.moods ?? []), ...(before?.moods ?? [])])
  })

  test('of which one holds the other come to that one: exports overlap', async () => {
    const day = (number: number) => `2026-03-0${number},rad,"[walk]"\n`
    const table = (...rows: readonly string[]) => bytesOf(`date,mood,tags (people)\n${rows.join('')}`)
    const found = await readBytes(
      zipOf({
        'a.csv': table(day(1), day(1), day(2)),
        'b.csv': table(day(1), day(2), day(2), day(3)),
        'c.csv': table(day(1), day(1), day(1)),
      }),
    )
    expect(found.entries.map(({ time }) => time.kind !== 'instant' && time.day).toSorted()).toEqual([
      ...Array(3).fill('2026-03-01'),
      ...Array(2).fill('2026-03-02'),
      '2026-03-03',
    ])
    expect(moods(found)).toEqual([['rad', 6, 4]])
  })

  test('are read as one where they are JSON, and not along with a table of the same', async () => {
    const sample = (valence: number) => bytesOf(JSON.stringify([{ start: '2026-03-01T10:00:00Z', valence }]))
    const table = bytesOf('start,valence\n2026-03-01T10:00:00Z,0.5\n')
    const found = await readBytes(zipOf({ 'a.json': sample(0.5), 'b.json': sample(-0.5), 'c.csv': table }))
    expect(found.entries.map(({ raw }) => raw)).toEqual([{ valence: 0.5 }, { valence: -0.5 }])
  })

  test('whose scales differ suggest nothing for the moods that both know', async () => {
    const table = (...ratings: readonly number[]) =>
      bytesOf(
        `date,time of day,category,rating/amount,detail\n${ratings
          .map((rating, at) => `2026-03-01,1${at}:00,Mood,${rating},\n`)
          .join('')}`,
      )
    const found = await readBytes(zipOf({ 'a.csv': table(4), 'b.csv': table(9, 4, 3) }))
    expect(new Map(found.moods.map(({ key, suggested }) => [key, suggested])).get('4')).toBe(null)
  })
})

describe('files of several kinds in a zip', () => {
  const backup = bytesOf('{"format":"thaw","version":1,"exportedAt":1,"records":{},"settings":{}}')
  const told = async (files: { readonly [name: string]: Uint8Array }) => {
    const found = await readFile(zipOf(files), noon)
    return [found.kind, 'zip' in found ? found.zip : undefined]
  }
  const daylio = foreignFile('daylio-now.csv')
  const pixels = foreignFile('pixels-v1.json')
  const age = new Uint8Array([...bytesOf('age-encryption.org/v1\n-> scrypt'), 0, 1, 0xff])
  const armored = bytesOf('-----BEGIN AGE ENCRYPTED FILE-----\n')

  test.each([
    [{ 'a.csv': daylio, 'b.json': backup }, 'thaw', ['b.json'], ['a.csv']],
    [{ 'a.json': backup, 'b.json': backup }, 'thaw', ['a.json'], ['b.json']],
    [{ 'a.csv': daylio, 'b.json': pixels, 'c.json': pixels }, 'foreign', ['b.json', 'c.json'], ['a.csv']],
    [
      { 'a.csv': daylio, 'b.csv': foreignFile('bearable.csv'), 'c.csv': daylio },
      'foreign',
      ['a.csv', 'c.csv'],
      ['b.csv'],
    ],
    [{ 'a.age': age, 'b.json': pixels, 'c.txt': armored }, 'foreign', ['b.json'], ['a.age', 'c.txt']],
  ])('%# names what is read, and what is left though it can be read too', async (files, kind, read, left) => {
    expect(await told(files)).toEqual([kind, { read, left }])
  })

  test('are called by no more of their names than can be told', async () => {
    const names = ['a', 'b'].map(letter => `${letter.repeat(60_000)}.json`)
    const found = await told(Object.fromEntries(names.map(name => [name, backup])))
    expect(found).toEqual(['thaw', { read: [`${'a'.repeat(59)}…`], left: [`${'b'.repeat(59)}…`] }])
  })

  test('name nothing that could not be brought in by itself either', async () => {
    const newer = bytesOf('{"format":"thaw","version":99}')
    const headersAlone = bytesOf('full_date,date,weekday,time,mood,activities,note\n')
    const own = bytesOf(`${csvMarks.join(',')}\n`)
    expect(await told({ 'a.json': newer, 'b.json': pixels })).toEqual(['foreign', undefined])
    expect(await told({ 'a.csv': own, 'b.csv': headersAlone })).toEqual(['csv', undefined])
    expect(await told({ 'a.age': age })).toEqual(['encrypted', undefined])
  })

  test('name nothing that is not known, or is in what is read in other words', async () => {
    const sample = [{ start: '2026-03-01T10:00:00Z', valence: 0.5 }]
    const table = bytesOf('start,valence\n2026-03-01T10:00:00Z,0.5\n')
    const others = { 'b.csv': bytesOf('a,b\n1,2\n'), 'c.json': bytesOf('{"a":1}'), 'd.csv': bytesOf('') }
    expect(await told({ 'a.csv': daylio, ...others })).toEqual(['foreign', undefined])
    expect(await told({ 'a.json': bytesOf(JSON.stringify(sample)), 'b.csv': table })).toEqual([
      'foreign',
      undefined,
    ])
  })
})

test('Daily You', async () => {
  const found = await read('daily-you.json')
  expect(found.format).toBe('daily-you')
  expect(found.entries.map(({ line, time, mood, note }) => [line, time, mood, note])).toEqual([
    [1, wall('2024-05-01', '21:04'), '2', 'A **good** day'],
    [2, wall('2024-05-02', '00:00'), '-2', ''],
    [3, wall('2024-05-02', '23:30'), null, 'Moved to the evening before'],
    [4, { kind: 'instant', at: at('2024-05-04T07:00Z'), offset: null }, '0', 'In UTC'],
  ])
  expect(moods(found)).toEqual([
    ['2', 1, 4],
    ['-2', 1, -4],
    ['0', 1, 0],
  ])
  expect(lines(found)).toEqual([
    [5, 'bad-time', 'timeCreated'],
    [6, 'wrong-type', 'text'],
  ])
})

describe('any of them', () => {
  /** The same file with other bytes for its text. */
  const inUtf16 = (text: string, order: 'le' | 'be') => {
    const bytes = new Uint8Array(2 + text.length * 2)
    const view = new DataView(bytes.buffer)
    view.setUint16(0, 0xfeff, order === 'le')
    for (let place = 0; place < text.length; place += 1)
      view.setUint16(2 + place * 2, text.charCodeAt(place), order === 'le')
    return bytes
  }

  test.each(foreignFiles.filter(name => !name.endsWith('.daylio')))(
    '%s reads the same in UTF-8 with its mark and in UTF-16',
    async name => {
      const text = textOf(name).replace(/^\ufeff/, '')
      const plain = await readBytes(bytesOf(text))
      expect(await readBytes(bytesOf(`\ufeff${text}`))).toEqual(plain)
      expect(await readBytes(inUtf16(text, 'le'))).toEqual(plain)
      expect(await readBytes(inUtf16(text, 'be'))).toEqual(plain)
    },
  )

  test.each(foreignFiles.filter(name => name.endsWith('.csv')))(
    '%s has the same entries with other line ends and delimiters',
    async name => {
      const text = textOf(name).replace(/^\ufeff/, '')
      const plain = await readBytes(bytesOf(text.replaceAll('\r\n', '\n')))
      const windows = await readBytes(bytesOf(text.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n')))
      const keys = (read: ForeignRead) =>
        read.entries.map(({ line, time, mood, tags }) => [line, time, mood, tags])
      expect(keys(windows)).toEqual(keys(plain))
      expect(windows.unreadable).toEqual(plain.unreadable)
    },
  )
})

describe('a file that is none of them', () => {
  const refusal = async (bytes: Uint8Array) => {
    const found = await readFile(bytes, noon)
    return found.kind === 'refused' ? found.reason : found.kind
  }

  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'empty'],
    ['blanks', bytesOf(' \n\t'), 'empty'],
    ['a mark and nothing', bytesOf('\ufeff'), 'empty'],
    ['bytes that are no text', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff, 0x00), 'not-text'],
    ['a table of something else', bytesOf('date,amount\n2024-01-01,3\n'), 'unknown-format'],
    ['a sentence', bytesOf('Hello, you.'), 'unknown-format'],
    ['JSON of something else', bytesOf('{"a":[1,2,3]}'), 'unknown-format'],
    ['JSON that breaks off', bytesOf('[{"date":"2020-03-29","mood":'), 'broken'],
    ['JSON that is too deep', bytesOf('['.repeat(17) + ']'.repeat(17)), 'too-deep'],
    ['headers alone', bytesOf('full_date,date,weekday,time,mood,activities,note\n'), 'empty'],
    ['a zip of nothing', zipOf({}), 'empty'],
    ['a zip that breaks off', zipOf({ 'a.csv': bytesOf('a,b\n1,2\n') }).subarray(0, 40), 'broken'],
    ['a zip of pictures', zipOf({ a: Uint8Array.of(0xff, 0xd8, 0, 1, 2) }), 'unknown-format'],
    ['a zip of something else', zipOf({ 'a.csv': bytesOf('a,b\n1,2\n') }), 'unknown-format'],
    ['an age file', bytesOf('age-encryption.org/v1\n-> scrypt'), 'encrypted'],
    ['an age file of another version', bytesOf('age-encryption.org/v9\n-> scrypt'), 'unknown-format'],
    ['an age file as text', bytesOf('\n-----BEGIN AGE ENCRYPTED FILE-----\n'), 'encrypted'],
  ])('%s', async (_, bytes, reason) => {
    expect(await refusal(bytes)).toBe(reason)
  })

  test('a zip that grows without end', async () => {
    expect(await refusal(zipOf({ 'entry.csv': new Uint8Array(30_000_000).fill(0x61) }))).toBe('zip-bomb')
  })

  test('a backup of Thaw in a zip is read as one', async () => {
    const backup = '{"format":"thaw","version":1,"exportedAt":1,"records":{},"settings":{}}'
    expect(await refusal(bytesOf(backup))).toBe('thaw')
    expect(await refusal(zipOf({ 'thaw.json': bytesOf(backup) }))).toBe('thaw')
  })
})
