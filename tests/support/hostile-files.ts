/** Files that nobody sends with good intent, and files that broke on their way: any number of them, the same for the same seed. */
import * as fc from 'fast-check'
import { zipSync } from 'fflate'
import { writeCsv } from '../../lib/store/formats/csv-write.ts'
import { testId } from '../contract/fakes.ts'
import { checkInFields, noon } from '../contract/samples.ts'
import { bytesOf, foreignFile, foreignFiles } from './foreign-files.ts'

export type HostileFile = {
  /** What is wrong with it, for the message of a test that fails. */
  readonly about: string
  readonly bytes: Uint8Array
}

const thaw = `{"format":"thaw","version":1,"exportedAt":1795345200000,"records":{
"checkIns":[
{"id":"01a202e9-b380-7000-8000-000000000001","updatedAt":1795345200000,"origin":"own","at":1795345200000,"zone":"Europe/Berlin","day":"2026-11-22","felt":7,"far":null,"pleasant":2,"energy":null,"cantTell":["far"],"meaning":null,"words":[{"id":"numb","guess":true}],"tags":["work"],"note":"a line\\nand another","source":"popup","precision":"minute","nudgeId":null},
{"id":"01a202e9-b380-7000-8000-000000000002","updatedAt":1795345200001,"origin":"own","deletedAt":1795345200001}
],
"sessions":[],
"reflections":[
{"id":"01a202e9-b380-7000-8000-000000000003","updatedAt":1795345200000,"origin":"own","at":1795345200000,"zone":"Europe/Berlin","day":"2026-11-22","type":"line","fields":{"text":"it passes","kept":true}}
],
"markers":[],"nudges":[],"words":[],"tags":[],"pauses":[]
},"settings":{"welcomed":true}}`

const ownTable = async (): Promise<string> => {
  async function* batches() {
    yield [1, 2, 3].map(number => ({
      id: testId(noon, number),
      updatedAt: noon,
      origin: 'own' as const,
      ...checkInFields(noon, { felt: 7, note: '=1, "2"\nthree', words: [{ id: 'numb', guess: true }] }),
    }))
  }
  const labels = { word: (id: string) => id, tag: (id: string) => id }
  return (await Array.fromAsync(writeCsv(batches(), labels))).join('')
}

/** One good file of everything that is read; those of other apps also in one zip. */
export const goodFiles = async (): Promise<readonly Uint8Array[]> => {
  const foreign = foreignFiles.map(foreignFile)
  const named = (...names: string[]) =>
    zipSync(Object.fromEntries(names.map(name => [name, foreignFile(name)])))
  return [
    ...foreign,
    bytesOf(thaw),
    bytesOf(await ownTable()),
    named('moodpath-happiness_scores.csv', 'moodpath-notes.csv'),
    named('mindshift-check_in.csv', 'mindshift-thought_journal.csv'),
    zipSync({ 'thaw.json': bytesOf(thaw) }),
  ]
}

const nested = (depth: number, open: string, close: string): string =>
  open.repeat(depth) + close.repeat(depth)

/** What may stand where a number, a text or a list is expected, as JSON. */
const badValue = fc.constantFrom(
  'null',
  'true',
  'false',
  '0',
  '-0',
  '-1',
  '11',
  '3.7',
  '1e400',
  '-1e400',
  '9007199254740993',
  '8640000000000001',
  '-8640000000000001',
  '253402300800000',
  '""',
  '" "',
  '"NaN"',
  '"0x10"',
  '"1e3"',
  '[]',
  '{}',
  '[[]]',
  '[null,1,"a",{}]',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"toString":1,"valueOf":null,"length":-1}',
  '"__proto__"',
  '"constructor"',
  '"\\ud800"',
  '"\\udc00\\ud800 lone"',
  '"\\u0000\\u0001\\u202e\\ufeff"',
  '"<img src=x onerror=alert(1)>"',
  '"=HYPERLINK(\\"a\\",\\"b\\")"',
  '"＝1+1"',
  `"${'long '.repeat(5_000)}"`,
  nested(12, '[', ']'),
  nested(20, '[', ']'),
  nested(20, '{"a":', '}').replace('}', '1}'),
  '"9999-12-31"',
  '"10000-01-01"',
  '"0000-00-00"',
  '"1969-12-31T23:59:59Z"',
  '"2024-02-30"',
  '"2024-05-01T25:61:61+99:99"',
  '"+275760-09-13T00:00:00Z"',
  '"2099-01-01T00:00:00Z"',
)

