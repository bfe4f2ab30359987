/** The ways through a check-in of a person who knows the form, and how many keys and clicks each takes. */
import { feltIsLow } from '../../lib/core/check-in.ts'
import type { CheckIn } from '../../lib/core/records.ts'
import type { Driver, View } from './driver.ts'
import { place, putLocal, rowsOf, text } from './thaw.ts'
import { waitFor } from './wait.ts'

/** How a way is called, what it took and may take at most, and the record that it left. */
export type Way = {
  readonly name: string
  readonly actions: number
  readonly most: number
  readonly kept: CheckIn
}

type Hands = {
  press(...keys: readonly string[]): Promise<void>
  click(name: string): Promise<void>
  type(words: string): Promise<void>
  readonly count: number
}

/** Every key counts, each character of what is typed too. */
const handsOn = (view: View): Hands => {
  let count = 0
  return {
    press: async (...keys) => {
      count += keys.length
      await view.press(...keys)
    },
    click: async name => {
      count += 1
      await view.click('button', name)
    },
    type: async words => {
      // A click into the field, and the keys.
      count += 1 + words.length
      await view.type('textbox', text('note_label'), words)
    },
    get count() {
      return count
    },
  }
}

const note = 'so-so'
const words = ['numb', 'flat', 'empty', 'far-away', 'foggy'] as const

type Walk = {
  readonly name: string
  readonly most: number
  walk(hands: Hands, view: View): Promise<void>
  holds(kept: CheckIn): boolean
}

const hasWord = ({ felt, words }: CheckIn): boolean => felt === 7 && words.length === 1

/** In this order: who knows the form has words of lately. */
const walks: readonly Walk[] = [
  {
    name: 'everything: felt, far, five words, pleasant, energy, tags, meaning, a note, done',
    most: 25,
    walk: async (hands, view) => {
      await hands.press('2')
      await view.sees(text('far_question'))
      await hands.press('1')
      for (const word of words) await hands.click(text(`word_${word.replaceAll('-', '_')}` as 'word_numb'))
      await hands.click(text('next'))
      await view.find('button', text('offer_start'))
      await hands.press('m')
      await hands.click(text('pleasant_lower'))
      await hands.click(text('energy_low'))
      await hands.click(text('tag_group_body'))
      await hands.click(text('tag_heavy'))
      await hands.click(text('tag_group_around'))
      await hands.click(text('tag_work'))
      await hands.click(text('meaning_neither'))
      await hands.type(note)
      await hands.click(text('done'))
    },
    holds: kept =>
      feltIsLow(kept) &&
      kept.far === 1 &&
      kept.words.length === 5 &&
      kept.pleasant !== null &&
      kept.energy !== null &&
      kept.tags.length === 2 &&
      kept.meaning === 'neither' &&
      kept.note === note,
  },
  {
    name: 'felt, one word and done, by keys',
    most: 3,
    walk: async (hands, view) => {
      await hands.press('7')
      await view.sees(text('words_lately'))
      await hands.press('1', 'Escape')
    },
    holds: hasWord,
  },
  {
    name: 'felt, one word and done, by clicks',
    most: 3,
    walk: async hands => {
      await hands.click(place(7))
      await hands.click(text('word_numb'))
      await hands.click(text('done'))
    },
    holds: hasWord,
  },
  {
    name: 'felt alone',
    most: 1,
    walk: async hands => {
      await hands.press('6')
    },
    holds: ({ felt, words }) => felt === 6 && words.length === 0,
  },
]

/** Goes each way in a popup of its own; what it left in the history is read back past Thaw's own code. */
export const goAllWays = async (driver: Driver): Promise<readonly Way[]> => {
  const ways: Way[] = []
  const known = new Set((await rowsOf(driver, 'checkIns')).map(({ id }) => id))
  for (const { name, most, walk, holds } of walks) {
    // What is left open would go on in the next popup.
    await putLocal(driver, { draft: null })
    const view = await driver.open('popup.html')
    await view.sees(text('felt_question'))
    const hands = handsOn(view)
    await walk(hands, view)
    const kept = await waitFor(`the record of ${name}`, async () =>
      (await rowsOf(driver, 'checkIns')).find(row => !known.has(row.id) && holds(row)),
    )
    known.add(kept.id)
    ways.push({ name, actions: hands.count, most, kept })
    await view.close()
  }
  return ways
}
