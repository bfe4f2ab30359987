/** One pause of the Library: its name, its line, a star and Try; its details, or its form, when it is open. */
import type { Library, LibraryPause } from '../../lib/app/library.ts'
import { t } from '../../lib/platform/i18n.ts'
import { pauseLength } from '../pause/pause-texts.ts'
import { Button } from '../ui/Button.tsx'
import { kindText } from './library-texts.ts'
import { PauseDetails } from './PauseDetails.tsx'
import { PauseForm } from './PauseForm.tsx'
import styles from './PauseRow.module.css'
import { Star } from './Star.tsx'

type Props = {
  readonly model: Library
  readonly one: LibraryPause
  /** Where pauses of several kinds stand together, each names its own. */
  readonly named: boolean
}

export const PauseRow = ({ model, one, named }: Props) => {
  const { pause, title, about } = one
  const { id } = pause
  const draft = model.form.open.value
  const open = model.open.value === id
  const facts = [pauseLength(pause), named && kindText(pause.kind)].filter(fact => fact !== false)
  if (draft?.id === id)
    return (
      <li data-row={id}>
        <PauseForm model={model} draft={draft} title={title} />
      </li>
    )
  return (
    <li data-row={id}>
      <div class={styles['row']}>
        <h3 class={styles['title']} data-part="name">
          <button
            type="button"
            class={styles['name']}
            aria-expanded={open}
            onClick={() => model.show(open ? null : id)}
          >
            <bdi>{title}</bdi>
          </button>
        </h3>
        <div class={styles['buttons']}>
          {!one.hidden && (
            <span data-part="star">
              <Star title={title} on={one.favourite} onToggle={on => void model.setFavourite(id, on)} />
            </span>
          )}
          <span data-part="try">
            <Button name={t('library_try_spoken', title)} onPress={() => void model.start(id)}>
              {t('library_try')}
            </Button>
          </span>
        </div>
        <div class={styles['about']}>
          {about && (
            <p>
              <bdi>{about}</bdi>
            </p>
          )}
          <p class={styles['soft']}>{facts.join('\u00a0· ')}</p>
        </div>
      </div>
      {open && <PauseDetails model={model} one={one} />}
    </li>
  )
}
