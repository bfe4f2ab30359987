/** `npm run chaos -- --cycles 200 --store leveldb|sqlite|firefox`: kills a real browser while Thaw writes, and prints what was lost. */
import { parseArgs } from 'node:util'
import { buildExtension } from '../support/build-extension.ts'
import { type ChaosStore, chaosStores, figuresLine, runCycles } from './cycles.ts'

const { values } = parseArgs({
  options: {
    cycles: { type: 'string', default: '20' },
    store: { type: 'string', default: 'leveldb' },
    seed: { type: 'string', default: String(crypto.getRandomValues(new Uint32Array(1))[0]) },
  },
})
const store = chaosStores.find(name => name === values.store)
if (store === undefined) throw new Error(`There is no store ${values.store}, but ${chaosStores.join(', ')}.`)
const browser = (of: ChaosStore) => (of === 'firefox' ? 'firefox' : 'chromium')

buildExtension(browser(store))
console.log(`seed ${values.seed}`)
const figures = await runCycles(store, Number(values.cycles), Number(values.seed), console.log)
for (const line of [...figures.lost, ...figures.halfImports]) console.log(line)
console.log(figuresLine(figures))
const { lost, halfImports, days, invalid, uncopied } = figures
process.exit(lost.length + halfImports.length + days + invalid + uncopied === 0 ? 0 : 1)
