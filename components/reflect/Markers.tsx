/** Markers on the Reflect page: what they are, and the two ways to them; they stand in History. */
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Markers.module.css'

/** `onAdd` asks History for the form of a marker; it opens next. */
export const Markers = ({ onAdd }: { readonly onAdd: () => void }) => (
  <div class={styles['markers']}>
    <p>{t('markers_lead')}</p>
    <div class={styles['ways']}>
      <Button
        look="main"
        onPress={() => {
          onAdd()
          location.hash = '#history'
        }}
      >
        {t('marker_add')}
      </Button>
      <a href="#history">{t('markers_see')}</a>
    </div>
  </div>
)
