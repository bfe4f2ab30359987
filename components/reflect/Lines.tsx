/** Lines that were written in a pause or here, newest first. */
import type { WrittenLines } from '../../lib/app/written-lines.ts'
import { t } from '../../lib/platform/i18n.ts'
import { LongText } from '../history/LongText.tsx'
import { Button } from '../ui/Button.tsx'
import { Entries } from './Entries.tsx'
import { FormInputs } from './FormInputs.tsx'

type Props = { readonly model: WrittenLines }

const inputs = [{ kind: 'text', field: 'text', label: 'pause_one_line_text', long: true }] as const

export const Lines = ({ model }: Props) => (
  <Entries
    items={model.entries.value}
    form={model.form}
    fields={<FormInputs inputs={inputs} form={model.form} />}
    begin={
      <Button look="main" onPress={() => void model.begin()}>
        {t('reflect_write_line')}
      </Button>
    }
    none={t('reflect_empty')}
    onEdit={id => void model.edit(id)}
    onDelete={id => void model.remove(id)}
  >
    {({ text, isShut }) => (isShut ? <p>{t('entry_shut')}</p> : <LongText text={text} />)}
  </Entries>
)
