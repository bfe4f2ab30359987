/** What is typed into the forms of the main page: it outlives the browser and a lock, and an update waits while somebody is at it. */
import { beforeEach, describe, expect, test } from 'vitest'
import { composeHistoryForms } from '../../lib/app/compose-history-forms.ts'
import { composeLibrary } from '../../lib/app/compose-library.ts'
import { composeLookAround } from '../../lib/app/compose-look-around.ts'
import { composePatterns } from '../../lib/app/compose-patterns.ts'
import { composeReflect } from '../../lib/app/compose-reflect.ts'
import { createDraftSlot } from '../../lib/app/draft-slot.ts'
import { formWasOpen } from '../../lib/app/form-drafts.ts'
import type { PageParts } from '../../lib/app/page-parts.ts'
import { createSlot } from '../../lib/platform/slots.ts'
import { isSecret } from '../../lib/store/lock/secret-keys.ts'
import { memoryValues } from '../../lib/store/memory-values.ts'
import { completeFakeBrowser } from '../support/fakes.ts'
import { speak } from '../support/speak.ts'

beforeEach(() => {
  completeFakeBrowser()
  speak()
})

type Form = {
  readonly type: (parts: PageParts) => Promise<unknown>
  /** What stands in the form of a page that is opened. */
  readonly opened: (parts: PageParts) => Promise<unknown>
}

const forms: { readonly [name: string]: Form } = {
  'a past check-in': {
    type: async parts => {
      const { past } = await composeHistoryForms(parts)
      past.begin()
      past.type('heron')
    },
    opened: async parts => (await composeHistoryForms(parts)).past.open.value?.edit.note,
  },
  'a marker': {
    type: async parts => {
      const { marker } = await composeHistoryForms(parts)
      marker.begin()
      marker.change({ type: 'own', text: 'heron' })
    },
    opened: async parts => (await composeHistoryForms(parts)).marker.open.value?.text,
  },
  'a pause of one’s own': {
    type: async parts => {
      const { form } = composeLibrary(parts)
      form.start(null)
      form.type({ name: 'heron' })
    },
    opened: async parts => {
      const { form } = composeLibrary(parts)
      await form.load()
      return form.open.value?.name
    },
  },
  'the look-back': {
    type: async parts => composePatterns(parts).lookBack.type('was', 'heron'),
    opened: async parts => {
      const { lookBack } = composePatterns(parts)
      await lookBack.load()
      return lookBack.draft.value.was
    },
  },
  'a line in Reflect': {
    type: async parts => {
      const { keeping } = composeReflect(parts)
      await keeping.begin('line')
      keeping.write('text', 'heron')
    },
    opened: async parts => {
      const { keeping } = composeReflect(parts)
      await keeping.load()
      return keeping.open.value?.values['text']
    },
  },
}

describe.each(Object.entries(forms))('%s', (_name, { type, opened }) => {
  test('is there again after the browser was closed, and is a secret under a lock', async () => {
    const { parts } = composeLookAround()
    const before = await parts.local.keys()
    await type(parts)
    const [key, ...others] = (await parts.local.keys()).filter(one => !before.includes(one))
    expect([key && isSecret(key), others]).toEqual([true, []])
    expect(await opened({ ...parts, session: memoryValues() })).toBe('heron')
  })
})

const read = (stored: unknown) => stored as { readonly open: boolean; readonly text: string }

const slotWorld = () => {
  const [local, session] = [memoryValues(), memoryValues()]
  let held = 0
  const slot = createDraftSlot({
    lasting: createSlot(local, 'past', read),
    fleeting: createSlot(session, 'past', read),
    holdsText: ({ text }) => text !== '',
    isInUse: ({ open, text }) => open && text !== '',
    holdBusy: () => {
      held += 1
      return () => {
        held -= 1
      }
    },
  })
  return { slot, local, session, held: () => held }
}

describe('a draft', () => {
  test('that holds nothing stands open for as long as the browser runs, and is what stood there last', async () => {
    const { slot, local, session } = slotWorld()
    await slot.write({ open: true, text: '' })
    expect(await local.keys()).toEqual([])
    expect(await formWasOpen({ local, session })).toBe(true)
    await slot.write({ open: false, text: 'heron' })
    expect(await slot.read()).toEqual({ open: false, text: 'heron' })
    expect(await formWasOpen({ local, session })).toBe(false)
    await slot.write({ open: true, text: '' })
    expect(await slot.read()).toEqual({ open: true, text: '' })
    await slot.write(null)
    expect([await local.keys(), await session.keys(), await slot.read()]).toEqual([[], [], null])
  })

  test('lets an update wait while its form stands open with something in it', async () => {
    const { slot, held } = slotWorld()
    const steps: number[] = []
    for (const draft of [
      { open: true, text: '' },
      { open: true, text: 'h' },
      { open: true, text: 'he' },
      { open: false, text: 'he' },
    ]) {
      await slot.write(draft)
      steps.push(held())
    }
    await slot.write({ open: true, text: 'he' })
    await slot.write(null)
    expect([...steps, held()]).toEqual([0, 1, 1, 0, 0])
  })

  test('that was left in an open form lets an update wait as soon as it stands there again', async () => {
    const { slot, local, held } = slotWorld()
    await local.set({ past: { open: true, text: 'heron' } })
    await slot.read()
    expect(held()).toBe(1)
  })
})
