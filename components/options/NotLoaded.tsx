/** Says that a part of the page could not be loaded, as after an update under an open page, and opens it again. */
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'

export const NotLoaded = () => (
  <Notice urgent buttons={<Button onPress={() => location.reload()}>{t('open_again')}</Button>}>
    <p>{t('err_section')}</p>
  </Notice>
)
