/** Damages the files of a database that was full, opens Thaw on them, and sees whether it is found, told and put back. */
import { cpSync } from 'node:fs'
import { basename } from 'node:path'
import { type Damage, type DatabaseStore, damages } from '../support/damage.ts'
import type { Driver } from '../support/driver.ts'
import { launchOn } from '../support/launch-on.ts'
import { dropFolder, freshFolder } from '../support/process.ts'
import { answerFelt, checkInsOnceThereAre, putLocal, text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

/** How many check-ins an earlier session left. */
export const filledCount = 400

/** As an earlier session left them in the second copy, from which the database fills itself. */
export const filledLines = (now: number): { readonly [key: string]: object } =>
  Object.fromEntries(
    Array.from({ length: filledCount }, (_, index) => {
      const id = `0198f0c0-0000-7000-8000-${String(index).padStart(12, '0')}`
      const at = now - index * 3_600_000
      const day = Temporal.Instant.fromEpochMilliseconds(at).toString().slice(0, 10)
      const row = {
        ...{ id, updatedAt: at, origin: 'own', at, zone: 'UTC', day, felt: index % 11, far: null },
        ...{ pleasant: null, energy: null, cantTell: [], meaning: null, words: [], tags: [] },
        ...{ note: `${'so it was '.repeat(20)}${index}`, source: 'page', precision: 'minute', nudgeId: null },
      }
      const month = Temporal.Instant.fromEpochMilliseconds(at).toString().slice(0, 7)
      return [`history/line/${month}/checkIns/${id}`, row]
    }),
  )

/** What the person had, and one answer more, after which the browser was closed or killed. */
const fill = async (store: DatabaseStore, ending: 'close' | 'kill'): Promise<string> => {
  const profile = freshFolder('filled')
  const driver = await launchOn(store, profile)
  await putLocal(driver, filledLines(await driver.bare.evaluate(() => Date.now())))
  const page = await driver.open('options.html#history')
  await checkInsOnceThereAre(driver, filledCount)
  await page.click('button', text('close'))
  const popup = await driver.open('popup.html')
  await answerFelt(popup, 5)
  await popup.click('button', text('done'))
  await checkInsOnceThereAre(driver, filledCount + 1)
  await driver[ending]()
  return profile
}

/** What a person meets who opens Thaw on damaged files; throws where it is not what they are to meet. */
const meet = async (store: DatabaseStore, profile: string, running: (driver: Driver) => void) => {
  const driver = await launchOn(store, profile)
  running(driver)
  const page = await driver.open('options.html#history')
  // One restoration puts back all that is missing, which the person is told.
  await waitFor('the word of it', async () => (await page.text()).includes('put back'))
  await page.sees(text('entry_felt', 5))
  if ((await page.text()).includes(text('history_empty'))) throw new Error('Greeted as a new user')
  await page.close()

  // The next answer is kept, and the history opens the next time as any other.
  const popup = await driver.open('popup.html')
  await answerFelt(popup, 9)
  await popup.click('button', text('done'))
  await driver.close()
  const again = await launchOn(store, profile)
  running(again)
  const history = await again.open('options.html#history')
  await history.sees(text('entry_felt', 9))
  await again.close()
}

export type Damaging = {
  /** The damages of the store, by name. */
  readonly names: readonly string[]
  /** Throws where it was not found, told and put back. `chance`, in [0, 1), says where it is made. */
  once(name: string, chance: () => number): Promise<void>
  end(): void
}

/** A history is filled once for each way in which the browser ends before. */
export const createDamaging = (store: DatabaseStore): Damaging => {
  const filled = new Map<'close' | 'kill', Promise<string>>()
  const folders = new Set<string>()
  const full = ({ afterKill }: Damage): Promise<string> => {
    const ending = afterKill ? 'kill' : 'close'
    const begun = filled.get(ending) ?? fill(store, ending)
    filled.set(ending, begun)
    return begun
  }
  return {
    names: Object.entries(damages).flatMap(([name, damage]) => (damage.store === store ? [name] : [])),
    once: async (name, chance) => {
      const damage = damages[name]
      if (damage?.store !== store) throw new Error(`${store} has no damage ${name}`)
      const from = await full(damage)
      folders.add(from)
      const profile = freshFolder('damaged')
      // A killed browser leaves its lock behind, which names the folder that it was in.
      const filter = (file: string) => !basename(file).startsWith('Singleton')
      cpSync(from, profile, { recursive: true, filter })
      damage.make(profile, chance)
      let last: Driver | null = null
      try {
        await meet(store, profile, driver => {
          last = driver
        })
      } catch (error) {
        // The next one begins on a machine that is free of this one.
        await (last as Driver | null)?.kill().catch(() => {})
        throw error
      } finally {
        dropFolder(profile)
      }
    },
    end: () => {
      for (const folder of folders) dropFolder(folder)
    },
  }
}

export type DamageFigures = {
  readonly name: string
  readonly times: number
  /** What went wrong the other times. */
  readonly failed: readonly string[]
}

/** Makes each damage of the store so often, every time at another place; `told` hears of each kind. */
export const runDamages = async (
  store: DatabaseStore,
  times: number,
  chance: () => number,
  told: (figures: DamageFigures) => void,
): Promise<readonly DamageFigures[]> => {
  const damaging = createDamaging(store)
  const all: DamageFigures[] = []
  for (const name of damaging.names) {
    const failed: string[] = []
    for (let time = 0; time < times; time += 1) {
      try {
        await damaging.once(name, chance)
      } catch (error) {
        failed.push(error instanceof Error ? error.message : String(error))
      }
    }
    const figures = { name, times, failed }
    all.push(figures)
    told(figures)
  }
  damaging.end()
  return all
}

export const damageLine = (store: DatabaseStore, { name, times, failed }: DamageFigures): string =>
  `${store}, ${name}: found, told and put back ${times - failed.length} of ${times} times${failed.map(why => `\n  ${why}`).join('')}`
