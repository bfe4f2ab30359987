/** Settings → Language and look: what Thaw speaks, whether it is light or dark, which places are shown, whether letters are keys, and whether the browser checks spelling. */
import { useEffect, useId, useRef } from 'preact/hooks'
import type { LookPage } from '../../lib/app/look.ts'
import type { SettingSwitch } from '../../lib/app/setting-switch.ts'
import type { Look, OptionalPlace, Theme } from '../../lib/core/look.ts'
import { formatOwnLanguage } from '../../lib/platform/formats.ts'
import { locale, t } from '../../lib/platform/i18n.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Select } from '../ui/Select.tsx'
import styles from './LookSection.module.css'

/** Neither a list nor a radio button has a value that is null. */
const plain = 'plain'
const chosen = <Value extends string>(value: Value | typeof plain): Value | null =>
  value === plain ? null : value

const themeOptions = () =>
  [
    { value: plain, label: t('look_theme_system') },
    { value: 'light', label: t('look_theme_light') },
    { value: 'dark', label: t('look_theme_dark') },
  ] as const satisfies readonly { readonly value: Theme | typeof plain; readonly label: string }[]

type PlacesProps = {
  readonly leftOut: Look['leftOut']
  readonly onShow: (place: OptionalPlace, shown: boolean) => void
}

const PlaceChoices = ({ leftOut, onShow }: PlacesProps) => {
  const hint = useId()
  const box = (place: OptionalPlace, label: string, disabled = false) => (
    <Checkbox
      label={label}
      checked={!disabled && !leftOut.includes(place)}
      disabled={disabled}
      onChange={shown => onShow(place, shown)}
    />
  )
  // Reflect and Learn stand in the row that the Library opens.
  const noLibrary = leftOut.includes('pauses')
  return (
    <fieldset class={styles['places']} aria-describedby={hint}>
      <legend>{t('look_places')}</legend>
      <p id={hint} class={styles['hint']}>
        {t('look_places_hint')}
      </p>
      {box('patterns', t('place_patterns'))}
      {box('pauses', t('place_library'))}
      <div class={styles['within']}>
        {box('reflect', t('section_reflect'), noLibrary)}
        {box('learn', t('section_learn'), noLibrary)}
      </div>
    </fieldset>
  )
}

type ChoicesProps = { readonly model: LookPage; readonly spelling: SettingSwitch }

const Choices = ({ model, spelling }: ChoicesProps) => {
  const page = useRef<HTMLDivElement>(null)
  const look = model.look.value
  const anew = model.anew.value
  useEffect(() => void model.load(), [model])
  useEffect(() => void spelling.load(), [spelling])
  useEffect(() => {
    // The page begins anew in another language; who chose it goes on from there.
    if (anew) page.current?.querySelector('select')?.focus()
  }, [anew])
  if (look === null) return null
  const languages = model.languages.map(language => ({
    value: language,
    label: formatOwnLanguage(language.replace('_', '-')),
  }))
  return (
    <div ref={page} class={styles['choices']}>
      <div class={styles['language']}>
        <Select
          label={t('look_language')}
          options={[{ value: plain, label: t('look_language_browser') }, ...languages]}
          value={look.language ?? plain}
          onChoose={language => void model.chooseLanguage(chosen(language))}
        />
      </div>
      <Choice
        legend={t('look_theme')}
        options={themeOptions()}
        value={look.theme ?? plain}
        onChoose={theme => void model.chooseTheme(chosen(theme))}
      />
      <PlaceChoices leftOut={look.leftOut} onShow={(place, shown) => void model.showPlace(place, shown)} />
      <Checkbox
        label={t('look_letters')}
        hint={t('look_letters_hint')}
        checked={look.letters}
        onChange={on => void model.answerByLetters(on)}
      />
      <Checkbox
        label={t('look_spelling')}
        hint={t('look_spelling_hint')}
        checked={spelling.on.value ?? false}
        onChange={on => void spelling.set(on)}
      />
      <p role="status">{anew ? t('look_language_now', formatOwnLanguage(locale())) : ''}</p>
      {(model.failed.value || spelling.failed.value) && (
        <Notice urgent>
          <p>{t('err_choice')}</p>
        </Notice>
      )}
    </div>
  )
}

type Props = {
  /** null where the history is made up. */
  readonly model: LookPage | null
  readonly spelling: SettingSwitch
}

export const LookSection = ({ model, spelling }: Props) => (
  <section class={styles['page']}>
    <h1 tabIndex={-1}>{t('section_look')}</h1>
    {model === null ? <p>{t('look_own')}</p> : <Choices model={model} spelling={spelling} />}
  </section>
)
