/** "Talk to someone": the numbers of one country, a sentence to copy, and a way to find more. */
import type { Help } from '../../lib/app/help.ts'
import { formatCountry } from '../../lib/platform/formats.ts'
import { locale, t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import styles from './HelpSection.module.css'
import { Line } from './Line.tsx'
import { phone } from './phone.ts'

type Props = { readonly model: Help }

const Copied = ({ model, text }: Props & { readonly text: string }) => {
  const copied = model.copied.value
  return (
    <p role="status" class={styles['soft']}>
      {copied?.text === text ? t(copied.ok ? 'copied' : 'err_copy') : ''}
    </p>
  )
}

const CountryChoice = ({ model }: Props) => {
  const byName = new Intl.Collator(locale()).compare
  const countries = model.countries.value
    .map(value => ({ value, label: formatCountry(value) }))
    .sort((one, other) => byName(one.label, other.label))
  return (
    <Select
      label={t('help_country_label')}
      options={[...countries, { value: model.elsewhere, label: t('help_country_other') }]}
      value={model.country.value}
      onChoose={country => void model.choose(country)}
    />
  )
}

const Numbers = ({ model }: Props) => {
  const country = model.country.value
  const known = country !== null && country !== model.elsewhere
  return (
    <section class={styles['group']}>
      {known && (
        <div class={styles['head']}>
          <h2>{t('help_country', formatCountry(country))}</h2>
          {!model.choosing.value && <Button onPress={model.showChoice}>{t('help_change_country')}</Button>}
        </div>
      )}
      {(model.choosing.value || !known) && <CountryChoice model={model} />}
      {country !== null && model.lines.value.length === 0 && <p>{t('help_no_number')}</p>}
      <ul class={styles['lines']}>
        {model.lines.value.map(line => (
          <li key={line.name + line.number}>
            <Line line={line} onCopy={() => void model.copy(line.number)}>
              <Copied model={model} text={line.number} />
            </Line>
          </li>
        ))}
      </ul>
      <p>
        <a class={styles['link']} href={model.directory} target="_blank" rel="noreferrer">
          {t('help_elsewhere')}
        </a>
      </p>
    </section>
  )
}

export const HelpSection = ({ model }: Props) => {
  const emergency = model.emergency.value
  const sentence = t('help_sentence')
  return (
    <section class={styles['help']}>
      <div class={styles['group']}>
        <h1 tabIndex={-1}>{t('help_title')}</h1>
        <p>{t('help_lead')}</p>
        <p class={styles['danger']}>
          {emergency ? t('help_danger', phone(emergency)) : t('help_danger_elsewhere')}
        </p>
      </div>
      <Numbers model={model} />
      <section class={styles['group']}>
        <blockquote class={styles['sentence']}>{sentence}</blockquote>
        <div class={styles['buttons']}>
          <Button onPress={() => void model.copy(sentence)}>{t('help_copy_sentence')}</Button>
          <p class={styles['small']}>{t('copy_hint')}</p>
        </div>
        <Copied model={model} text={sentence} />
      </section>
      <section class={styles['group']}>
        <p class={styles['soft']}>{t('help_limits')}</p>
        <p class={styles['soft']}>{t('help_private')}</p>
      </section>
    </section>
  )
}
