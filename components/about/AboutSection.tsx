/** Settings → About: what Thaw is, whose work is in it, what its texts rest on, whom it may not suit, and its keys. */
import type { ComponentChildren } from 'preact'
import type { AboutPage } from '../../lib/app/about.ts'
import { t } from '../../lib/platform/i18n.ts'
import styles from './AboutSection.module.css'
import { KeyList } from './KeyList.tsx'

type PartProps = { readonly title: string; readonly children: ComponentChildren }

const Part = ({ title, children }: PartProps) => (
  <section class={styles['part']}>
    <h2>{title}</h2>
    {children}
  </section>
)

/** Each is a sentence that is true today. */
const known = ['about_known_popup', 'about_known_voice', 'about_known_people'] as const

export const AboutSection = ({ model }: { readonly model: AboutPage }) => (
  <div class={styles['page']}>
    <h1 tabIndex={-1}>{t('section_about')}</h1>
    <section class={styles['part']}>
      <p>{t('about_version', model.version)}</p>
      <p>{t('about_what')}</p>
      <p>{t('about_not')}</p>
      <p>{t('about_translated')}</p>
    </section>
    <Part title={t('about_rests')}>
      <p>{t('about_rests_how')}</p>
      <p class={styles['links']}>
        <a href="#pauses">{t('section_pauses')}</a>
        <a href="#learn">{t('section_learn')}</a>
      </p>
    </Part>
    <Part title={t('about_private')}>
      <p>{t('about_private_how')}</p>
      <p>
        <a href="#data">{t('section_data')}</a>
      </p>
    </Part>
    <Part title={t('about_access')}>
      <p>{t('about_access_how')}</p>
      <p>{t('about_access_known')}</p>
      <ul class={styles['known']}>
        {known.map(key => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
    </Part>
    <Part title={t('keys_title')}>
      <KeyList model={model.keys} />
    </Part>
    <Part title={t('about_license')}>
      <p>{t('about_license_how')}</p>
      <p>
        <a href="/licenses.txt" target="_blank" rel="noreferrer">
          {t('about_licenses')}
        </a>
      </p>
    </Part>
  </div>
)
