/** Light things of the person's own, from which the pause of that name lets them pick. */
import type { NameList } from '../../lib/app/people.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Names } from './Names.tsx'

type Props = { readonly model: NameList }

export const LightThings = ({ model }: Props) => (
  <Names model={model} label={t('light_add')}>
    <p>{t('light_lead')}</p>
  </Names>
)
