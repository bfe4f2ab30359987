/** Backups under a passphrase: opened as they were, by Thaw and by the age tool, and by nobody without the passphrase. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileLimits } from '../../lib/core/foreign.ts'
import { fail } from '../../lib/core/result.ts'
import { decrypted, encrypted, isEncrypted } from '../../lib/store/backup/encrypted.ts'
import { age } from '../support/age-tool.ts'
import { ensure } from '../support/find-browsers.ts'

/** The rounds that age uses take seconds; one test takes them. */
const quick = 4

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer())

const opened = async (file: Blob, passphrase: string) => {
  const result = await decrypted(file, passphrase)
  if (!result.ok) throw new Error(`refused: ${result.problem}`)
  return result.value
}

describe('a file under a passphrase', () => {
  test('opens as it was, whatever the bytes and the passphrase', () =>
    fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(1, 65_536 / 256, 700),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        async (bytes, times, passphrase) => {
          const content = new Blob(Array.from({ length: times }, () => bytes as Uint8Array<ArrayBuffer>))
          const file = await encrypted(content, passphrase, () => {}, quick)
          expect(isEncrypted(await bytesOf(file.slice(0, 100)))).toBe(true)
          expect(await bytesOf(await opened(file, passphrase))).toEqual(await bytesOf(content))
        },
      ),
      { numRuns: 25 },
    ))

  test('tells how far it is', async () => {
    const content = new Blob(['x'.repeat(3_000_000)])
    const told: (readonly [number, number])[] = []
    const file = await encrypted(content, 'frost', (done, of) => void told.push([done, of]), quick)
    expect(told[0]).toEqual([0, 3_000_000])
    expect(told.at(-1)).toEqual([3_000_000, 3_000_000])
    told.length = 0
    await decrypted(file, 'frost', (done, of) => void told.push([done, of]))
    expect(told.at(-1)).toEqual([file.size, file.size])
  })

  test('stays shut to another passphrase, and gives nothing of itself where a byte was changed or is missing', async () => {
    const content = new Blob(['{"format":"thaw"}'.repeat(20_000)])
    const file = await encrypted(content, 'frost', () => {}, quick)
    expect(await decrypted(file, 'Frost')).toEqual(fail('wrong-passphrase'))
    expect(await decrypted(file, '')).toEqual(fail('wrong-passphrase'))
    const bytes = await bytesOf(file)
    for (let place = 0; place < bytes.length; place += place < 200 ? 7 : 40_001) {
      const changed = bytes.slice()
      changed[place] = (changed[place] ?? 0) ^ 1
      const result = await decrypted(new Blob([changed]), 'frost')
      expect(result.ok).toBe(false)
      expect((await decrypted(new Blob([bytes.subarray(0, place)]), 'frost')).ok).toBe(false)
    }
  })

  test('that would take more than a browser gives is refused before anything is computed', async () => {
    const head = (work: string) =>
      new Blob([
        `age-encryption.org/v1\n-> scrypt ${'A'.repeat(22)} ${work}\n${'A'.repeat(43)}\n--- ${'A'.repeat(43)}\n`,
      ])
    expect(await decrypted(head('21'), 'frost')).toEqual(fail('too-costly'))
    expect(await decrypted(head('4000000000'), 'frost')).toEqual(fail('too-costly'))
    expect(await decrypted(head('99999999999999999999'), 'frost')).toEqual(fail('broken'))
    expect(await decrypted(head('-1'), 'frost')).toEqual(fail('broken'))
    expect(await decrypted(new Blob(['age-encryption.org/v1\n-> X25519 abc\n']), 'frost')).toEqual(
      fail('unknown-format'),
    )
    expect(await decrypted(new Blob(['{"format":"thaw"}']), 'frost')).toEqual(fail('unknown-format'))
    expect(await decrypted(new Blob([]), 'frost')).toEqual(fail('unknown-format'))
    const big = { size: fileLimits.bytes + 1 } as Blob
    expect(await decrypted(big, 'frost')).toEqual(fail('too-big'))
  })
})

/** Says so where age cannot be had; then its tests are skipped. */
const standsAge = (): boolean => {
  try {
    ensure(['age'])
    return true
  } catch (error) {
    console.log(`There is no age here, and what it would prove is skipped. ${String(error)}`)
    return false
  }
}

describe.runIf(standsAge())('the age tool', () => {
  const passphrase = 'a slow thaw, für später'

  test('opens what Thaw encrypted, and Thaw opens what it encrypted', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'thaw-age-'))
    const path = (name: string) => join(folder, name)
    const text = `{"format":"thaw","note":"${'schön 🌊 '.repeat(20_000)}"}`
    try {
      writeFileSync(path('ours.age'), await bytesOf(await encrypted(new Blob([text]), passphrase)))
      await age(['--decrypt', '--output', path('ours.json'), path('ours.age')], passphrase)
      expect(readFileSync(path('ours.json'), 'utf8')).toBe(text)

      writeFileSync(path('theirs.json'), text)
      await age(['--passphrase', '--output', path('theirs.age'), path('theirs.json')], passphrase)
      const theirs = new Blob([readFileSync(path('theirs.age'))])
      expect(await (await opened(theirs, passphrase)).text()).toBe(text)
      expect(await decrypted(theirs, 'another')).toEqual(fail('wrong-passphrase'))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }, 120_000)
})
