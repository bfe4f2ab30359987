/** Settings → About: composed and drawn. */
import { AboutSection } from '../../../components/about/AboutSection.tsx'
import { composeAbout } from '../../../lib/app/compose-about.ts'
import type { OpenSection } from './open-section.ts'

export const open: OpenSection = () => {
  const model = composeAbout()
  return () => <AboutSection model={model} />
}
