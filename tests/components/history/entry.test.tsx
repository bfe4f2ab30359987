/** What an entry of the list shows. */
import { beforeEach, expect, test } from 'vitest'
import { Entry } from '../../../components/history/Entry.tsx'
import { checkInEntry } from '../../../lib/core/history.ts'
import { momentOf, zonedAt } from '../../../lib/core/time.ts'
import { checkInFields, noon } from '../../contract/samples.ts'
import { drawnOf } from '../../support/drawn.ts'
import { speak } from '../../support/speak.ts'

beforeEach(() => speak())

const kept = { id: 'a', updatedAt: noon, origin: 'own' } as const

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
