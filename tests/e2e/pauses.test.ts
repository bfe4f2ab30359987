/** Pauses in real browsers: the whole catalogue is walked, what is written is kept, and what was left goes on as the person chooses. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { pauses } from '../../lib/content/pauses.ts'
import { browserNames, type Driver, type View } from '../support/driver.ts'
import { findings } from '../support/findings.ts'
import { launch } from '../support/launch.ts'
import { leaveFor, pickPause, runs, takeClock, watchPause } from '../support/pauses.ts'
import { dropFolder, freshFolder } from '../support/process.ts'
import { answerFelt, finish, localOf, putLocal, rowsOf, text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

/** Nothing moves for people who asked for that; the popup is driven by keys alone. */
const calm = {
  arguments: ['--force-prefers-reduced-motion'],
  preferences: { 'ui.prefersReducedMotion': 1 },
} as const

const texts = {
  stop: text('pause_stop'),
  waits: text('pause_waits'),
  left: text('pause_resume'),
  after: text('after_question'),
}

const openPopup = async (driver: Driver): Promise<View> => {
  const view = await driver.open('popup.html')
  // Behind another page it draws no pictures, and a browser that has just started may put one in front of it.
  await view.toFront()
  await view.until(() => performance.getEntriesByName('ready').length > 0)
  return view
}

/** Runs it to its end by keys alone: next where it waits, go on where it was left. */
const runToEnd = async (view: View) => {
  let pictures = 0
  let withoutStop = 0
  for (let turns = 0; turns < 60; turns += 1) {
    const watched = await watchPause(view, texts)
    pictures += watched.pictures
    withoutStop += watched.withoutStop
    if (watched.at === 'ended') return { pictures, withoutStop }
    // A field may have the focus; then the letter would be written into it.
    await view.evaluate(() => document.querySelector<HTMLElement>('h1')?.focus())
    await view.press(watched.at === 'waiting' ? 'n' : 'w')
  }
  throw new Error('the pause does not end')
}