const anyText = fc.string({ unit: 'binary', maxLength: 12 }).map(text => JSON.stringify(text))
const goodValue = fc.oneof(
  fc.integer({ min: -3, max: 12 }).map(String),
  fc.integer({ min: 0, max: 2_000_000_000_000 }).map(String),
  fc.constantFrom('"2024-05-01"', '"2024-5-1"', '"2024-05-01T10:00:00.000Z"', '"Mood"', '["a","b"]', '"rad"'),
  anyText,
)

const fieldsOf = {
  pixels: ['date', 'mood', 'emotions', 'notes', 'type', 'scores', 'tags', 'entries', 'value'],
  daylio: 'id minute hour day month year datetime timeZoneOffset mood note note_title tags'.split(' '),
  stateOfMind: ['start', 'date', 'valence', 'kind', 'labels', 'associations', 'valenceClassification'],
  dailyYou: ['timeCreated', 'timeModified', 'time', 'text', 'mood'],
  thaw: 'id updatedAt origin at zone day felt far pleasant energy cantTell meaning words tags note source precision nudgeId deletedAt undoUntil raw'.split(
    ' ',
  ),
}

/** Text of an object: any fields, some twice, some that a prototype has. */
const objectOf = (fields: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(
      fc.tuple(
        fc.oneof(
          { weight: 12, arbitrary: fc.constantFrom(...fields) },
          {
            weight: 1,
            arbitrary: fc.constantFrom('__proto__', 'constructor', 'hasOwnProperty', '', '\\ud800'),
          },
        ),
        fc.oneof({ weight: 3, arbitrary: goodValue }, { weight: 2, arbitrary: badValue }),
      ),
      { maxLength: 14 },
    )
    .map(pairs => `{${pairs.map(([field, value]) => `"${field}":${value}`).join(',')}}`)

const listOf = (fields: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof({ weight: 9, arbitrary: objectOf(fields) }, { weight: 1, arbitrary: badValue }), {
      maxLength: 6,
    })
    .map(items => `[${items.join(',')}]`)

const version = fc.constantFrom('1', '1', '1', '0', '2', '999', '-1', '"1"', 'null', '1e400', '{}')
const store = fc.constantFrom(
  'checkIns',
  'sessions',
  'markers',
  'nudges',
  'words',
  'constructor',
  '__proto__',
)

const jsonText: fc.Arbitrary<string> = fc.oneof(
  listOf(fieldsOf.pixels),
  listOf(fieldsOf.stateOfMind),
  listOf(fieldsOf.stateOfMind).map(list => `{"data":{"stateOfMind":${list}}}`),
  listOf(fieldsOf.dailyYou),
  fc
    .tuple(listOf(fieldsOf.daylio), listOf(['id', 'custom_name', 'mood_group_id']), listOf(['id', 'name']))
    .map(([entries, moods, tags]) => `{"dayEntries":${entries},"customMoods":${moods},"tags":${tags}}`),
  fc
    .tuple(version, store, listOf(fieldsOf.thaw), goodValue, badValue)
    .map(
      ([number, name, list, at, settings]) =>
        `{"format":"thaw","version":${number},"exportedAt":${at},"records":{"${name}":${list}},"settings":${settings}}`,
    ),
)

const headers = [
  'full_date,date,weekday,time,mood,activities,scales,note_title,note',
  'year,date,weekday,time,mood,activities,note',
  'Date,Mood,Tags (People),Tags (Places),Tags (Events),Notes,Reflections',
  'date,date formatted,weekday,time of day,category,rating/amount,detail,notes',
  'Start,End,Kind,Valence,Labels,Associations',
  '"ID","DATE (YYYY-MM-DD)","DEPRESSED","ELEVATED","NOTE"',
  'Date,MoodLevel,AnxietyLevel,Comment,Symptoms',
  'Date,Worry,ThinkingTraps,BalancedThought',
  'happiness_score,entry_time',
  'content,entry_time',
  'at,zone,day,precision,felt,far,pleasant,energy,cant_tell,meaning,words,tags,note,word_ids,tag_ids,source,nudge_id,origin,raw,id,updated_at',
  '__proto__,constructor,date,mood,felt',
]

const badCell = fc.constantFrom(
  '',
  ' ',
  '"',
  '""',
  '"open',
  'mid"dle',
  '"a""b"',
  '"a"b"c"',
  '"two\nlines"',
  '"two\r\nlines"',
  '\0',
  '\ufeff',
  '\u202e',
  '=1+1',
  "'=1",
  '＝1',
  '@x',
  '\tx',
  '<script>alert(1)</script>',
  '<br><li>&#1114112;&nbsp;&lt;',
  '__proto__',
  '1e400',
  'NaN',
  '-',
  'null',
  '|||||',
  '\\',
  '\\|?',
  '{"__proto__":{"polluted":true}}',
  nested(20, '[', ']'),
  'x'.repeat(20_001),
  '0000-00-00',
  '2024-02-30',
  '9999-99-99',
  '275760-09-13',
  '2099-01-01',
  '2026 Sun Feb 31 4:04 PM',
  '25:61',
  '13:00 pm',
)
const goodCell = fc.constantFrom(
  '2024-05-01',
  '2024-05-01T10:00:00+02:00',
  '2020-04-09 10:07:55 +0100',
  '2018',
  '18 May',
  '8:30 am',
  '14:30',
  'Mood',
  '3',
  '0',
  '-0.5',
  'good',
  'Europe/Berlin',
  'numb? | own',
  '"a | b"',
  'day',
)

const tableText: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...headers),
    fc.array(fc.array(fc.oneof(goodCell, goodCell, badCell), { maxLength: 22 }), { maxLength: 6 }),
    fc.constantFrom(',', ',', ',', ';', '\t'),
    fc.array(fc.constantFrom('\n', '\r\n', '\r', '\n\n'), { minLength: 1, maxLength: 3 }),
  )
  .map(([header, rows, delimiter, ends]) =>
    [header.replaceAll(',', delimiter), ...rows.map(row => row.join(delimiter))]
      .map((line, place) => line + (ends[place % ends.length] ?? '\n'))
      .join(''),
  )

