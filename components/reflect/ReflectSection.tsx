/** Library → Reflect: a quiet list of what can be written down and was, and the one kind that is open. */
import type { FunctionComponent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { ReflectPage } from '../../lib/app/reflect-page.ts'
import type { ReflectKind } from '../../lib/core/reflect-kinds.ts'
import { messageKey, plural, t } from '../../lib/platform/i18n.ts'
import { Fold } from '../fields/Fold.tsx'
import { Removed } from '../history/Removed.tsx'
import { StoreNotice } from '../options/StoreNotice.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './ReflectSection.module.css'

/** What stands in each kind, in the order of the list; a kind without a part is not listed. */
export type ReflectParts = readonly {
  readonly kind: ReflectKind
  readonly Part: FunctionComponent
}[]

type Props = { readonly model: ReflectPage; readonly parts: ReflectParts }

type RowProps = { readonly kind: ReflectKind; readonly count: number; readonly onOpen: () => void }

const title = (kind: ReflectKind): string => t(messageKey('reflect_kind', kind))

const Row = ({ kind, count, onOpen }: RowProps) => (
  <li>
    <button type="button" class={styles['kind']} data-kind={kind} onClick={onOpen}>
      <span class={styles['name']}>{title(kind)}</span>
      <span class={styles['soft']}>
        {count > 0 ? plural('reflect_written', count) : t(messageKey('reflect_about', kind))}
      </span>
    </button>
  </li>
)

/** Those that are used stand open; while nothing is, all do. */
const Kinds = ({ model, parts }: Props) => {
  const [unfolded, setUnfolded] = useState(false)
  const counts = model.counts.value
  if (counts === null) return null
  const rows = (used: boolean) => (
    <ul class={styles['kinds']}>
      {parts
        .filter(({ kind }) => counts.has(kind) === used)
        .map(({ kind }) => (
          <Row key={kind} kind={kind} count={counts.get(kind) ?? 0} onOpen={() => model.open(kind)} />
        ))}
    </ul>
  )
  const used = parts.filter(({ kind }) => counts.has(kind)).length
  if (used === 0) {
    return (
      <>
        <p>{t('reflect_empty')}</p>
        {rows(false)}
      </>
    )
  }
  return (
    <>
      {rows(true)}
      {used < parts.length && (
        <Fold label={t('reflect_more')} hint={t('reflect_more_hint')} open={unfolded} onOpen={setUnfolded}>
          {rows(false)}
        </Fold>
      )}
    </>
  )
}

export const ReflectSection = ({ model, parts }: Props) => {
  const section = useRef<HTMLElement>(null)
  const left = useRef<ReflectKind | null>(null)
  const problem = model.problem.value
  const place = model.place.value
  const open = parts.find(({ kind }) => kind === place)

  useEffect(() => {
    const element = section.current
    // A form that stands open there has taken the focus itself.
    const isForm = element?.querySelector('[data-part="form"]') !== null
    if (place !== null && !isForm) element?.querySelector('h2')?.focus()
    else if (place === null && left.current !== null) {
      const row = element?.querySelector<HTMLElement>(`[data-kind="${left.current}"]`)
      ;(row ?? element?.querySelector('h1'))?.focus()
    }
    left.current = place
  }, [place])

  /** Whatever stands open in a kind folds first. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented || !open) return
    if (event.target instanceof HTMLInputElement && event.target.type === 'search') return
    model.back()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape does what the button at its beginning does.
    <section ref={section} class={styles['reflect']} onKeyDown={onKeyDown}>
      <div class={styles['lead']}>
        <h1 tabIndex={-1}>{t('section_reflect')}</h1>
        {!open && <p class={styles['soft']}>{t('reflect_lead')}</p>}
      </div>
      {problem?.doing === 'open' && <StoreNotice {...problem} onTryAgain={() => void model.tryAgain()} />}
      {open ? (
        <div class={styles['part']}>
          <div class={styles['back']}>
            <Button look="quiet" onPress={model.back}>
              {t('reflect_all')}
            </Button>
          </div>
          <h2 tabIndex={-1}>{title(open.kind)}</h2>
          <open.Part />
        </div>
      ) : (
        <Kinds model={model} parts={parts} />
      )}
      {model.counts.value === null && !problem && <p class={styles['loading']}>{t('library_loading')}</p>}
      <div class={styles['notices']}>
        <Removed removal={model.removal.value} onUndo={() => void model.undo()} />
        {problem?.doing === 'save' && <StoreNotice {...problem} onTryAgain={() => void model.tryAgain()} />}
      </div>
    </section>
  )
}
