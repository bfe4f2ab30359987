/** `npm run bench`: what Thaw costs. `npm run bench -- popup` for the opening of its popup alone, `-- answers` for what follows a press, `-- cost` for the time in which it is not seen. */
import { findBrowser } from '../support/find-browsers.ts'
import { benchAnswers } from './answers.ts'
import { benchCost } from './cost.ts'
import { benchPopup } from './popup.ts'

const benches = { popup: benchPopup, answers: benchAnswers, cost: benchCost } as const
const names = Object.keys(benches) as (keyof typeof benches)[]

const executable = findBrowser('chromium')
if (executable === null) throw new Error('There is no Chromium here; npm test says how to install it.')
const wanted = process.argv.slice(2)
const unknown = wanted.filter(word => !names.some(name => name === word))
if (unknown.length > 0)
  throw new Error(`There is no bench ${unknown.join(', ')}, but ${names.join(' and ')}.`)
for (const name of names) {
  if (wanted.length === 0 || wanted.includes(name)) await benches[name](executable)
}
