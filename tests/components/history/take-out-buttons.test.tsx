/** What of felt over time can be copied and saved. */
import { beforeEach, expect, test } from 'vitest'
import { TakeOutButtons } from '../../../components/history/felt-over-time/TakeOutButtons.tsx'
import { drawnOf } from '../../support/drawn.ts'
import { speak } from '../../support/speak.ts'

beforeEach(() => speak())

const buttons = (sums: { readonly checkIns: number; readonly answers: number }) =>
  drawnOf(
    <TakeOutButtons
      model={{
        copyPicture: async () => {},
        savePicture: async () => {},
        copyNumbers: async () => {},
        saveNumbers: () => {},
      }}
      sums={{ ...sums, cantTell: 0, days: 1, middle: null, lower: null, upper: null }}
      draw={async () => new Blob()}
    />,
  ).filter(({ localName }) => localName === 'button').length

test('a period has its numbers as soon as there is a check-in, and its picture with the first answer', () => {
  expect(buttons({ checkIns: 0, answers: 0 })).toBe(0)
  // "Can't tell" alone.
  expect(buttons({ checkIns: 2, answers: 0 })).toBe(2)
  expect(buttons({ checkIns: 2, answers: 1 })).toBe(4)
})
