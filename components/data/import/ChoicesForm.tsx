/** A file of another app, before it becomes records: what its moods come to, and in which zone its times were lived. */
import { useId } from 'preact/hooks'
import type { ImportChoices } from '../../../lib/app/import-choices.ts'
import type { ZipParts } from '../../../lib/core/file-read.ts'
import type { Step } from '../../../lib/core/records.ts'
import { plural, t } from '../../../lib/platform/i18n.ts'
import { pleasantKeys, steps, stepText } from '../../fields/scale-texts.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './ChoicesForm.module.css'
import { formatText, zipText } from './import-texts.ts'
import step from './Step.module.css'

type Props = {
  readonly file: string
  readonly zip: ZipParts | null
  readonly choices: ImportChoices
  readonly onGo: () => void
  readonly onLeave: () => void
}

const out = 'out'

const Moods = ({ choices }: { readonly choices: ImportChoices }) => {
  const id = useId()
  const mapping = choices.mapping.value
  const options = [
    { value: out, label: t('import_mood_out') },
    ...steps.map(value => ({ value: String(value), label: stepText(pleasantKeys, value) ?? '' })),
  ]
  const leftOut = choices.leftOut.value
  return (
    <div class={step['group']}>
      <p id={id}>{t('import_moods_hint')}</p>
      <fieldset class={styles['moods']} aria-label={t('import_moods')} aria-describedby={id}>
        {choices.moods.map(({ key, label, count }) => (
          <Select
            key={key}
            label={plural('import_mood', count, label)}
            options={options}
            value={String(mapping.get(key) ?? out)}
            onChoose={value => choices.map(key, value === out ? null : (Number(value) as Step))}
          />
        ))}
      </fieldset>
      <p class={step['soft']}>
        {leftOut === 0 ? t('import_left_out_none') : plural('import_left_out', leftOut)}
      </p>
    </div>
  )
}

export const ChoicesForm = ({ file, zip, choices, onGo, onLeave }: Props) => (
  <div class={step['step']}>
    <div class={step['group']}>
      <h3 class={step['title']} tabIndex={-1}>
        {choices.moods.length > 0 ? t('import_choices_title', file) : t('import_choices_title_none', file)}
      </h3>
      <p class={step['soft']}>{plural('import_entries', choices.entries, formatText(choices.format))}</p>
      {zip && <p>{zipText(zip)}</p>}
    </div>
    {choices.moods.length > 0 && <Moods choices={choices} />}
    <p>{t('import_felt_hint')}</p>
    {choices.needsZone && (
      <div class={step['group']}>
        <p>{t('import_zone_hint')}</p>
        <Select
          label={t('import_zone')}
          value={choices.zone.value}
          options={choices.zones.map(value => ({ value, label: value.replaceAll('_', ' ') }))}
          onChoose={choices.setZone}
        />
      </div>
    )}
    <div class={step['buttons']}>
      <Button look="main" onPress={onGo}>
        {t('import_choices_go')}
      </Button>
      <Button onPress={onLeave}>{t('import_other_file')}</Button>
    </div>
  </div>
)
