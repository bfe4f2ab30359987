/** What an entry of the list shows. */
import { beforeEach, expect, test } from 'vitest'
import { Entry } from '../../../components/history/Entry.tsx'
import { LabelsContext } from '../../../components/words/labels.ts'
import { checkInEntry } from '../../../lib/core/history.ts'
import type { CheckIn, Session } from '../../../lib/core/records.ts'
import { momentOf, zonedAt } from '../../../lib/core/time.ts'
import english from '../../../public/_locales/en/messages.json' with { type: 'json' }
import { checkInFields, noon, sessionFields } from '../../contract/samples.ts'
import { drawnOf } from '../../support/drawn.ts'
import { speak } from '../../support/speak.ts'

beforeEach(() => speak())

const kept = { id: 'a', updatedAt: noon, origin: 'own' } as const

const own = (last: number) => `0199c0de-0000-7000-8000-00000000000${last}`
const names: { readonly [id: string]: string } = {
  [own(1)]: 'שלווה',
  [own(2)]: 'עבודה',
  [own(3)]: 'להסתכל החוצה',
}
const nameOf = (id: string) => names[id] ?? id

const texts = (more: Partial<CheckIn>, session: Partial<Session> = {}) =>
  drawnOf(
    <LabelsContext.Provider value={{ word: nameOf, tag: nameOf, pause: nameOf }}>
      <Entry
        entry={checkInEntry({ ...kept, ...checkInFields(noon), ...more }, [
          { ...kept, ...sessionFields(noon), ...session },
        ])}
      />
    </LabelsContext.Provider>,
  ).map(({ data }) => data)

const words = [
  { id: own(1), guess: true },
  { id: 'numb', guess: false },
]
const session = { pauseId: own(3), after: null, ease: null, completed: true }

test('own names that run the other way turn nothing around that stands beside them', () => {
  const said = texts({ words, tags: [own(2), 'work'] }, session)
  expect(said).toContain('\u2068שלווה\u2069 (best guess), numb')
  expect(said).toContain('Tags: \u2068עבודה\u2069, work')
  expect(said.some(text => text.includes('\u2068להסתכל החוצה\u2069'))).toBe(true)
  speak({ ...english, direction: { message: 'rtl' } })
  expect(texts({ words, tags: [] }, session)).toContain('שלווה (best guess), \u2068numb\u2069')
})

test('its time is that of the zone it was lived in, by name where it is not the one of the reader', () => {
  const { day } = momentOf(zonedAt(noon, 'Asia/Tokyo'))
  const entry = checkInEntry({ ...kept, ...checkInFields(noon, { zone: 'Asia/Tokyo', day }) }, [])
  const time = (zone: string) =>
    drawnOf(<Entry entry={entry} now={momentOf(zonedAt(noon, zone))} />).find(({ data }) =>
      /\d:\d\d/.test(data),
    )?.data
  expect(time('Europe/Berlin')).toMatch(/Japan Time$/)
  expect(time('Asia/Tokyo')).toMatch(/\d\sPM$/)
})
