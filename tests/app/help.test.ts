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
    expect(help.emergency.value).toBe('112')
    expect(help.lines.value.map(line => line.number)).toEqual(['0800 111 0 111'])
    await help.choose('US')
    expect(help.emergency.value).toBe('911')
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
