/**
 * `npm run chaos -- --cycles 200 --store leveldb|sqlite|firefox` kills a real browser while Thaw writes, and prints what was lost;
 * `--locked` has everything written under a lock, which is opened again after each death;
 * `--damage 30` in place of cycles damages the database's files so often in each way, and prints how often it was found;
 * `--fsync` in their place looks by strace whether each answer is on the disk before it is acknowledged.
 */
import { parseArgs } from 'node:util'
import { seeded } from '../../lib/core/seeded.ts'
import { buildExtension } from '../support/build-extension.ts'
import { type ChaosStore, chaosStores, figuresLine, runCycles } from './cycles.ts'
import { damageLine, runDamages } from './damaging.ts'
import { countSyncs, syncLine } from './syncing.ts'

const { values } = parseArgs({
  options: {
    cycles: { type: 'string', default: '20' },
    damage: { type: 'string' },
    fsync: { type: 'boolean', default: false },
    locked: { type: 'boolean', default: false },
    store: { type: 'string', default: 'leveldb' },
    seed: { type: 'string', default: String(crypto.getRandomValues(new Uint32Array(1))[0]) },
  },
})
const store = chaosStores.find(name => name === values.store)
if (store === undefined) throw new Error(`There is no store ${values.store}, but ${chaosStores.join(', ')}.`)
const browser = (of: ChaosStore) => (of === 'firefox' ? 'firefox' : 'chromium')

const kill = async (): Promise<boolean> => {
  const figures = await runCycles(
    store,
    Number(values.cycles),
    Number(values.seed),
    console.log,
    values.locked,
  )
  for (const line of [...figures.lost, ...figures.halfImports]) console.log(line)
  console.log(figuresLine(figures))
  const { lost, halfImports, days, invalid, uncopied, inClear } = figures
  return lost.length + halfImports.length + days + invalid + uncopied + inClear === 0
}

const damage = async (times: number): Promise<boolean> => {
  const { next } = seeded(Number(values.seed))
  const all = await runDamages(store, times, next, figures => console.log(damageLine(store, figures)))
  return all.every(({ failed }) => failed.length === 0)
}

const fsync = async (): Promise<boolean> => {
  const figures = await countSyncs(store)
  console.log('why' in figures ? `${store}: not looked at, because ${figures.why}` : syncLine(figures))
  return 'why' in figures || figures.database.every(count => count > 0)
}

const run = (): Promise<boolean> => {
  if (values.fsync) return fsync()
  return values.damage === undefined ? kill() : damage(Number(values.damage))
}

buildExtension(browser(store))
console.log(`seed ${values.seed}`)
process.exit((await run()) ? 0 : 1)
