/** Which keys are whose in History. */
import { expect, test } from 'vitest'
import { isField, isSavedByEnter } from '../../../components/history/key-targets.ts'

test('Escape in a field is the field’s, and elsewhere it ends selecting', () => {
  const fields = [
    { localName: 'input', type: 'date', dataset: {} },
    { localName: 'input', type: 'search', dataset: {} },
    { localName: 'input', type: 'text', dataset: {} },
    { localName: 'textarea', dataset: {} },
    { localName: 'select', dataset: {} },
  ]
  expect(fields.map(isField)).toEqual([true, true, true, true, true])
  const others = [
    { localName: 'input', type: 'checkbox', dataset: { pick: 'a' } },
    { localName: 'button', dataset: {} },
    { localName: 'body', dataset: {} },
  ]
  expect(others.map(isField)).toEqual([false, false, false])
})

test('Enter saves where a day or a time is typed', () => {
  const saves = (key: string, type: string) => isSavedByEnter({ key }, { localName: 'input', type })
  expect([saves('Enter', 'date'), saves('Enter', 'time')]).toEqual([true, true])
  expect([saves('Enter', 'search'), saves('Enter', 'checkbox'), saves('Tab', 'date')]).toEqual([
    false,
    false,
    false,
  ])
  expect(isSavedByEnter({ key: 'Enter' }, { localName: 'textarea', type: 'textarea' })).toBe(false)
})