describe.each(browserNames)('%s', name => {
  let driver: Driver
  beforeAll(async () => {
    driver = await launch(name, calm)
  })
  afterAll(() => driver.close())
  // Each test begins with a closed check-in, whatever became of the one before.
  beforeEach(() => putLocal(driver, { draft: null }))

  const sessionOf = (pauseId: string) =>
    waitFor(`the session of ${pauseId}`, async () =>
      (await rowsOf(driver, 'sessions')).find(row => row.pauseId === pauseId && row.completed),
    )

  const done = async (view: View) => {
    await finish(driver, view)
  }

  test('each pause is two presses away, and runs to its end by keyboard with reduced motion; each picture has a way to stop', async () => {
    for (const { id, seconds } of pauses) {
      const view = await openPopup(driver)
      await takeClock(view)
      await view.press('p')
      if (id !== 'look-up') await pickPause(view, id)
      await runs(view, id)
      expect(await view.evaluate(() => matchMedia('(prefers-reduced-motion)').matches)).toBe(true)
      const { pictures, withoutStop } = await runToEnd(view)
      expect([id, withoutStop]).toEqual([id, 0])
      expect(pictures).toBeGreaterThan(0)
      const session = await sessionOf(id)
      expect(session).toMatchObject({ completed: true, before: null, after: null, ease: null })
      // What waits takes as long as the person does; here that is no time.
      expect(session.seconds).toBeLessThanOrEqual(Math.ceil(seconds * 1.1))
      await done(view)
    }
    expect(pauses.length).toBeGreaterThanOrEqual(40)
  }, 600_000)

  test('Escape stops it at once', async () => {
    const view = await openPopup(driver)
    await view.press('p')
    await runs(view, 'look-up')
    await view.press('Escape')
    await view.sees(text('after_question'))
    await done(view)
  })

  test('closed for 20 seconds, it goes on where it was left, or counts them in', async () => {
    for (const choice of ['pause_go_on', 'pause_catch_up'] as const) {
      const first = await openPopup(driver)
      await first.press('p')
      await runs(first, 'look-up')
      await pickPause(first, 'long-exhale')
      await runs(first, 'long-exhale')
      await first.close()
      await leaveFor(driver, 20)
      const view = await openPopup(driver)
      await view.sees(text('pause_resume'))
      expect(await findings(view)).toEqual([])
      await view.click('button', text(choice))
      const left = await view.until(() => {
        const [, seconds] = /(\d+) seconds? left/.exec(document.body.innerText) ?? []
        return Number(seconds)
      })
      if (choice === 'pause_go_on') expect(left).toBeGreaterThan(40)
      else expect(left).toBeLessThanOrEqual(40)
      await view.press('Escape')
      await view.sees(text('after_question'))
      await done(view)
    }
  })

  test('what is written is kept while it is typed, and stands there in the next popup', async () => {
    const first = await openPopup(driver)
    await first.press('p')
    await runs(first, 'look-up')
    await pickPause(first, 'one-line')
    await runs(first, 'one-line')
    const hostile = '<b>grey</b> & سماء 🌫️ "so"'
    await first.page?.locator('main input[type=text], main textarea').fill(hostile)
    await first.sees(text('end_saved'))
    await first.close()
    const view = await openPopup(driver)
    await runs(view, 'one-line')
    expect(
      await view.until(() => document.querySelector<HTMLInputElement>('main input, main textarea')?.value),
    ).toBe(hostile)
    const lines = (await rowsOf(driver, 'reflections')).filter(({ type }) => type === 'line')
    expect(lines.map(({ fields }) => fields['text'])).toEqual([hostile])
    expect(await findings(view)).toEqual([])
    await view.press('Escape')
    await view.sees(text('after_question'))
    await done(view)
  })

  const calledFor = (view: View, id: string) =>
    view
      .press('p')
      .then(() => runs(view, 'look-up'))
      .then(() => pickPause(view, id))

  test('letters in a list of choices are no shortcuts', async () => {
    const view = await openPopup(driver)
    await calledFor(view, 'if-then')
    await view.until(() => {
      document.querySelector<HTMLElement>('main select')?.focus()
      return document.activeElement?.matches('select')
    })
    await view.press('n')
    // Outside of it the same letter leads on by one step, and not by two.
    await view.evaluate(() => document.querySelector<HTMLElement>('h1')?.focus())
    await view.press('n')
    await view.sees(text('pause_step', 2, 2))
    await view.press('Escape')
    await view.sees(text('after_question'))
    await done(view)
  })

  test('a name that is typed and not added to the list is the answer all the same', async () => {
    const view = await openPopup(driver)
    await calledFor(view, 'one-sentence')
    await view.page?.locator('main input[type=text]').fill('Mira & سارة')
    await view.click('button', text('next'))
    await view.sees(text('pause_one_sentence_2'))
    // A step that waits for the person leads back to the beginning too, and what was written stays.
    await view.click('button', text('start_again'))
    await view.sees(text('pause_one_sentence_1'))
    expect(await view.has('button', text('start_again'))).toBe(false)
    await view.press('Escape')
    await view.sees(text('after_question'))
    await done(view)
    const sentences = (await rowsOf(driver, 'reflections')).filter(({ type }) => type === 'sentence')
    expect(sentences.map(({ fields }) => fields)).toMatchObject([{ to: 'Mira & سارة', text: null }])
  })

  test('the step is heard with the title, and the focus stays where what had it went away', async () => {
    const view = await openPopup(driver)
    await calledFor(view, 'boundary')
    const heard = () => {
      const title = document.activeElement
      const described = title?.getAttribute('aria-describedby')
      return title?.matches('h1') && described && document.getElementById(described)?.textContent
    }
    expect(await view.until(heard)).toBe(text('pause_boundary_1'))
    // Its button is gone at a step that waits, as Back is at the first one.
    await view.click('button', text('pause_skip'))
    await view.sees(text('pause_boundary_2'))
    await view.click('button', text('back'))
    expect(await view.until(heard)).toBe(text('pause_boundary_1'))
    await view.press('Escape')
    await view.sees(text('after_question'))
    await done(view)
  })

  test('however far a step was scrolled, the next one begins in sight', async () => {
    const view = await openPopup(driver)
    await view.page?.setViewport({ width: 320, height: 480 })
    await calledFor(view, 'another-way')
    await view.evaluate(() => document.querySelector('main')?.scrollTo(0, 300))
    await view.click('button', text('next'))
    await view.sees(text('pause_another_way_2'))
    await view.until(() => {
      const step = document.querySelector('main p[aria-live]')?.getBoundingClientRect()
      const head = document.querySelector('header')?.getBoundingClientRect()
      return step && head && step.top >= head.bottom && step.top >= 0
    })
    await view.press('Escape')
    await view.sees(text('after_question'))
    await done(view)
  })

  test('fields, scales and lists fit, also at twice their size', async () => {
    for (const id of ['if-then', 'high-and-low', 'smaller-step', 'boundary'] as const) {
      const view = await openPopup(driver)
      await calledFor(view, id)
      if (id === 'boundary') await view.press('n')
      await view.find('button', text(id === 'boundary' ? 'back' : 'next'))
      expect([id, await findings(view)]).toEqual([id, []])
      await view.press('Escape')
      await view.sees(text('after_question'))
      await done(view)
    }
  })

  test('what can be adjusted unfolds in sight', async () => {
    const view = await openPopup(driver)
    await view.page?.setViewport({ width: 380, height: 600 })
    await calledFor(view, 'box')
    await view.click('button', text('pause_adjust'))
    await view.until(() => {
      const fold = document.querySelector('main button[aria-expanded=true]')?.parentElement
        ?.nextElementSibling
      const foot = document.querySelector('footer')
      return fold && foot && fold.getBoundingClientRect().bottom <= foot.getBoundingClientRect().top
    })
    await view.press('Escape')
    await view.sees(text('after_question'))
    await done(view)
  })

  test('"it feels worse" stops it, thanks, and leads outward', async () => {
    const view = await openPopup(driver)
    await answerFelt(view, 8)
    await view.press('Escape')
    const popup = await openPopup(driver)
    await popup.press('p')
    await runs(popup, 'look-up')
    await pickPause(popup, 'long-exhale')
    await popup.click('button', text('pause_worse'))
    await popup.sees(text('after_worse'))
    expect(await findings(popup)).toEqual([])
    await popup.click('button', text('after_worse_look'))
    await runs(popup, 'look-up')
    // What looks outward is left out alone, and another one is started.
    await popup.press('Escape')
    await popup.sees(text('after_question'))
    await popup.click('button', text('ease_worse'))
    await popup.sees(text('after_worse_out'))
    await popup.click('button', text('offer_other'))
    await popup.until(look => document.querySelector('main h1')?.textContent !== look, text('pause_look_up'))
    await popup.sees(text('pause_stop'))
    await popup.press('Escape')
    await popup.sees(text('after_question'))
    await done(popup)
    const sessions = await rowsOf(driver, 'sessions')
    expect(sessions.filter(({ ease }) => ease === 'worse')).toMatchObject([
      { pauseId: 'long-exhale', completed: false },
      { pauseId: 'look-up', completed: false },
    ])
    expect(sessions.at(-1)?.['pauseId']).not.toBe('look-up')
  })
})

