/** The key that is named beside a button: none that does not answer. */
import { expect, test, vi } from 'vitest'
import { workingKey } from '../../../components/ui/working-key.ts'

const wear = (dataset: { readonly letters?: string }) =>
  vi.stubGlobal('document', { documentElement: { dataset } })

test('every key is named while letters answer, and without them digits and Escape', () => {
  const keys = ['T', '?', 'Plus', '7', 'Escape', undefined] as const
  wear({})
  expect(keys.map(workingKey)).toEqual(keys)
  wear({ letters: 'off' })
  expect(keys.map(workingKey)).toEqual([undefined, undefined, undefined, '7', 'Escape', undefined])
  vi.unstubAllGlobals()
})
