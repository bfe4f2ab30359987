/** Data & privacy → Bring in a file: one step of an import at a time, and the imports before it. */
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks'
import { formatList, t } from '../../../lib/platform/i18n.ts'
import { Earlier } from './Earlier.tsx'
import styles from './ImportPart.module.css'
import { ImportSteps } from './ImportSteps.tsx'
import type { ImportParts } from './import-parts.ts'
import { shownOf, spokenOf, titleOf } from './said.ts'
import { useFileDrop } from './use-file-drop.ts'

export const ImportPart = ({ model, list, saveUnread, zone }: ImportParts) => {
  const id = useId()
  const drop = useFileDrop(files => void model.add(files))
  const current = model.step.value
  const waiting = model.waiting.value
  const steps = useRef<HTMLDivElement>(null)
  const kind = useRef(current.kind)
  const inside = steps.current?.contains(document.activeElement) ?? false
  useEffect(() => {
    void model.load()
    void list.load()
  }, [model, list])
  useEffect(() => {
    if (current.kind === 'reading') list.forget()
  }, [current.kind, list])
  // A press takes away what was pressed: the reading goes on with the step that comes in its place.
  useLayoutEffect(() => {
    if (kind.current === current.kind) return
    kind.current = current.kind
    if (!inside || steps.current?.contains(document.activeElement)) return
    const find = (what: string) => steps.current?.querySelector<HTMLElement>(what)
    const first = find('input[type="password"]') ?? find('[tabindex="-1"], input, button')
    ;(first ?? steps.current)?.focus()
  })
  return (
    <section
      class={drop.over ? `${styles['part']} ${styles['over']}` : styles['part']}
      aria-labelledby={id}
      {...drop.target}
    >
      <h2 id={id}>{t(titleOf(current, model.empty.value))}</h2>
      <div ref={steps} class={styles['steps']} tabIndex={-1}>
        <ImportSteps model={model} list={list} saveUnread={saveUnread} />
      </div>
      {current.kind !== 'done' && current.kind !== 'waiting' && waiting.length > 0 && (
        <p class={styles['soft']}>{t('import_waiting', formatList(waiting))}</p>
      )}
      <div role="status" class={current.kind === 'refused' ? styles['problem'] : styles['said']}>
        {shownOf(current, model.file.value).map(sentence => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <p role="status" class="hidden-text">
        {spokenOf(current)}
      </p>
      <Earlier list={list} zone={zone()} latest={current.kind === 'done' ? current.id : null} />
    </section>
  )
}
