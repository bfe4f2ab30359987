/** A first run, step by step in a real browser: what a person reads and presses until the first answer is kept, and how long each step takes. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildExtension, root } from '../support/build-extension.ts'
import type { View } from '../support/driver.ts'
import { launch } from '../support/launch.ts'
import { checkInsOnceThereAre, localOf, place, text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

/** Words that an adult reads aside in a minute, Brysbaert 2019, https://doi.org/10.1016/j.jml.2019.104047 */
const wordsAMinute = 238
/** To decide, to point and to press: Card, Moran and Newell 1980, https://doi.org/10.1145/358886.358895 */
const secondsAPress = 1.35 + 1.1 + 0.2

const folder = join(root, '.output/first-run')

type Line = {
  readonly step: string
  readonly presses: number
  readonly words: number
  /** Of the machine alone, in milliseconds. */
  readonly waited: number
}

const lines: Line[] = []

/** Does what the person does; what has come into sight until it is through is read before the next press. */
const step = async (
  name: string,
  presses: number,
  view: View,
  deed: () => Promise<unknown>,
): Promise<void> => {
  const before = new Set((await view.text()).split('\n'))
  const begun = performance.now()
  await deed()
  const waited = performance.now() - begun
  const shown = (await view.text()).split('\n').filter(line => presses === 0 || !before.has(line))
  const words = shown.join(' ').match(/\p{L}[\p{L}’-]*/gu)?.length ?? 0
  lines.push({ step: name, presses, words, waited })
  await view.screenshot(join(folder, `${lines.length}.png`))
}

/** Of pressing, and of waiting for the machine. */
const acting = ({ presses, waited }: Line): number => presses * secondsAPress + waited / 1000
const reading = ({ words }: Line): number => (words * 60) / wordsAMinute

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
buildExtension('chromium')
const driver = await launch('chromium')
let inWelcome = 0
try {
  const welcome = await driver.open('welcome.html')
  await step('the welcome, read to its end', 0, welcome, () => welcome.find('button', text('welcome_start')))
  await step('"May Thaw remind you now and then?" answered', 1, welcome, async () => {
    await welcome.click('button', text('welcome_yes'))
    await waitFor('the answer in the settings', async () => 'settings' in (await localOf(driver)))
  })
  inWelcome = lines.length + 1
  await step('"First check-in" pressed', 1, welcome, () => welcome.click('button', text('welcome_start')))
  const popup = await driver.opened()
  await step('the first question, read', 0, popup, () => popup.sees(text('felt_question')))
  await step('the first answer, kept', 1, popup, async () => {
    await popup.click('button', place(4))
    await checkInsOnceThereAre(driver, 1)
  })
} finally {
  await driver.close()
}

const rows = lines.map((line, at) => ({
  step: `${at + 1}. ${line.step}`,
  presses: line.presses,
  words: line.words,
  'machine, ms': Math.round(line.waited),
  'pressing, s': Number(acting(line).toFixed(1)),
  'reading it all, s': Number(reading(line).toFixed(1)),
}))
console.table(rows)
const sum = (of: (line: Line) => number, until = lines.length) =>
  lines.slice(0, until).reduce((all, line) => all + of(line), 0)
const told = (what: string, until: number) =>
  `${what}: ${sum(({ presses }) => presses, until)} presses, ${sum(acting, until).toFixed(1)} s, and ${sum(reading, until).toFixed(1)} s more for anyone who reads every word.`
console.log(told('The welcome', inWelcome))
console.log(told('The first answer', lines.length))
writeFileSync(join(folder, 'times.json'), `${JSON.stringify(rows, null, 2)}\n`)
console.log(`Pictures: ${folder}`)
process.exitCode = sum(acting, inWelcome) < 20 ? 0 : 1
