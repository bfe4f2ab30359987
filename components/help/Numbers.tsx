/** The lines of one country, which country that is, and the directory for all others. */
import type { Help } from '../../lib/app/help.ts'
import { formatCountry } from '../../lib/platform/formats.ts'
import { locale, t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { Copied } from './Copied.tsx'
import styles from './HelpSection.module.css'
import { Line } from './Line.tsx'

type Props = { readonly model: Help }

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

const Directory = ({ model }: Props) => (
  <p>
    <a href={model.directory} target="_blank" rel="noreferrer">
      {t('help_elsewhere')}
    </a>
  </p>
)

export const Numbers = ({ model }: Props) => {
  const country = model.country.value
  const lines = model.lines.value
  const known = country !== null && country !== model.elsewhere
  const old = model.old.value
  return (
    <section class={styles['group']}>
      {known && (
        <div class={styles['head']}>
          <h2>{t('help_country', formatCountry(country))}</h2>
          {!model.choosing.value && <Button onPress={model.showChoice}>{t('help_change_country')}</Button>}
        </div>
      )}
      {(model.choosing.value || !known) && <CountryChoice model={model} />}
      {country !== null && lines.length === 0 && <p>{t('help_no_number')}</p>}
      {old && (
        <>
          <p>{t('help_old')}</p>
          <Directory model={model} />
        </>
      )}
      {lines.length > 0 && (
        <ul class={styles['lines']}>
          {lines.map(line => (
            <li key={line.name + line.number}>
              <Line line={line} onCopy={() => void model.copy(line.number)}>
                <Copied model={model} text={line.number} />
              </Line>
            </li>
          ))}
        </ul>
      )}
      {!old && <Directory model={model} />}
    </section>
  )
}