const utf16 = (text: string, isLittle: boolean): Uint8Array => {
  const bytes = new Uint8Array(2 + text.length * 2)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 0xfeff, isLittle)
  for (let place = 0; place < text.length; place += 1)
    view.setUint16(2 + place * 2, text.charCodeAt(place), isLittle)
  return bytes
}

/** The ways in which a text becomes bytes. */
const packings: readonly { readonly name: string; readonly pack: (text: string) => Uint8Array }[] = [
  { name: 'UTF-8', pack: bytesOf },
  { name: 'UTF-8', pack: bytesOf },
  { name: 'UTF-8 with its mark', pack: text => bytesOf(`\ufeff${text}`) },
  { name: 'UTF-8 with its mark twice', pack: text => bytesOf(`\ufeff\ufeff${text}`) },
  { name: 'UTF-16', pack: text => utf16(text, true) },
  { name: 'UTF-16, the greater first', pack: text => utf16(text, false) },
  { name: 'base64', pack: text => bytesOf(bytesOf(text).toBase64()) },
  { name: 'a zip', pack: text => zipSync({ 'a.csv': bytesOf(text) }) },
  {
    name: 'a Daylio backup',
    pack: text => zipSync({ 'backup.daylio': bytesOf(bytesOf(text).toBase64()) }),
  },
  { name: 'bytes of one half each', pack: text => Uint8Array.from(text, unit => unit.charCodeAt(0) & 0xff) },
]

const made: fc.Arbitrary<HostileFile> = fc
  .tuple(fc.oneof(jsonText, tableText), fc.constantFrom(...packings))
  .map(([text, { name, pack }]) => ({ about: `${name}: ${text.slice(0, 300)}`, bytes: pack(text) }))

const inserts: readonly Uint8Array[] = [
  '\ufeff',
  '\0',
  '"',
  '\\',
  '[[[[[[[[[[[[[[[[[[[[',
  '{"__proto__":{"polluted":true}}',
  '\r',
  ',,,,,,,,',
  '\ud83d',
  '=1+1',
  '-----BEGIN AGE ENCRYPTED FILE-----',
  'PK\u0003\u0004',
]
  .map(bytesOf)
  .concat(Uint8Array.of(0xff), Uint8Array.of(0xc3), Uint8Array.of(0xed, 0xa0, 0x80))

const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** A good file after something happened to it: cut off, a byte turned, a part lost, doubled, moved, or put in. */
const changed = (good: readonly Uint8Array[]): fc.Arbitrary<HostileFile> => {
  const file = fc.integer({ min: 0, max: good.length - 1 })
  const place = fc.double({ min: 0, max: 1, noNaN: true })
  const harm = fc.constantFrom('cut off', 'turned', 'lost', 'doubled', 'moved', 'put in', 'joined', 'zipped')
  return fc
    .tuple(file, harm, place, place, fc.nat({ max: 255 }), fc.constantFrom(...inserts), file)
    .map(([which, what, one, other, byte, insert, with_]) => {
      const bytes = good[which] ?? new Uint8Array()
      const [from, to] = [one, other]
        .map(part => Math.floor(part * bytes.length))
        .sort((first, second) => first - second) as [number, number]
      const [before, part, after] = [bytes.subarray(0, from), bytes.subarray(from, to), bytes.subarray(to)]
      const result = {
        'cut off': () => bytes.slice(0, from),
        turned: () => joined(before, Uint8Array.of(byte), bytes.subarray(from + 1)),
        lost: () => joined(before, after),
        doubled: () => joined(before, part, part, after),
        moved: () => joined(before, after, part),
        'put in': () => joined(before, insert, bytes.subarray(from)),
        joined: () => joined(bytes, good[with_] ?? bytes),
        zipped: () => zipSync({ 'check_in.csv': bytes.slice(0, to), 'notes.csv': good[with_] ?? bytes }),
      }[what]
      return { about: `good file ${which}, ${what} at ${from}–${to}`, bytes: result() }
    })
}

