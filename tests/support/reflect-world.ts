/** The Reflect page over a page's world in memory: what stood there before, and forms of its own. */
import { createReflectPage } from '../../lib/app/reflect-page.ts'
import { createReflectionForm } from '../../lib/app/reflection-form.ts'
import type { OpenReflection } from '../../lib/core/open-reflection.ts'
import type { Fields, ReflectionType } from '../../lib/core/records.ts'
import { momentOf } from '../../lib/core/time.ts'
import { memorySlot, seededChance } from './fakes.ts'
import { pageWorld } from './page-world.ts'

export const reflectWorld = (now?: string) => {
  const world = pageWorld(now)
  const { later } = world.timers
  const reflect = createReflectPage({ ...world, later })
  return {
    world,
    reflect,
    form: () =>
      createReflectionForm({
        ...world,
        chance: seededChance(5),
        reflect,
        slot: memorySlot<OpenReflection>(),
        later,
      }),
    /** Keeps something that was written at `iso`; gives back its id. */
    written: async (iso: string, type: ReflectionType, fields: Fields<'reflections'>['fields']) => {
      const moment = momentOf(Temporal.ZonedDateTime.from(iso))
      const id = world.chance.id(moment.at)
      await world.records.save('reflections', id, () => ({ ...moment, type, fields }))
      return id
    },
    stored: async (id: string) => {
      const found = await world.records.get('reflections', id)
      return found.ok ? found.value : null
    },
  }
}
