/** Where a card is from: how sure it is, its studies as links that open on a press alone, and its articles by their titles. */
import type { ShownCard } from '../../lib/app/learn.ts'
import { t } from '../../lib/platform/i18n.ts'
import styles from './CardSources.module.css'

export const CardSources = ({ card: { title, grade, studies, articles } }: { readonly card: ShownCard }) => (
  <div class={styles['sources']}>
    <h4 class={styles['title']}>{t('learn_from')}</h4>
    <p>{t(`learn_grade_${grade}`)}</p>
    <ul class={styles['list']} lang="en">
      {studies.map(({ name, doi }) => (
        <li key={name}>
          {doi ? (
            <a
              class={styles['study']}
              href={`https://doi.org/${doi}`}
              target="_blank"
              rel="noreferrer"
              aria-label={t('learn_study_spoken', name, title)}
            >
              <bdi>{name}</bdi>
            </a>
          ) : (
            <bdi>{name}</bdi>
          )}
        </li>
      ))}
      {articles.map(article => (
        <li key={article}>
          <bdi>{article}</bdi>
        </li>
      ))}
    </ul>
  </div>
)
