/** The words of a check-in in both browsers, by keyboard alone and by mouse: lately, search, own words, the way from the body. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { browserNames, type Driver, type View } from '../support/driver.ts'
import { findings } from '../support/findings.ts'
import { launch } from '../support/launch.ts'
import { answerFelt, finish, rowsOf, text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

const latest = async (driver: Driver) => (await rowsOf(driver, 'checkIns')).at(-1)

const wordsAre = (driver: Driver, ...words: readonly string[]) =>
  waitFor(`the words ${words.join(', ')}`, async () => {
    const row = await latest(driver)
    return row?.words.map(word => word.id).join() === words.join()
  })

const atWords = async (view: View, felt: string): Promise<void> => {
  await view.sees(text('felt_question'))
  await view.press(felt)
  await view.sees(text('words_question'))
}

/** What the focus stands in, and what is typed there. */
const focused = (view: View): Promise<string> =>
  view.evaluate(() => {
    const element = document.activeElement
    if (element instanceof HTMLInputElement) return `field ${element.value}`
    return [...(element?.childNodes ?? [])].map(part => part.textContent)[0] ?? ''
  })

const keptWord = (driver: Driver, label: string) =>
  waitFor(`“${label}” in the store`, async () =>
    (await rowsOf(driver, 'words')).find(row => row.label === label),
  )

describe.each(browserNames)('%s', name => {
  let driver: Driver
  let view: View
  beforeAll(async () => {
    driver = await launch(name)
  })
  afterAll(() => driver.close())
  beforeEach(async () => {
    view = await driver.open('popup.html')
  })
  afterEach(async () => {
    // What one test leaves open would go on in the next.
    await view.press('Escape')
    await view.close()
  })

  test('by keyboard alone: a letter begins the search, Enter picks, and a new word becomes one’s own', async () => {
    await atWords(view, '6')
    await view.press('c')
    await view.until(() => (document.activeElement as HTMLInputElement | null)?.value === 'c')
    await view.page?.keyboard.type('alm')
    await view.find('button', text('word_calm'))
    await view.press('Enter')
    await view.find('button', text('words_take_out', text('word_calm')))
    expect(await focused(view)).toBe('field ')
    await view.page?.keyboard.type('asleep inside')
    await view.press('Enter')
    await view.find('button', text('words_take_out', text('word_numb')))
    await view.page?.keyboard.type('like a lake')
    await view.find('button', text('words_add', 'like a lake'))
    await view.press('Enter')
    await view.find('button', text('words_take_out', 'like a lake'))
    const own = await keptWord(driver, 'like a lake')
    expect(own).toMatchObject({ group: 'in-between', hidden: false })
    await wordsAre(driver, 'calm', 'numb', own.id)
  })

  test('three keys are a whole check-in with a word of lately, which goes by its own name', async () => {
    await atWords(view, '7')
    await view.sees(text('words_lately'))
    const own = await keptWord(driver, 'like a lake')
    const place = await view.evaluate(() =>
      [...document.querySelectorAll('[aria-keyshortcuts]')]
        .find(chip => chip.textContent?.startsWith('like a lake'))
        ?.getAttribute('aria-keyshortcuts'),
    )
    await view.press(place ?? '')
    await view.sees(text('words_now_picked', 'like a lake'))
    await view.press('Escape')
    await wordsAre(driver, own.id)
    expect(await latest(driver)).toMatchObject({ felt: 7, far: null })
    view = await driver.open('popup.html')
    await view.sees(text('felt_question'))
  })

  test('keys of the groups and of the answers in place of a word; arrows walk over chips', async () => {
    await atWords(view, '5')
    await view.press('8')
    await view.find('button', text('word_anxious'))
    expect(await focused(view)).toBe(text('group_tight_loud'))
    await view.press('Tab', 'ArrowRight', 'ArrowRight', 'ArrowLeft')
    expect(await focused(view)).toBe(text('word_worried'))
    await view.press('Enter')
    await wordsAre(driver, 'worried')
    await view.page?.keyboard.type('?')
    await wordsAre(driver, 'worried', 'not-sure')
    await view.page?.keyboard.type('ang')
    await view.find('button', text('word_angry'))
    await view.press('ArrowDown')
    expect(await focused(view)).toBe(text('word_angry'))
  })

  test('from the body by digits alone, also in a popup that was closed meanwhile', async () => {
    await atWords(view, '6')
    await view.click('button', text('words_body'))
    await view.sees(text('body_where'))
    await view.press('4')
    await view.sees(text('body_like'))
    await view.until(() => document.activeElement?.tagName === 'H1')
    await view.close()
    view = await driver.open('popup.html')
    await view.sees(text('body_like'))
    await view.press('2')
    await view.sees(text('body_strength'))
    await view.press('3')
    await view.sees(text('body_words'))
    await view.press('1')
    await view.sees(text('words_question'))
    await wordsAre(driver, 'grieving')
  })

  test('by mouse: a group, a search, an own word, and the way from the body and back', async () => {
    await view.sees(text('felt_question'))
    await answerFelt(view, 8)
    await view.click(
      'button',
      `${text('group_bright_lively')} ${text('word_excited')}, ${text('word_eager')}`,
    )
    await view.click('button', text('word_proud'))
    await view.type('searchbox', text('words_find'), 'fizzing')
    await view.click('button', text('words_add', 'fizzing'))
    await view.find('button', text('words_take_out', 'fizzing'))
    expect(await keptWord(driver, 'fizzing')).toMatchObject({ group: 'bright-lively' })
    await view.click('button', text('words_body'))
    await view.click('button', text('place_of_belly'))
    await view.click('button', text('next'))
    await view.click('button', text('body_none'))
    await view.sees(text('words_question'))
    await view.click('button', text('words_take_out', text('word_proud')))
    await wordsAre(driver, (await keptWord(driver, 'fizzing')).id)
  })

  test('a name that is too long is said while it is typed, and stays', async () => {
    await atWords(view, '5')
    await view.press('x')
    await view.until(() => (document.activeElement as HTMLInputElement | null)?.value === 'x')
    await view.evaluate(() => {
      const field = document.activeElement as HTMLInputElement
      field.value = 'x'.repeat(61)
      field.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await view.sees(text('own_label_long', 61))
    await view.press('Enter')
    expect(await focused(view)).toBe(`field ${'x'.repeat(61)}`)
  })
})

test('axe: words with lately, a search, an own word, and each question from the body', async () => {
  const driver = await launch('chromium')
  try {
    const first = await driver.open('popup.html')
    await atWords(first, '6')
    await first.type('searchbox', text('words_find'), `adrift ${'x'.repeat(53)}`)
    const seen: { [state: string]: readonly string[] } = {}
    const check = async (view: View, state: string) => {
      seen[state] = await findings(view)
    }
    await check(first, 'nothing found')
    await first.press('Enter')
    await first.sees(text('words_guess'))
    await check(first, 'an own word')
    await finish(driver, first)
    const view = await driver.open('popup.html')
    await atWords(view, '6')
    await view.sees(text('words_lately'))
    await view.press('1', '8')
    await check(view, 'lately')
    await view.click('button', text('words_body'))
    for (const [step, shows] of [
      ['4', 'body_where'],
      ['1', 'body_like'],
      ['3', 'body_strength'],
      ['', 'body_words'],
    ] as const) {
      await view.sees(text(shows))
      await check(view, shows)
      if (step) await view.press(step)
    }
    expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map(state => [state, []])))
  } finally {
    await driver.close()
  }
})
