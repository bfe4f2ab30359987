/** The way into the made-up year; on its own page it leads nowhere and is left out. */
import { t } from '../../lib/platform/i18n.ts'

const page = '/look-around.html'

export const LookAroundLink = () =>
  location.pathname === page ? null : (
    <p>
      <a href={page}>{t('sample_open')}</a>
    </p>
  )
