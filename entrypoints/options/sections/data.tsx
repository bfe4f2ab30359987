/** Settings → Data & privacy: composed and drawn. */
import { DataSection } from '../../../components/data/DataSection.tsx'
import { composeData } from '../../../lib/app/compose-data.ts'
import type { OpenSection } from './open-section.ts'

export const open: OpenSection = async parts => {
  const models = composeData(parts, (await parts.loadOwnData?.()) ?? null)
  return () => <DataSection {...models} />
}
