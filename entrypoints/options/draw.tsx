/** Draws the main page on whatever history it is given: each section is loaded when it is opened. */
import { type ComponentChildren, render } from 'preact'
import { OptionsPage } from '../../components/options/OptionsPage.tsx'
import { createSections, type SectionLoader } from '../../components/options/sections.ts'
import '../../components/styles/base.css'
import { composeOptions } from '../../lib/app/compose-options.ts'
import { markLanguage } from '../../lib/platform/i18n.ts'
import { mayDraw } from '../../lib/platform/may-draw.ts'
import { open as openHistory } from './sections/history.tsx'
import type { OpenSection, Parts } from './sections/open-section.ts'

export const drawMainPage = async (parts: Parts, banner?: ComponentChildren): Promise<void> => {
  await mayDraw()
  markLanguage(document.documentElement)
  const options = composeOptions(parts, location.hash)
  const from =
    (load: () => Promise<{ readonly open: OpenSection }>): SectionLoader =>
    async () =>
      (await load()).open(parts, options)
  const sections = createSections({
    today: from(() => import('./sections/today.tsx')),
    history: from(async () => ({ open: openHistory })),
    pauses: from(() => import('./sections/pauses.tsx')),
    reflect: from(() => import('./sections/reflect.tsx')),
    learn: from(() => import('./sections/learn.tsx')),
    nudges: from(() => import('./sections/nudges.tsx')),
    words: from(() => import('./sections/words.tsx')),
    data: from(() => import('./sections/data.tsx')),
    look: from(() => import('./sections/look.tsx')),
    help: from(() => import('./sections/help.tsx')),
  })
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
  void options.load()
  void parts.labels.load()
}
