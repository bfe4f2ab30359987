/** All there is to say about a pause: what happens in it, what it asks, what it rests on, and what stays of it. */
import type { ComponentChildren } from 'preact'
import type { Library, LibraryPause } from '../../lib/app/library.ts'
import { formatSeconds } from '../../lib/platform/formats.ts'
import { t } from '../../lib/platform/i18n.ts'
import { AboutThis } from '../learn/AboutThis.tsx'
import { catalogueText, stepText } from '../pause/pause-texts.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { cautionText, staysText } from './library-texts.ts'
import styles from './PauseDetails.module.css'
import { RestsOn } from './RestsOn.tsx'

type Props = { readonly model: Library; readonly one: LibraryPause }
type Known = NonNullable<LibraryPause['known']>

const Part = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => (
  <div class={styles['part']}>
    <h4 class={styles['title']}>{title}</h4>
    {children}
  </div>
)

const Steps = ({ model, one }: Props) => (
  <Part title={t('library_steps')}>
    <ol class={styles['steps']}>
      {one.pause.steps.map((step, place) => (
        <li key={place}>
          <p class={styles['text']}>
            <bdi>{stepText(one, step, false, model.now())}</bdi>
          </p>
          <span class={styles['soft']}>{step.waits ? t('library_waits') : formatSeconds(step.seconds)}</span>
        </li>
      ))}
    </ol>
  </Part>
)

const GoodToKnow = ({ known }: { readonly known: Known }) => (
  <Part title={t('library_good_to_know')}>
    <p>
      {t(`library_effort_${known.effort}`)} {t(`library_eyes_${known.eyes}`)}
    </p>
    {known.cautions.map(caution => (
      <p key={caution}>{cautionText(caution)}</p>
    ))}
    {known.otherVersion && <p>{t('library_version', catalogueText(known.otherVersion))}</p>}
    {known.rules.includes('picked') && <p>{t('library_picked')}</p>}
  </Part>
)

const SwitchOn = ({ model, id }: { readonly model: Library; readonly id: string }) => {
  const settings = model.offered.settings.value
  return (
    settings && (
      <Checkbox
        label={t('library_switch_on')}
        hint={t('library_switch_on_hint')}
        checked={settings.switchedOn.includes(id)}
        onChange={on => void model.offered.switchOn(id, on)}
      />
    )
  )
}

export const PauseDetails = ({ model, one }: Props) => {
  const { pause, title, known, hidden } = one
  const { id } = pause
  const stays = staysText(pause.leaves)
  return (
    <div class={styles['details']}>
      <Steps model={model} one={one} />
      {known && <GoodToKnow known={known} />}
      {known?.rules.includes('switched-on') && <SwitchOn model={model} id={id} />}
      {known && (
        <Part title={t('library_rests')}>
          <RestsOn known={known} title={title} />
          <AboutThis cards={['what-helps']} pauses={[id]} />
        </Part>
      )}
      <Part title={t('library_stays')}>
        <p>
          {t('library_stays_nothing')} {stays}
        </p>
      </Part>
      <div class={styles['buttons']}>
        {one.own && (
          <span data-part="change">
            <Button name={t('own_change_spoken', title)} onPress={() => model.form.start(id)}>
              {t('own_change')}
            </Button>
          </span>
        )}
        <span data-part="hide">
          <Button
            name={t(hidden ? 'library_show_spoken' : 'own_hide_spoken', title)}
            onPress={() => void model.hide(id, !hidden)}
          >
            {t(hidden ? 'library_show' : 'own_hide')}
          </Button>
        </span>
      </div>
    </div>
  )
}
