/** The pauses of the Library in their groups: favourites, own ones, then by kind, and the hidden ones folded at the end. */
import type { Library, LibraryPause } from '../../lib/app/library.ts'
import { formatNumber, t } from '../../lib/platform/i18n.ts'
import { Fold } from '../fields/Fold.tsx'
import { kindText } from './library-texts.ts'
import { PauseRow } from './PauseRow.tsx'
import styles from './PauseShelf.module.css'

type Props = { readonly model: Library }
type GroupProps = Props & {
  readonly title: string
  readonly pauses: readonly LibraryPause[]
  readonly named?: boolean
}

const Rows = ({ model, title, pauses, named = false }: GroupProps) => (
  <ul aria-label={title}>
    {pauses.map(one => (
      <PauseRow key={one.pause.id} model={model} one={one} named={named} />
    ))}
  </ul>
)

const Group = (props: GroupProps) => (
  <section class={styles['group']}>
    <h2>{props.title}</h2>
    <Rows {...props} />
  </section>
)

export const PauseShelf = ({ model }: Props) => {
  const { favourites, own, kinds, hidden } = model.shelf.value
  const filtering = model.filtering.value
  const written = model.form.open.value?.id
  // What was sought and is hidden is shown, and what is being written does not fold away.
  const unfolded = model.hiddenUnfolded.value || filtering || hidden.some(({ pause }) => pause.id === written)
  return (
    <>
      {favourites.length > 0 ? (
        <Group model={model} title={t('library_favourites')} pauses={favourites} named />
      ) : (
        !filtering && (
          <section class={styles['group']}>
            <h2>{t('library_favourites')}</h2>
            <p class={styles['soft']}>{t('favourites_empty')}</p>
          </section>
        )
      )}
      {own.length > 0 && <Group model={model} title={kindText('own')} pauses={own} />}
      {kinds.map(({ kind, pauses }) => (
        <Group key={kind} model={model} title={kindText(kind)} pauses={pauses} />
      ))}
      {hidden.length > 0 &&
        (filtering ? (
          <Group model={model} title={t('library_hidden')} pauses={hidden} named />
        ) : (
          <Fold
            label={t('library_hidden')}
            hint={formatNumber(hidden.length)}
            open={unfolded}
            onOpen={model.unfoldHidden}
          >
            <Rows model={model} title={t('library_hidden')} pauses={hidden} named />
          </Fold>
        ))}
    </>
  )
}
