/** Makes what the stores are given: Thaw for both kinds of browser, and its sources, each as a zip. `--into FOLDER` says where. */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { parseArgs } from 'node:util'
import { freshBuild } from '../repo/fresh-build.ts'
import { filesUnder, root, textOf } from '../repo/source.ts'
import { pack } from './pack.ts'

const { values } = parseArgs({ options: { into: { type: 'string', default: join(root, '.output') } } })
const { version } = JSON.parse(textOf('package.json')) as { readonly version: string }

const read = (folder: string, names: readonly string[]): ReadonlyMap<string, Uint8Array> =>
  new Map(names.map(name => [name, new Uint8Array(readFileSync(join(folder, name)))]))

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))

const write = async (
  what: string,
  files: ReadonlyMap<string, Uint8Array>,
  how: 'small' | 'quick',
): Promise<void> => {
  const name = `thaw-${version}-${what}.zip`
  const bytes = await pack(files, how)
  writeFileSync(join(values.into, name), bytes)
  console.log(`${name}  ${bytes.length} bytes  sha256 ${createHash('sha256').update(bytes).digest('hex')}`)
}

mkdirSync(values.into, { recursive: true })
for (const target of ['chrome', 'firefox'] as const) {
  const build = freshBuild(target)
  try {
    await write(target, read(build.folder, filesIn(build.folder)), 'small')
  } finally {
    build.remove()
  }
}
await write('sources', read(root, filesUnder('.')), 'quick')
