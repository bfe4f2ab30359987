/** One word or tag of the lists in Settings: what it is called and where that comes from, with Hide and Change. */
import type { OwnKind } from '../../lib/app/own-words.ts'
import type { WordsPage } from '../../lib/app/words.ts'
import type { Listed } from '../../lib/core/word-list.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { OwnForm } from './OwnForm.tsx'
import styles from './OwnRow.module.css'
import { groupLabel } from './own-texts.ts'

type Props = {
  readonly model: WordsPage
  readonly kind: OwnKind
  readonly item: Listed
  /** Where rows of several groups stand together, each names its own. */
  readonly named?: boolean
}

export const OwnRow = ({ model, kind, item, named }: Props) => {
  const { id, group, own, hidden, renamed } = item
  const open = model.open.value
  const label = model.lists[kind].value.labelOf(id)
  const about = [
    named && groupLabel(kind, group),
    own && t('own_is_own'),
    renamed && t('own_is_renamed', model.nameOf(kind, id)),
    hidden && t('own_is_hidden'),
  ].filter(part => part !== false && part !== undefined)
  return (
    <li data-row={`${kind} ${id}`}>
      {open?.kind === kind && open.id === id ? (
        <OwnForm model={model} open={open} own={own} />
      ) : (
        <div class={styles['row']}>
          <p class={styles['words']}>
            <bdi class={hidden ? styles['soft'] : undefined}>{label}</bdi>
            {about.length > 0 && <span class={styles['about']}>{about.join('\u00a0· ')}</span>}
          </p>
          <div class={styles['buttons']}>
            <Button
              look="quiet"
              name={t(hidden ? 'own_show_spoken' : 'own_hide_spoken', label)}
              onPress={() => void model.hide(kind, id, !hidden)}
            >
              {t(hidden ? 'own_show' : 'own_hide')}
            </Button>
            <Button look="quiet" name={t('own_change_spoken', label)} onPress={() => model.start(kind, id)}>
              {t('own_change')}
            </Button>
          </div>
        </div>
      )}
    </li>
  )
}
