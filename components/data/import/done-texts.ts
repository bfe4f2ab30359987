/** What an import came to, in sentences. */
import type { ImportStep } from '../../../lib/app/import-steps.ts'
import { plural, t } from '../../../lib/platform/i18n.ts'

export const doneTexts = ({
  id,
  meeting: { added, changed, same },
  settings,
}: ImportStep & { readonly kind: 'done' }): readonly string[] => [
  ...(added > 0 ? [plural('import_done_added', added)] : []),
  ...(changed > 0 ? [plural('import_done_changed', changed)] : []),
  ...(same > 0 ? [plural('import_done_same', same)] : []),
  ...(settings === null ? [] : [t(settings ? 'import_done_settings' : 'import_done_settings_not')]),
  ...(settings && id !== null ? [t('import_done_settings_stay')] : []),
]
