/** A Chromium that nobody touches: seen from outside, because a debugger attached to a worker would keep it alive. */
import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { outputOf } from '../support/build-extension.ts'
import { launchChromium } from '../support/chromium.ts'
import { planAhead } from '../support/nudge-machine.ts'
import { dropFolder, freshFolder } from '../support/process.ts'

export type Resting = {
  /** Its processes' group. */
  readonly group: number
  /** How many pages and workers of extensions have started so far. */
  readonly starts: () => number
  /** How many of them live. */
  readonly alive: () => number
  stop(): Promise<void>
}

const isOurs = ({ url }: { readonly url: string }): boolean => url.startsWith('chrome-extension://')

/** A profile in which reminders are on and the next is hours away. */
export const makeProfile = async (): Promise<string> => {
  const profile = freshFolder('resting')
  const driver = await launchChromium({ profile })
  const dueAt = await planAhead(driver)
  await driver.close()
  if (dueAt < Date.now() + 3_600_000) throw new Error('The next reminder is too near')
  return profile
}

const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    child.once('error', reject)
    child.once('exit', code => reject(new Error(`Chromium ended with ${code}: ${said}`)))
    child.stderr?.on('data', (data: Buffer) => {
      said += data
      const address = /ws:\/\/\S+/.exec(said)?.[0]
      if (address !== undefined) resolve(address)
    })
  })

/** With Thaw on the profile that was made for it, or without. */
export const startResting = async (executable: string, thaw: string | null): Promise<Resting> => {
  const profile = thaw ?? freshFolder('without')
  const extension = outputOf('chromium')
  const child = spawn(
    executable,
    [
      '--headless=new',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      ...(thaw === null ? [] : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]),
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      'about:blank',
    ],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const group = child.pid
  const address = await addressOf(child)
  if (group === undefined) throw new Error('Chromium has no process id')
  const living = new Set<string>()
  let starts = 0
  const socket = new WebSocket(address)
  socket.addEventListener('message', ({ data }) => {
    const { method, params } = JSON.parse(data)
    if (method === 'Target.targetCreated' && isOurs(params.targetInfo)) {
      starts += 1
      living.add(params.targetInfo.targetId)
    }
    if (method === 'Target.targetDestroyed') living.delete(params.targetId)
  })
  await new Promise(resolve => socket.addEventListener('open', resolve, { once: true }))
  // Told of every kind of target, and attached to none.
  const params = { discover: true, filter: [{}] }
  socket.send(JSON.stringify({ id: 1, method: 'Target.setDiscoverTargets', params }))
  return {
    group,
    starts: () => starts,
    alive: () => living.size,
    stop: async () => {
      const gone = new Promise(resolve => child.once('exit', resolve))
      socket.close()
      process.kill(-group, 'SIGKILL')
      await gone
      if (thaw === null) dropFolder(profile)
    },
  }
}

/** Waits until the worker, which starts with the browser, has ended by itself, as it does after half a minute. */
export const untilAtRest = async (resting: Resting): Promise<void> => {
  const end = performance.now() + 120_000
  while (resting.starts() === 0 || resting.alive() > 0) {
    if (performance.now() > end) throw new Error('The worker does not come to rest')
    await pause(100)
  }
}
