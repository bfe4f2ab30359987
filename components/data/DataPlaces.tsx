/** Data & privacy → On this page: a way to each part, for a page that is long. The address stays what it is. */
import { t } from '../../lib/platform/i18n.ts'
import styles from './DataPlaces.module.css'

type DataPlace = { readonly id: string; readonly title: string }

type Props = {
  readonly places: readonly DataPlace[]
  readonly onGo: (id: string) => void
}

export const DataPlaces = ({ places, onGo }: Props) => (
  <nav aria-labelledby="data-places">
    <h2 id="data-places" class={styles['title']}>
      {t('data_places')}
    </h2>
    <ul class={styles['list']}>
      {places.map(({ id, title }) => (
        <li key={id}>
          <button type="button" class={styles['place']} onClick={() => onGo(id)}>
            {title}
          </button>
        </li>
      ))}
    </ul>
  </nav>
)
