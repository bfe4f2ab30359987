/** How a section begins: it is given what all sections stand on, and gives back what draws it. */
import type { FunctionComponent } from 'preact'
import type { FrameLock } from '../../../components/options/OptionsPage.tsx'
import type { composeFrameLock } from '../../../lib/app/compose-frame-lock.ts'
import type { composeOptions } from '../../../lib/app/compose-options.ts'
import type { OwnData } from '../../../lib/app/compose-own-data.ts'

/** `loadOwnData` and `lockFrame` are not there where the history is made up. */
export type Parts = Parameters<typeof composeOptions>[0] & {
  readonly loadOwnData?: () => Promise<OwnData>
  readonly lockFrame?: ReturnType<typeof composeFrameLock<FrameLock>>
}

export type OpenSection = (
  parts: Parts,
  options: ReturnType<typeof composeOptions>,
) => FunctionComponent | Promise<FunctionComponent>
