/** What the stores are given is the same byte for byte, wherever and whenever it is made, also out of its own sources; and it stays small. */
import { spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from './source.ts'

/** A package with its seven languages was 909,000 bytes when this was written; 380,000 of them are texts. */
const mostBytes = 910_000

let outside: string
beforeAll(() => {
  outside = mkdtempSync(join(tmpdir(), 'thaw-zip-'))
})
afterAll(() => rmSync(outside, { recursive: true, force: true }))

/** `environment` sets another clock and time zone. */
const zipIn = (folder: string, into: string, environment: { readonly [name: string]: string }): void => {
  const done = spawnSync(process.execPath, ['tests/package/run.ts', '--into', into], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  })
  if (done.status !== 0) throw new Error(`${done.stdout}${done.stderr}`)
}

const bytesOf = (folder: string): { readonly [name: string]: Buffer } =>
  Object.fromEntries(readdirSync(folder).map(name => [name, readFileSync(join(folder, name))]))

test('twice, in two folders, with two clocks, and from the zip of its sources: the same bytes', () => {
  const first = join(outside, 'first')
  zipIn(root, first, { TZ: 'America/St_Johns' })
  const zips = bytesOf(first)
  const names = Object.keys(zips)
  expect(names).toEqual([
    expect.stringMatching(/^thaw-\d+\.\d+\.\d+-chrome\.zip$/),
    expect.stringMatching(/-firefox\.zip$/),
    expect.stringMatching(/-sources\.zip$/),
  ])

  const copy = join(outside, 'a folder with another name', 'and deeper')
  for (const [name, bytes] of Object.entries(unzipSync(zips[names[2] ?? ''] ?? Buffer.alloc(0)))) {
    mkdirSync(dirname(join(copy, name)), { recursive: true })
    writeFileSync(join(copy, name), bytes)
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  const second = join(outside, 'second')
  const clock = `--import=${join(root, 'tests/support/other-clock.ts').replaceAll(' ', '\\ ')}`
  zipIn(copy, second, { TZ: 'Pacific/Kiritimati', NODE_OPTIONS: clock })
  const again = bytesOf(second)
  expect(Object.keys(again)).toEqual(names)
  const files = (bytes: Buffer | undefined) =>
    Object.fromEntries(
      Object.entries(unzipSync(bytes ?? Buffer.alloc(0))).map(([name, content]) => [
        name,
        Buffer.from(content).toString('base64'),
      ]),
    )
  for (const name of names) {
    const [one, other] = [files(zips[name]), files(again[name])]
    expect(Object.keys(other).filter(file => one[file] !== other[file])).toEqual([])
    expect(again[name]?.equals(zips[name] ?? Buffer.alloc(0))).toBe(true)
  }
  for (const name of names.slice(0, 2)) expect(zips[name]?.length).toBeLessThan(mostBytes)
}, 600_000)
