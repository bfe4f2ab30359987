/** Files that were made to harm go through the real page: each gets an answer, and none leaves anything behind. */
import { describe, expect, test } from 'vitest'
import { browserNames, type View } from '../support/driver.ts'
import { historyRows } from '../support/history-rows.ts'
import { goodFiles, hostileFiles } from '../support/hostile-files.ts'
import { launch } from '../support/launch.ts'
import { answerFelt, checkInsOnceThereAre, text } from '../support/thaw.ts'

const count = 200

const texts = {
  go: text('import_choices_go'),
  bring: text('import_bring'),
  back: text('import_take_back'),
  taken: text('import_taken_back'),
  leave: text('import_other_file'),
  refused: text('import_no_change'),
  found: text('import_meeting'),
}

/** In the page: gives it the file, answers what it asks, brings in what is new and takes it back. Resolves with how it ended. */
const goThrough = async (bytes: string, said: typeof texts): Promise<string> => {
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  if (input === null) throw new Error('There is no field for a file')
  const part = input.closest('section') as HTMLElement
  const button = (label: string) =>
    [...part.querySelectorAll('button')].find(one => one.textContent === label && !one.disabled)
  const sees = (wanted: string) => part.innerText.includes(wanted)
  const until = async (isThere: () => boolean) => {
    const begun = performance.now()
    while (!isThere()) {
      if (performance.now() - begun > 20_000) throw new Error(`It hangs at: ${part.innerText}`)
      await new Promise(resolve => setTimeout(resolve, 5))
    }
  }
  let began = false
  new MutationObserver((_, observer) => {
    if (part.querySelector('progress') === null) return
    began = true
    observer.disconnect()
  }).observe(part, { childList: true, subtree: true })
  const transfer = new DataTransfer()
  transfer.items.add(new File([Uint8Array.from(atob(bytes), char => char.charCodeAt(0))], 'file'))
  input.files = transfer.files
  input.dispatchEvent(new Event('change', { bubbles: true }))

  const asks = () => button(said.go) ?? button(said.leave)
  await until(() => began && (asks() !== undefined || sees(said.refused)))
  if (sees(said.refused)) return 'refused'
  const go = button(said.go)
  go?.click()
  if (go) await until(() => sees(said.found))
  const bring = button(said.bring)
  if (bring === undefined) {
    const kind = sees(said.found) ? 'found nothing new' : 'asked for a passphrase'
    button(said.leave)?.click()
    await until(() => part.querySelector('input[type=file]') !== null)
    return kind
  }
  bring.click()
  await until(() => button(said.back) !== undefined && !sees(said.found))
  button(said.back)?.click()
  await until(() => sees(said.taken) && part.querySelector('input[type=file]') !== null)
  return 'came and went'
}

const give = (view: View, bytes: Uint8Array): Promise<string> =>
  view.evaluate(goThrough, Buffer.from(bytes).toString('base64'), texts)

describe.each(browserNames)('%s', name => {
  test(`${count} files`, { timeout: 600_000 }, async () => {
    const driver = await launch(name)
    const popup = await driver.open('popup.html')
    await answerFelt(popup, 4)
    await popup.close()
    await checkInsOnceThereAre(driver, 1)
    const before = await historyRows(driver)
    const view = await driver.open('options.html#data')
    await view.toFront()
    await view.page?.waitForSelector('input[type=file]')
    const problems: string[] = []
    view.page?.on('pageerror', error => problems.push(String(error)))
    const came: { [end: string]: number } = {}
    for (const { about, bytes } of hostileFiles(await goodFiles(), count, 20_261_122)) {
      const end = await give(view, bytes).catch(error => `${about}: ${error}`)
      came[end] = (came[end] ?? 0) + 1
    }
    console.info(`${name}: ${JSON.stringify(came)}`)
    const ends = ['refused', 'found nothing new', 'asked for a passphrase', 'came and went']
    expect(Object.keys(came).filter(end => !ends.includes(end))).toEqual([])
    expect(problems).toEqual([])
    expect(await historyRows(driver)).toEqual(before)
    await driver.close()
  })
})
