/** What an import came to, in sentences. */
import type { ImportStep } from '../../../lib/app/import-steps.ts'
import { plural, t } from '../../../lib/platform/i18n.ts'

export const doneTexts = ({
  id,
  meeting: { added, changed, returned, same, later, deleted },
  settings,
}: ImportStep & { readonly kind: 'done' }): readonly string[] => [
  ...(added > 0 ? [plural('import_done_added', added)] : []),
  ...(changed > returned ? [plural('import_done_changed', changed - returned)] : []),
  ...(returned > 0 ? [plural('import_done_returned', returned)] : []),
  ...(same + later > 0 ? [plural('import_done_same', same + later)] : []),
  ...(deleted > 0 ? [plural('import_done_deleted', deleted)] : []),
  ...(settings === null ? [] : [t(settings ? 'import_done_settings' : 'import_done_settings_not')]),
  ...(settings && id !== null ? [t('import_done_settings_stay')] : []),
]