/** Small ones, so many of them. */
export const hostileFiles = (
  good: readonly Uint8Array[],
  many: number,
  seed: number,
): readonly HostileFile[] => fc.sample(fc.oneof(made, changed(good)), { numRuns: many, seed })

/** Few that are large: each is what takes longest or needs most memory in one way. */
export const heavyFiles = (): readonly HostileFile[] => {
  const many = 5_000_000
  const daylio = 'full_date,date,weekday,time,mood,activities,note_title,note\n'
  const texts: readonly (readonly [string, string])[] = [
    ['five million lists within one another', nested(many, '[', ']')],
    ['five million objects within one another', `${'{"a":'.repeat(many)}1${'}'.repeat(many)}`],
    // Parsing takes the first of them, and whatever walks through it does not.
    ...[20_000, 200_000, many].map((depth): readonly [string, string] => [
      `${depth} lists within an entry`,
      `[{"date":"2024-05-01","mood":4,"more":${nested(depth, '[', ']')}}]`,
    ]),
    ['a backup five million deep', `{"format":"thaw","version":1,"records":${'['.repeat(many)}`],
    [
      'a text of ten million characters',
      `[{"date":"2024-05-01","mood":4,"notes":"${'a'.repeat(10_000_000)}"}]`,
    ],
    ['a number of a million digits', `[{"date":"2024-05-01","mood":${'9'.repeat(1_000_000)}}]`],
    ['ten million empty lists', `[${'[],'.repeat(10_000_000)}[]]`],
    ['thirty-one million numbers', `[${'0,'.repeat(31_000_000)}0]`],
    [
      'a million strings in one list',
      `[{"date":"2024-05-01","mood":4,"emotions":[${'"a",'.repeat(1_000_000)}"a"]}]`,
    ],
    ['backslashes alone', `["${'\\'.repeat(many)}`],
    [
      'three hundred thousand fields',
      `[{"date":"2024-05-01","mood":4,${Array.from({ length: 300_000 }, (_, at) => `"f${at}":1`).join(',')}}]`,
    ],
    ['fifty million cells', `${daylio}${','.repeat(50_000_000)}`],
    ['five million empty lines', `${daylio}${'\n'.repeat(many)}`],
    ['thirty million empty lines', `${daylio}${'\n'.repeat(30_000_000)}`],
    ['line ends in what begins as base64', `entry${'\n'.repeat(100_000)},`],
    ['quotes alone', `${daylio}${'"'.repeat(many)}`],
    ['quotes within a text', `${daylio}"${'a"b'.repeat(many)}`],
    ['a quote that nothing closes', `${daylio}"${'a,b\n'.repeat(many)}`],
    ['quotes and blanks', `${daylio}${'" '.repeat(1_000_000)}`],
    ['a million details', `date,category,rating/amount,detail\n2024-05-01,Mood,3,${'a|'.repeat(1_000_000)}`],
    [
      'thirty thousand rows of one moment',
      `happiness_score,entry_time\n${'2,2020-04-09 10:07:55 +0100\n'.repeat(30_000)}`,
    ],
    ['ten thousand columns', `${'mood,'.repeat(10_000)}date,time,activities,full_date\n1,2\n`],
    ['open tags', `${daylio}2024-05-01,x,x,10:00,rad,,,${'<li '.repeat(4_000)}\n`],
    ['ampersands', `${daylio}2024-05-01,x,x,10:00,rad,,,${'&#'.repeat(9_000)}\n`],
    ['base64 without end', 'eyJ'.repeat(many)],
    ['blanks alone', ' '.repeat(50_000_000)],
  ]
  const bomb = zipSync({ 'entry.csv': new Uint8Array(60_000_000).fill(0x61) })
  return [
    ...texts.map(([about, text]) => ({ about, bytes: bytesOf(text) })),
    { about: 'a zip of sixty million letters', bytes: bomb },
    { about: 'a zip of a zip of them', bytes: zipSync({ 'a.zip': bomb }) },
    {
      about: 'a zip of five thousand files',
      bytes: zipSync(
        Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`${at}.csv`, bytesOf('a,b\n1,2\n')])),
      ),
    },
    { about: 'more bytes than are read', bytes: new Uint8Array(200_000_001) },
  ]
}
