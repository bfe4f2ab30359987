/** Library → Pauses: every pause there is, to be found, tried, starred, hidden and written. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Library } from '../../lib/app/library.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Fold } from '../fields/Fold.tsx'
import { Removed } from '../history/Removed.tsx'
import { StoreNotice } from '../options/StoreNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { LibraryFilters } from './LibraryFilters.tsx'
import styles from './LibrarySection.module.css'
import { newsText } from './library-texts.ts'
import { OfferedPauses } from './OfferedPauses.tsx'
import { PauseForm } from './PauseForm.tsx'
import { PauseShelf } from './PauseShelf.tsx'
import { useReturnFocus } from './return-focus.ts'

type Props = { readonly model: Library }

/** A search field empties itself by Escape, and a list of choices closes. */
const keepsEscape = (element: EventTarget | null): boolean =>
  element instanceof HTMLSelectElement || (element instanceof HTMLInputElement && element.type === 'search')

/** Escape folds what stands open: a form first, then details. What was typed stays. */
const useEscape = (model: Library): void =>
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return
      if (keepsEscape(event.target)) return
      if (model.form.open.value) model.form.close()
      else model.show(null)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [model])

/** A pause that is not in sight is written on top, with the new ones. */
const formOnTop = (model: Library) => {
  const draft = model.form.open.value
  if (!draft) return null
  const { favourites, own, hidden } = model.shelf.value
  return [...favourites, ...own, ...hidden].some(({ pause }) => pause.id === draft.id) ? null : draft
}

const Write = ({ model }: Props) => {
  const draft = formOnTop(model)
  return (
    <div data-row="write">
      {draft ? (
        <PauseForm key={draft.id} model={model} draft={draft} title={draft.id && draft.name} />
      ) : (
        <span data-part="change">
          <Button onPress={() => model.form.start(null)}>
            {t(model.form.begun.value ? 'library_go_on' : 'library_write')}
          </Button>
        </span>
      )}
    </div>
  )
}

export const LibrarySection = ({ model }: Props) => {
  const section = useRef<HTMLElement>(null)
  /** The pause that takes the focus: one that was written, or that comes back. */
  const [goTo, setGoTo] = useState<string | null>(null)
  const problem = model.problem.value
  const removal = model.removal.value
  const news = model.news.value
  const settings = model.offered.settings.value
  const moves = [model.shelf.value, model.open.value, model.form.open.value, model.hiddenUnfolded.value]
  useReturnFocus(section, goTo, () => setGoTo(null), moves)
  useEscape(model)

  useEffect(() => {
    if (news?.what === 'added') setGoTo(model.open.value)
  }, [news, model])

  const tryAgain = () => void model.tryAgain()
  const undo = () => {
    setGoTo(removal?.items[0]?.id ?? null)
    void model.undo()
  }

  return (
    <section ref={section} class={styles['library']}>
      <div class={styles['lead']}>
        <h1 tabIndex={-1}>{t('section_pauses')}</h1>
        <p class={styles['soft']}>{t('library_lead')}</p>
      </div>
      {problem?.doing === 'open' && <StoreNotice {...problem} onTryAgain={tryAgain} />}
      {settings && (
        <Fold
          label={t('library_offered')}
          hint={t('library_offered_hint')}
          open={model.offeredUnfolded.value}
          onOpen={model.unfoldOffered}
        >
          <OfferedPauses model={model.offered} settings={settings} />
        </Fold>
      )}
      {model.ready.value || problem ? (
        <>
          <Write model={model} />
          <LibraryFilters model={model} />
          <PauseShelf model={model} />
        </>
      ) : (
        <p class={styles['loading']}>{t('library_loading')}</p>
      )}
      <p class="hidden-text" role="status">
        {news && newsText(news)}
      </p>
      <div class={styles['notices']}>
        <Removed removal={removal} onUndo={undo} />
        {model.notStarted.value && (
          <Notice urgent>
            <p>{t('pause_not_started')}</p>
          </Notice>
        )}
        {problem?.doing === 'save' && <StoreNotice {...problem} onTryAgain={tryAgain} />}
      </div>
    </section>
  )
}
