/** A picked file is opened: one of age's with its passphrase, then whatever is in it. */
import { expect, test } from 'vitest'
import { fileLimits } from '../../lib/core/foreign.ts'
import { encrypted } from '../../lib/store/backup/encrypted.ts'
import { openFile } from '../../lib/store/formats/open-file.ts'
import { noon } from '../contract/samples.ts'
import { bytesOf, zipOf } from '../support/foreign-files.ts'

const backup = '{"format":"thaw","version":1,"exportedAt":0,"records":{},"settings":null}'
/** Of little work, so that no test waits three seconds. */
const locked = (content: Blob) => encrypted(content, 'open sesame', () => {}, 10)
const open = (file: Blob, passphrase: string | null) => openFile(file, passphrase, noon, () => {})

test('a plain one is read, whatever passphrase is given', async () => {
  expect(await open(new Blob([backup]), null)).toMatchObject({ kind: 'thaw', rows: [] })
  expect(await open(new Blob([backup]), 'any')).toMatchObject({ kind: 'thaw' })
})

test('an encrypted one asks for its passphrase, and opens with it alone', async () => {
  const file = await locked(new Blob([backup]))
  expect(await open(file, null)).toEqual({ kind: 'encrypted' })
  expect(await open(file, 'open barley')).toEqual({ kind: 'refused', reason: 'wrong-passphrase' })
  expect(await open(file, 'open sesame')).toMatchObject({ kind: 'thaw', rows: [] })
})

test('one that was made text to be sent is opened as well', async () => {
  const bytes = new Uint8Array(await (await locked(new Blob([backup]))).arrayBuffer())
  const lines = bytes.toBase64().match(/.{1,64}/g) ?? []
  const file = (...parts: readonly string[]) => new Blob([`${parts.join('\r\n')}\r\n`])
  const [begin, end] = ['-----BEGIN AGE ENCRYPTED FILE-----', '-----END AGE ENCRYPTED FILE-----']
  expect(await open(file(begin, ...lines, end), null)).toEqual({ kind: 'encrypted' })
  expect(await open(file('', begin, ...lines, end), 'open sesame')).toMatchObject({ kind: 'thaw', rows: [] })
  expect(await open(file(begin, ...lines, end), 'open barley')).toEqual({
    kind: 'refused',
    reason: 'wrong-passphrase',
  })
  for (const broken of [
    [begin, ...lines],
    [begin, '***', end],
  ])
    expect(await open(file(...broken), 'open sesame')).toEqual({ kind: 'refused', reason: 'broken' })
})

test('one in a zip is opened where nothing else in it can be read', async () => {
  const bytes = new Uint8Array(await (await locked(new Blob([backup.padEnd(90_000)]))).arrayBuffer())
  const table = bytesOf('a,b\n1,2\n')
  const newer = bytesOf('{"format":"thaw","version":99}')
  const picture = Uint8Array.of(0xff, 0xd8, 0, 1, 2)
  const zip = (files: { readonly [name: string]: Uint8Array }) => new Blob([zipOf(files).slice()])
  expect(await open(zip({ 'a.jpg': picture, 'b.age': bytes }), null)).toEqual({ kind: 'encrypted' })
  expect(await open(zip({ 'b.age': bytes }), 'open sesame')).toMatchObject({ kind: 'thaw', rows: [] })
  expect(await open(zip({ 'b.age': bytes }), 'open barley')).toEqual({
    kind: 'refused',
    reason: 'wrong-passphrase',
  })
  const refused = { kind: 'refused', reason: 'unknown-format' }
  expect(await open(zip({ 'b.age': bytes, 'c.age': bytes }), null)).toEqual(refused)
  expect(await open(zip({ 'b.age': bytes, 'c.csv': table }), null)).toEqual({ kind: 'encrypted' })
  expect(await open(zip({ 'b.age': bytes, 'c.json': newer }), null)).toMatchObject({ kind: 'refused' })
  expect(await open(zip({ 'b.age': bytes, 'c.json': bytesOf(backup) }), null)).toMatchObject({
    kind: 'thaw',
    zip: { read: ['c.json'], left: ['b.age'] },
  })
})

test('it tells how much of it is decrypted', async () => {
  const told: [number, number][] = []
  const file = await locked(new Blob([backup]))
  await openFile(file, 'open sesame', noon, (...so) => told.push(so))
  expect(told).toContainEqual([file.size, file.size])
})

test('one that was cut off is damaged, and one within another is not opened', async () => {
  const file = await locked(new Blob([backup.padEnd(200_000)]))
  expect(await open(file.slice(0, -100), 'open sesame')).toEqual({ kind: 'refused', reason: 'broken' })
  expect(await open(await locked(await locked(new Blob([backup]))), 'open sesame')).toEqual({
    kind: 'refused',
    reason: 'unknown-format',
  })
})

test('one that is too large is not read at all', async () => {
  const file = { size: fileLimits.bytes + 1 } as Blob
  expect(await open(file, null)).toEqual({ kind: 'refused', reason: 'too-big' })
})
