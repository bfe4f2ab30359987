/** What a field for text says to the browser. */
import { beforeEach, describe, expect, test } from 'vitest'
import { TextField } from '../../../components/ui/TextField.tsx'
import { drawnOf } from '../../support/drawn.ts'
import { speak } from '../../support/speak.ts'

beforeEach(() => speak())

type Props = Partial<Parameters<typeof TextField>[0]>

const field = (props: Props) => {
  const found = drawnOf(<TextField label="Day" value="" onInput={() => {}} {...props} />).find(
    ({ localName }) => localName === 'input' || localName === 'textarea',
  )
  return Object.fromEntries(found?.attributes ?? [])
}

describe('a field for a day', () => {
  test('has years of four digits, where nothing else ends it', () => {
    expect(field({ type: 'date' })).toMatchObject({ max: '9999-12-31' })
    expect(field({ type: 'date', max: '2026-11-22' })).toMatchObject({ max: '2026-11-22' })
    expect(field({ type: 'time' })).not.toHaveProperty('max')
  })
})

test('words of one’s own run in the direction of their script, whatever the page does', () => {
  expect(field({ ownWords: true })).toMatchObject({ dir: 'auto' })
  expect(field({ rows: 2, ownWords: true })).toMatchObject({ dir: 'auto' })
  expect(field({ type: 'search', dir: 'auto' })).toMatchObject({ dir: 'auto' })
  expect(field({})).not.toHaveProperty('dir')
})
