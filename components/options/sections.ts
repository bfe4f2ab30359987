/** The sections of the main page, each loaded when it is first opened and kept from then on. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { FunctionComponent } from 'preact'
import type { Section } from '../../lib/app/options.ts'

/** Brings the code of a section and makes what it shows. */
export type SectionLoader = () => Promise<FunctionComponent>

/** `failed` where the code could not be read, as after an update under an open page. */
export type SectionView = FunctionComponent | 'failed'

export type Sections = {
  /** What is there so far. */
  readonly views: ReadonlySignal<ReadonlyMap<Section, SectionView>>
  /** Resolves once the section is there or has failed; nothing is loaded twice. */
  load(section: Section): Promise<void>
}

/** `loaderOf` is asked when a section is first opened. */
export const createSections = (loaderOf: (section: Section) => SectionLoader): Sections => {
  const views = signal<ReadonlyMap<Section, SectionView>>(new Map())
  const begun = new Map<Section, Promise<void>>()

  const bring = async (section: Section) => {
    const view = await loaderOf(section)().catch((): SectionView => 'failed')
    views.value = new Map(views.value).set(section, view)
  }

  return {
    views,
    load: section => {
      const loading = begun.get(section) ?? bring(section)
      begun.set(section, loading)
      return loading
    },
  }
}
