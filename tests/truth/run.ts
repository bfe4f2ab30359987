/** `npm run truth`: people made by code, of whom the truth is known, and what Thaw says of them; a table with targets. */
import { argv, exit } from 'node:process'
import { parseArgs } from 'node:util'
import { questions } from './questions.ts'

const usage = `npm run truth -- [question …] [--part 0.1] [--seed 1]

  question  ${questions.map(({ name }) => name).join(' ')}; all without any
  --part    the share of people that each row takes, 1 for all
  --seed    another makes other people; methods are tuned on others than the one that is reported`

const { values, positionals } = parseArgs({
  args: argv.slice(2),
  options: { part: { type: 'string', default: '1' }, seed: { type: 'string', default: '11' } },
  allowPositionals: true,
})
const [part, seed] = [Number(values.part), Number(values.seed)]
const asked = questions.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
if (!(part > 0) || !Number.isInteger(seed) || asked.length === 0) {
  console.error(usage)
  exit(2)
}

let missed = 0
const people = (full: number) => Math.max(2, Math.round(full * part))
for (const { name, asks, ask } of asked) {
  const start = performance.now()
  console.log(`\n${name}: ${asks}`)
  for (const { what, figure, target, met } of ask(people, seed)) {
    if (met === false) missed += 1
    const mark = met === null ? '' : met ? 'met   ' : 'missed'
    console.log(`  ${mark.padEnd(6)} ${what.padEnd(78)} ${figure.padEnd(26)} ${target}`)
  }
  console.log(`    ${((performance.now() - start) / 1_000).toFixed(1)} s`)
}
console.log(`\n${missed} targets missed (--seed ${seed}${part === 1 ? '' : `, a part of ${part}`})`)
exit(missed === 0 ? 0 : 1)
