/** Builds Thaw into a folder of its own, so that a test reads what ships now and no older build. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './source.ts'

export type Target = 'chrome' | 'firefox'

export type Build = { readonly folder: string; remove(): void }

/** Throws with the builder's words when the build fails. */
export const freshBuild = (target: Target): Build => {
  const outside = mkdtempSync(join(tmpdir(), 'thaw-build-'))
  const script = `
    import('wxt').then(({ build }) =>
      build({ root: ${JSON.stringify(root)}, browser: '${target}', outDir: ${JSON.stringify(outside)} }))`
  // Without `--input-type=module`, which the minifier's own threads would inherit, and they are no modules.
  const done = spawnSync(process.execPath, ['--eval', script], {
    cwd: root,
    encoding: 'utf8',
    // The test runner's own mode would build a development bundle.
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const remove = () => rmSync(outside, { recursive: true, force: true })
  if (done.status !== 0) {
    remove()
    throw new Error(`The build for ${target} failed.\n${done.stdout}${done.stderr}`)
  }
  return { folder: join(outside, `${target}-mv3`), remove }
}
