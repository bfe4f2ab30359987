/** Something of yours: a way to keep a line, and those that were kept, one at a time and when it is asked for. */
import type { Keepsakes } from '../../lib/app/keepsakes.ts'
import type { ReflectionForm } from '../../lib/app/reflection-form.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Keepsake } from '../keepsake/Keepsake.tsx'
import { Button } from '../ui/Button.tsx'
import { Entries } from './Entries.tsx'
import { FormInputs } from './FormInputs.tsx'

type Props = {
  readonly model: Keepsakes
  readonly form: ReflectionForm
}

const inputs = [{ kind: 'text', field: 'text', label: 'reflect_keep_line', long: true }] as const

export const Kept = ({ model, form }: Props) => (
  <>
    {model.offered.value ? <Keepsake model={model} untitled /> : <p>{t('reflect_keepsakes_far')}</p>}
    <Entries
      items={[]}
      form={form}
      fields={<FormInputs inputs={inputs} form={form} />}
      begin={<Button onPress={() => void form.begin('line', { kept: true })}>{t('reflect_keep')}</Button>}
      none={null}
      onEdit={() => {}}
      onDelete={() => {}}
    >
      {() => null}
    </Entries>
  </>
)
