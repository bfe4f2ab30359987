/** The age tool itself, at a terminal of its own, because it takes a passphrase from nowhere else. */
import { spawn } from 'node:child_process'

/** Runs age with these words; rejects with what it said where it fails. */
export const age = (words: readonly string[], passphrase: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const command = ['age', ...words].map(word => `'${word}'`).join(' ')
    const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    let said = ''
    let asked = 0
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString()
      // It asks once to open and twice to close, each time in a line that ends with a colon.
      const prompts = said.match(/passphrase[^:\n]*: /gi)?.length ?? 0
      for (; asked < prompts; asked += 1) child.stdin.write(`${passphrase}\n`)
    })
    child.once('error', reject)
    child.once('exit', code =>
      code === 0 ? resolve() : reject(new Error(`age ended with ${code}: ${said}`)),
    )
  })
