/** What each system and the browser must allow for messages to be seen, the person's own first. */
import { useId } from 'preact/hooks'
import type { System } from '../../lib/app/ports.ts'
import { t } from '../../lib/platform/i18n.ts'
import styles from './SystemHelp.module.css'

type Os = Exclude<System['os'], 'other'>

const systems: readonly Os[] = ['windows', 'mac', 'linux', 'chromeos']

const steps = (os: Os, { name, family }: System): readonly string[] => {
  switch (os) {
    case 'windows':
      return [t('system_windows_1'), t('system_windows_2', name), t('system_windows_3')]
    case 'mac':
      return [
        t('system_mac_1'),
        t(family === 'firefox' ? 'system_mac_2_firefox' : 'system_mac_2', name),
        t('system_mac_3'),
      ]
    case 'linux':
      return [t('system_linux_1'), t('system_linux_2', name), t('system_linux_3')]
    case 'chromeos':
      return [t('system_chromeos_1'), t('system_chromeos_2', name)]
  }
}

const Steps = ({ os, system }: { readonly os: Os; readonly system: System }) => (
  <div>
    <h4>{t(`system_${os}`)}</h4>
    <ol class={styles['steps']}>
      {steps(os, system).map(step => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  </div>
)

export const SystemHelp = ({ system }: { readonly system: System }) => {
  const id = useId()
  const { os, family, name } = system
  return (
    <section class={styles['help']} aria-labelledby={id}>
      <h3 id={id}>{t('system_title')}</h3>
      {os !== 'other' && <Steps os={os} system={system} />}
      <div>
        <h4>{t('system_browser')}</h4>
        <p>{t(family === 'firefox' ? 'system_browser_firefox' : 'system_browser_chromium', name)}</p>
      </div>
      <details open={os === 'other'}>
        <summary>{t('system_others')}</summary>
        <div class={styles['others']}>
          {systems
            .filter(other => other !== os)
            .map(other => (
              <Steps key={other} os={other} system={system} />
            ))}
        </div>
      </details>
    </section>
  )
}