test.each(browserNames)('%s, killed in the middle of a pause, goes on with it', async name => {
  const profile = freshFolder('killed-pause')
  const first = await launch(name, { profile })
  const begun = await openPopup(first)
  await begun.press('p')
  await runs(begun, 'look-up')
  await pickPause(begun, 'one-line')
  await begun.page?.locator('main input[type=text], main textarea').fill('before it went dark')
  await begun.sees(text('end_saved'))
  await pickPause(begun, 'long-exhale')
  await waitFor('the pause in the draft', async () => {
    const { draft } = (await localOf(first)) as { draft?: { run?: { pauseId?: string } } }
    return draft?.run?.pauseId === 'long-exhale'
  })
  await first.kill()
  const second = await launch(name, { profile })
  await leaveFor(second, 10)
  try {
    const view = await openPopup(second)
    await runs(view, 'long-exhale')
    await view.sees(text('pause_resume'))
    await view.click('button', text('pause_go_on'))
    await view.click('button', text('pause_stop'))
    await view.sees(text('after_question'))
    const lines = (await rowsOf(second, 'reflections')).map(({ fields }) => fields['text'])
    expect(lines).toEqual(['before it went dark'])
    const sessions = await waitFor('both sessions', async () => {
      const rows = await rowsOf(second, 'sessions')
      return rows.some(row => row.pauseId === 'long-exhale') && rows
    })
    expect(sessions.map(({ pauseId }) => pauseId)).toEqual(['look-up', 'one-line', 'long-exhale'])
  } finally {
    await second.close()
    dropFolder(profile)
  }
})

describe('a pacer', () => {
  test('changes within 50 ms of when it is due, by the clock of a real browser', async () => {
    const driver = await launch('chromium')
    try {
      const view = await openPopup(driver)
      await view.press('p')
      await runs(view, 'look-up')
      await pickPause(view, 'long-exhale')
      await runs(view, 'long-exhale')
      // A page in the background draws no pictures.
      await view.toFront()
      const drifts = await view.evaluate(async () => {
        const words = document.querySelector('main [aria-live] ~ div [aria-live], main p [aria-live]')
        if (!words) throw new Error('no pacer')
        const changes: number[] = []
        await new Promise<void>(resolve => {
          const watcher = new MutationObserver(() => {
            changes.push(performance.now())
            if (changes.length < 5) return
            watcher.disconnect()
            resolve()
          })
          watcher.observe(words, { childList: true, characterData: true, subtree: true })
        })
        // In 4, out 6: each change beside the first one.
        const due = [0, 6_000, 10_000, 16_000, 20_000]
        const turned = [0, 4_000, 10_000, 14_000, 20_000]
        const [first = 0] = changes
        const off = (plan: number[]) => changes.map((at, place) => at - first - (plan[place] ?? 0))
        const largest = (all: number[]) => Math.max(...all.map(Math.abs))
        return largest(off(due)) < largest(off(turned)) ? off(due) : off(turned)
      })
      console.log(
        `changes of the pacer beside their due times, ms: ${drifts.map(ms => ms.toFixed(1)).join(', ')}`,
      )
      for (const drift of drifts) expect(Math.abs(drift)).toBeLessThan(50)
    } finally {
      await driver.close()
    }
  })
})
