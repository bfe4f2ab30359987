/** "Talk to someone" as its screen sees it. */
import { describe, expect, test, vi } from 'vitest'
import { createHelp, elsewhere, guessCountry } from '../../lib/app/help.ts'
import { pageWorld } from '../support/page-world.ts'

const open = async (languages: readonly string[], world = pageWorld()) => {
  const copy = vi.fn<(text: string) => Promise<boolean>>().mockResolvedValue(true)
  const help = createHelp({ ...world, languages, copy })
  await help.load()
  return { help, world, copy }
}

describe('the country', () => {
  test('is guessed from a region alone, never from a language', () => {
    expect(guessCountry(['de-DE', 'en-US'])).toBe('DE')
    expect(guessCountry(['en', 'en-NZ'])).toBe('NZ')
    expect(guessCountry(['zh-Hant-TW'])).toBe('TW')
    expect(guessCountry(['en', 'pt', 'es-419', 'not a tag', ''])).toBeNull()
    expect(guessCountry([])).toBeNull()
  })

  test('without a region shows no number at all', async () => {
    const { help } = await open(['en'])
    expect(help.country.value).toBeNull()
    expect(help.emergency.value).toBeNull()
    expect(help.lines.value).toEqual([])
  })

  test('shows its own numbers and no other', async () => {
    const { help } = await open(['de-DE'])
    expect(help.emergency.value?.number).toBe('112')
    expect(help.lines.value.map(line => line.number)).toEqual(['0800 111 0 111'])
    await help.choose('US')
    expect(help.emergency.value?.number).toBe('911')
    expect(help.lines.value.every(line => line.country === 'US')).toBe(true)
  })

  test('without a confirmed line stands in the list and has none', async () => {
    const { help } = await open(['pt-BR'])
    expect(help.country.value).toBe('BR')
    expect(help.countries.value).toContain('BR')
    expect(help.lines.value).toEqual([])
    expect(help.emergency.value).toBeNull()
  })

  test('is remembered once it is chosen, also "another country"', async () => {
    const { help, world } = await open(['de-DE'])
    expect((await world.settings.read()).country).toBeNull()
    await help.choose('GB')
    expect((await open(['de-DE'], world)).help.country.value).toBe('GB')
    await help.choose(elsewhere)
    const again = (await open(['de-DE'], world)).help
    expect(again.country.value).toBe(elsewhere)
    expect(again.countries.value).not.toContain(elsewhere)
    expect(again.lines.value).toEqual([])
  })
})

test('opening it keeps nothing', async () => {
  const { help, world } = await open(['de-DE'])
  help.showChoice()
  await help.copy('116 123')
  expect(world.values.kept.size).toBe(0)
  expect(world.changes.announced).toEqual([])
  expect(world.told).toEqual([])
})

test('copying says whether the browser did it', async () => {
  const { help, copy } = await open(['de-DE'])
  await help.copy('116 123')
  expect(copy).toHaveBeenCalledWith('116 123')
  expect(help.copied.value).toEqual({ text: '116 123', ok: true })
  copy.mockResolvedValue(false)
  await help.copy('112')
  expect(help.copied.value).toEqual({ text: '112', ok: false })
})

describe('the age of numbers', () => {
  test('is no matter while they were checked lately', async () => {
    const { help } = await open(['de-DE'], pageWorld('2027-03-01T12:00[Europe/Berlin]'))
    expect(help.old.value).toBe(false)
  })

  test('puts the directory first once it is too great, and the numbers stay', async () => {
    const { help } = await open(['de-DE'], pageWorld('2028-01-01T12:00[Europe/Berlin]'))
    expect(help.old.value).toBe(true)
    expect(help.lines.value).toHaveLength(1)
    await help.choose('FR')
    expect(help.old.value).toBe(false)
  })
})

describe('people one trusts', () => {
  test('are read from the own list and added to it', async () => {
    const { help, world } = await open(['de-DE'])
    expect(help.people.items.value).toBeNull()
    await help.people.load()
    expect(help.people.items.value).toEqual([])
    expect(help.people.add('person', '  Ada ')).toBe('Ada')
    await vi.waitFor(async () => {
      const kept = await world.records.all('reflections')
      expect(kept.ok && kept.value.map(({ type, fields }) => ({ type, ...fields }))).toEqual([
        { type: 'person', name: 'Ada' },
      ])
    })
  })

  test('who could not be kept wait, and are kept when tried again', async () => {
    const { help, world } = await open(['de-DE'])
    await help.people.load()
    world.store.problem = { kind: 'full' }
    help.people.add('person', 'Ada')
    await vi.waitFor(() => expect(help.unkept.value).toEqual({ kind: 'full' }))
    world.store.problem = null
    await help.tryAgain()
    expect(help.unkept.value).toBeNull()
    const kept = await world.records.all('reflections')
    expect(kept.ok && kept.value).toHaveLength(1)
  })
})
