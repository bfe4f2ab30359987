/** What an import says of a file, without a page; and the list of lines that a person takes along. */
import { beforeEach, describe, expect, test } from 'vitest'
import {
  formatText,
  lineText,
  problemText,
  unreadLists,
  writeProblemText,
  zipText,
} from '../../../components/data/import/import-texts.ts'
import { shownOf, spokenOf, titleOf } from '../../../components/data/import/said.ts'
import { createSaveUnread } from '../../../lib/app/unread-file.ts'
import { foreignFormats, type RefusedReason, type UnreadableReason } from '../../../lib/core/foreign.ts'
import { meetingOf } from '../../contract/samples.ts'
import { fixedClock } from '../../support/fakes.ts'
import { speak } from '../../support/speak.ts'

beforeEach(() => speak())

const refused = [
  'empty',
  'too-big',
  'too-deep',
  'too-many',
  'unknown-format',
  'not-text',
  'broken',
  'newer',
  'zip-bomb',
  'wrong-passphrase',
  'too-costly',
] as const satisfies readonly RefusedReason[]

const unread = [
  'no-time',
  'bad-time',
  'out-of-range',
  'too-long',
  'too-deep',
  'wrong-type',
  'no-content',
  'bad-row',
] as const satisfies readonly UnreadableReason[]

test('a backup is what the part is called after while nothing is here and no file is chosen', () => {
  const waiting = { kind: 'waiting', stopped: false } as const
  const reading = { kind: 'reading', secret: false, done: 0, of: 0 } as const
  expect(titleOf(waiting, true)).toBe('import_title_restore')
  expect(titleOf({ kind: 'refused', problem: { kind: 'unreadable' } }, true)).toBe('import_title_restore')
  expect([
    titleOf(reading, true),
    titleOf(waiting, false),
    titleOf(waiting, null),
    titleOf(null, null),
  ]).toEqual(Array(4).fill('import_title'))
})

describe('a sentence', () => {
  test('stands for every reason why a file was not read, each another', () => {
    const said = refused.map(reason => problemText({ kind: 'refused', reason }))
    expect([...new Set([...said, problemText({ kind: 'unreadable' })])]).toHaveLength(refused.length + 1)
    expect(said.filter(sentence => !/^[A-Z].*\.$/.test(sentence))).toEqual([])
  })

  test('stands for every reason why a line was not read, and names the line and the field', () => {
    const said = unread.map(reason => lineText({ line: 1_234, reason }))
    expect(said.filter(sentence => !/^Line 1,234: [a-z].*\.$/.test(sentence))).toEqual([])
    expect(new Set(said).size).toBe(unread.length)
    expect(lineText({ line: 3, reason: 'no-time', field: 'full_date' })).toBe(
      'Line 3: it has no date. (full_date)',
    )
  })

  test('counts what is left aside apart from lines of which the rest comes in', () => {
    const whole = [{ line: 4, reason: 'no-time' }] as const
    const part = [1, 2, 3].map(line => ({ line, reason: 'wrong-type', field: 'note', part: true }) as const)
    const said = unreadLists([...part, ...whole])
    expect(said.map(({ title, lines }) => [title, lines])).toEqual([
      ['1 line could not be read', whole],
      ['Something in 3 lines could not be read', part],
    ])
    expect(unreadLists(part).map(({ hint }) => hint)).toEqual([
      'That alone is left aside. The rest can be brought in.',
    ])
    expect(unreadLists([])).toEqual([])
  })

  test('names every kind of file, also one that another Thaw knows', () => {
    const names = ['thaw', 'csv', ...foreignFormats].map(formatText)
    expect(new Set(names).size).toBe(foreignFormats.length + 2)
    expect(['constructor', '__proto__', 'from 2040'].map(formatText)).toEqual(
      Array(3).fill('Another kind of file'),
    )
  })

  test('names what is read of a zip and what is left of it, as much as can be listed', () => {
    expect(zipText({ read: ['a.json'], left: ['b.csv', 'c.csv'] })).toBe(
      'There are several files in this zip. Read: a.json. Left aside: b.csv and c.csv. Unzipped, each can be brought in by itself.',
    )
    const many = Array.from({ length: 100 }, (_, at) => `${at}.csv`)
    expect(zipText({ read: many, left: many })).toContain('8.csv, and 9.csv (+90). Unzipped')
  })

  test('tells how it ended, and that nothing was changed where nothing was', () => {
    expect(shownOf({ kind: 'waiting', stopped: false }, null)).toEqual([])
    expect(shownOf({ kind: 'waiting', stopped: true }, null)).toEqual([
      'You stopped it. Nothing was changed.',
    ])
    expect(shownOf({ kind: 'refused', problem: { kind: 'refused', reason: 'empty' } }, 'a.csv')).toEqual([
      'a.csv',
      'This file is empty.',
      'Nothing was changed.',
    ])
    expect(
      spokenOf({ kind: 'done', id: 'x', meeting: meetingOf({ added: 2, changed: 1 }), settings: true }),
    ).toBe(
      '2 records were added. 1 record was newer than here and took its place. The settings were taken over. They stay as they are now if you take the import back.',
    )
    const meeting = meetingOf({ changed: 3, returned: 2, same: 1, later: 1, deleted: 1 })
    expect(spokenOf({ kind: 'done', id: 'x', meeting, settings: null })).toBe(
      '1 record was newer than here and took its place. 2 records that were deleted here are back. 2 were here already. 1 was deleted here and stays deleted.',
    )
    const alone = {
      kind: 'done',
      id: null,
      meeting: meetingOf({ same: 1 }),
      settings: true,
    } as const
    expect(spokenOf(alone)).toBe('1 was here already. The settings were taken over.')
  })

  test('says that nothing was changed only where that is so', () => {
    const problems = [
      { kind: 'full' },
      { kind: 'failed', name: 'UnknownError' },
      { kind: 'full', perhapsDone: true },
      { kind: 'failed', name: 'UnknownError', perhapsDone: true },
    ] as const
    const said = problems.map(writeProblemText)
    expect(new Set(said).size).toBe(4)
    expect(said.map(sentence => sentence.includes('Nothing was changed'))).toEqual([true, true, false, false])
    expect(said.map(sentence => sentence.includes('may be done already'))).toEqual([false, false, true, true])
  })
})

test('the lines that could not be read become a text file, a sentence a line, named by the day alone', async () => {
  const saved: [string, Blob][] = []
  let rests = 0
  const save = createSaveUnread({
    takeOut: {
      saveFile: (...file) => {
        saved.push(file)
        return 'done'
      },
    },
    clock: fixedClock('2026-11-22T23:30[Europe/Berlin]'),
    rest: async () => {
      rests += 1
    },
  })
  const many = Array.from({ length: 2_500 }, (_, at) => ({ line: at + 1, reason: 'bad-time' }) as const)
  await save([...many, { line: 9_999, reason: 'no-time', field: 'a\nb' }], lineText)
  const [[name, content] = ['', new Blob()]] = saved
  const lines = (await content.text()).split('\r\n')
  expect([name, lines.length, rests]).toEqual(['thaw-2026-11-22-unread-lines.txt', 2_502, 3])
  expect([lines[0], lines[2_500], lines[2_501]]).toEqual([
    'Line 1: its date or time cannot be read.',
    'Line 9,999: it has no date. (a b)',
    '',
  ])
})
