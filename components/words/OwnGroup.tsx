/** A group of words or tags in Settings: two examples when folded; every one of them and a field for own ones when open. */
import type { OwnKind } from '../../lib/app/own-words.ts'
import type { WordsPage } from '../../lib/app/words.ts'
import type { Listed } from '../../lib/core/word-list.ts'
import { formatTerms, t } from '../../lib/platform/i18n.ts'
import { AboutThis } from '../learn/AboutThis.tsx'
import { AddOwn } from './AddOwn.tsx'
import styles from './OwnGroup.module.css'
import { OwnRow } from './OwnRow.tsx'
import { groupLabel } from './own-texts.ts'

type Props = {
  readonly model: WordsPage
  readonly kind: OwnKind
  readonly group: { readonly id: string; readonly items: readonly Listed[] }
}

export const OwnGroup = ({ model, kind, group: { id, items } }: Props) => {
  const list = model.lists[kind].value
  const open = model.isUnfolded(kind, id)
  const examples = items
    .filter(item => !item.hidden)
    .slice(0, 2)
    .map(item => list.labelOf(item.id))
  return (
    <div class={styles['group']}>
      <h3 class={styles['title']}>
        <button
          type="button"
          class={styles['name']}
          aria-expanded={open}
          onClick={() => model.unfold(kind, id, !open)}
        >
          {groupLabel(kind, id)}
          {!open && <span class={styles['examples']}>{formatTerms(examples)}</span>}
        </button>
      </h3>
      {open && (
        <div class={styles['inside']}>
          {items.length === 0 && <p class={styles['examples']}>{t('own_empty_group')}</p>}
          <ul aria-label={groupLabel(kind, id)}>
            {items.map(item => (
              <OwnRow key={item.id} model={model} kind={kind} item={item} />
            ))}
          </ul>
          <AboutThis {...{ [kind]: items.map(item => item.id) }} />
          <AddOwn model={model} kind={kind} group={id} />
        </div>
      )}
    </div>
  )
}
