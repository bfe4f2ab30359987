/** What is offered, and how pauses go: each choice is kept at once. */
import { useId } from 'preact/hooks'
import type { OfferedPauses as Model } from '../../lib/app/offered-pauses.ts'
import type { PauseSettings } from '../../lib/core/settings.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Select } from '../ui/Select.tsx'
import { kindText, paceText, upToText } from './library-texts.ts'
import styles from './OfferedPauses.module.css'

type Props = { readonly model: Model; readonly settings: PauseSettings }

const Kinds = ({ model, settings }: Props) => {
  const id = useId()
  return (
    <fieldset class={styles['group']} aria-describedby={id}>
      <legend>{t('library_offer_kinds')}</legend>
      <p id={id} class={styles['hint']}>
        {t('library_offer_kinds_hint')} {t('library_offer_out')}
      </p>
      <div class={styles['kinds']}>
        {model.choices.kinds.map(kind => (
          <Checkbox
            key={kind}
            label={kindText(kind)}
            checked={!settings.offKinds.includes(kind)}
            disabled={kind === 'out'}
            onChange={on => void model.offerKind(kind, on)}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** What the choice goes by, and whether it compares. */
const Learning = ({ model, settings: { goal, compare } }: Props) => {
  const { goals } = model.choices
  return (
    <>
      <div class={styles['group']}>
        <Select
          label={t('goal_question')}
          value={goal ?? 'none'}
          options={[
            { value: 'none', label: t('goal_none') },
            ...goals.map(one => ({ value: one, label: t(`goal_${one}`) })),
          ]}
          onChoose={chosen => void model.setGoal(goals.find(one => one === chosen) ?? null)}
        />
        <p class={styles['hint']}>{t('library_goal_hint')}</p>
      </div>
      <Checkbox
        label={t('library_compare')}
        hint={t('library_compare_hint')}
        checked={compare}
        onChange={on => void model.setCompare(on)}
      />
    </>
  )
}

export const OfferedPauses = ({ model, settings }: Props) => {
  const { lengths, paces } = model.choices
  const { atMost, sound, tempo } = settings
  return (
    <div class={styles['offered']}>
      <Learning model={model} settings={settings} />
      <Kinds model={model} settings={settings} />
      <Select
        label={t('library_offer_up_to')}
        value={String(atMost)}
        options={lengths.map(length => ({ value: String(length), label: upToText(length) }))}
        onChoose={chosen => void model.offerUpTo(lengths.find(length => String(length) === chosen) ?? null)}
      />
      <Select
        label={t('library_pace')}
        value={String(tempo.pace)}
        options={paces.map(pace => ({ value: String(pace), label: paceText(pace) }))}
        onChoose={chosen => void model.setPace(paces.find(pace => String(pace) === chosen) ?? 1)}
      />
      <div>
        <Checkbox
          label={t('library_no_holds')}
          checked={!tempo.holds}
          onChange={on => void model.setHolds(!on)}
        />
        <Checkbox label={t('library_sound')} checked={sound} onChange={on => void model.setSound(on)} />
      </div>
    </div>
  )
}
