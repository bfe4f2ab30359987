/** What a pause rests on: how well it is studied, in words, and its studies as links that open on a press alone. */
import type { LibraryPause } from '../../lib/app/library.ts'
import { t } from '../../lib/platform/i18n.ts'
import { gradeText, restsText } from './library-texts.ts'
import styles from './PauseDetails.module.css'

type Props = { readonly known: NonNullable<LibraryPause['known']>; readonly title: string }

export const RestsOn = ({ known, title }: Props) => (
  <>
    <p>{gradeText(known.grade)}.</p>
    <p>{restsText(known)}</p>
    <p class={styles['soft']}>{t('grade_all')}</p>
    {known.sources.length > 0 && (
      <>
        <p class={styles['soft']}>{t('library_sources')}</p>
        <ul class={styles['sources']}>
          {known.sources.map(doi => (
            <li key={doi}>
              <a
                class={styles['source']}
                href={`https://doi.org/${doi}`}
                target="_blank"
                rel="noreferrer"
                aria-label={t('library_source_spoken', doi, title)}
              >
                <bdi>{doi}</bdi>
              </a>
            </li>
          ))}
        </ul>
      </>
    )}
  </>
)
