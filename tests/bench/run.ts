/**
 * `npm run bench`: what Thaw costs. `npm run bench -- popup` for the opening of its popup alone, `-- answers` for what follows a press,
 * `-- history` for History with up to 100,000 check-ins (`-- history --huge` for a million as well), `-- whole` for bringing 100,000
 * check-ins in at once, `-- export` for a backup of as many, `-- import` for such a file through the page, `-- copies` for the daily
 * copies of them, `-- restore` for 10,000 that come back from the second copy, `-- lock` for a lock before 100,000, `-- patterns` for what
 * they show, `-- reflect` for as many things written down, `-- cost` for the time in which Thaw is not seen.
 */
import { findBrowser } from '../support/find-browsers.ts'
import { benchAnswers } from './answers.ts'
import { benchCopies } from './copies.ts'
import { benchCost } from './cost.ts'
import { benchExport } from './export.ts'
import { benchHistory } from './history-page.ts'
import { benchImport } from './import.ts'
import { benchLock } from './lock.ts'
import { benchPatterns } from './patterns.ts'
import { benchPopup } from './popup.ts'
import { benchReflect } from './reflect.ts'
import { benchRestore } from './restore.ts'
import { benchWhole } from './whole.ts'

type Bench = (executable: string, huge: boolean) => Promise<void>

const benches: { readonly [name: string]: Bench } = {
  popup: benchPopup,
  answers: benchAnswers,
  history: benchHistory,
  whole: benchWhole,
  export: benchExport,
  import: benchImport,
  copies: benchCopies,
  restore: benchRestore,
  lock: benchLock,
  patterns: benchPatterns,
  reflect: benchReflect,
  cost: benchCost,
}
const names = Object.keys(benches)

const executable = findBrowser('chromium')
if (executable === null) throw new Error('There is no Chromium here; npm test says how to install it.')
const words = process.argv.slice(2)
const huge = words.includes('--huge')
const wanted = words.filter(word => word !== '--huge')
const unknown = wanted.filter(word => !names.includes(word))
if (unknown.length > 0)
  throw new Error(`There is no bench ${unknown.join(', ')}, but ${names.join(' and ')}.`)
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length === 0 || wanted.includes(name)) await bench(executable, huge)
}
