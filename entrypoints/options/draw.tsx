/** Draws the main page on whatever history it is given: each section is loaded when it is opened. */
import { type ComponentChildren, render } from 'preact'
import { asksForKeys } from '../../components/options/asks-for-keys.ts'
import { OptionsPage } from '../../components/options/OptionsPage.tsx'
import { createSections } from '../../components/options/sections.ts'
import '../../components/styles/base.css'
import { composeOptions } from '../../lib/app/compose-options.ts'
import { composeWatched } from '../../lib/app/compose-watched.ts'
import { markLanguage } from '../../lib/platform/i18n.ts'
import { mayDraw } from '../../lib/platform/may-draw.ts'
import { all } from './sections/all.ts'
import type { Parts } from './sections/open-section.ts'

export const drawMainPage = async (given: Parts, banner?: ComponentChildren): Promise<void> => {
  await mayDraw()
  // Heard from the first moment; what answers comes then. A page that goes on under an update has no list of keys.
  addEventListener('keydown', event => {
    if (!asksForKeys(event)) return
    void import('./keys.tsx').then(
      ({ openKeys }) => openKeys(),
      () => {},
    )
  })
  const parts = composeWatched(given, async () => (await import('./note-card.tsx')).lookAt(given))
  markLanguage(document.documentElement)
  const options = composeOptions(parts, location.hash)
  const open = (section: keyof typeof all) => async () => (await all[section]()).open(parts, options)
  const sections = createSections(open)
  // The frame and the section come into sight together.
  await sections.load(options.section.value)
  render(
    <OptionsPage
      options={options}
      labels={parts.labels}
      sections={sections}
      lock={parts.lockFrame}
      banner={banner}
    />,
    document.getElementById('app') as HTMLElement,
  )
  // The first picture waits for neither what was lost nor how text is typed.
  requestIdleCallback(() => void options.load(), { timeout: 500 })
  void parts.labels.load()
}
