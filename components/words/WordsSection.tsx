/** Settings → Words and tags: what can be picked, by group, with a search over all of it. */
import { useEffect, useRef } from 'preact/hooks'
import type { OwnKind } from '../../lib/app/own-words.ts'
import type { SettingSwitch } from '../../lib/app/setting-switch.ts'
import type { WordsPage } from '../../lib/app/words.ts'
import { plural, t } from '../../lib/platform/i18n.ts'
import { Removed } from '../history/Removed.tsx'
import { StoreNotice } from '../options/StoreNotice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { AskingChoices } from './AskingChoices.tsx'
import { OwnGroup } from './OwnGroup.tsx'
import { OwnRow } from './OwnRow.tsx'
import { newsText } from './own-texts.ts'
import { PrivateTags } from './PrivateTags.tsx'
import styles from './WordsSection.module.css'

type Props = { readonly model: WordsPage }
type SectionProps = Props & { readonly asking: SettingSwitch }

const titles = { words: 'own_words', tags: 'own_tags' } as const

const Groups = ({ model, kind }: Props & { readonly kind: OwnKind }) => (
  <section class={styles['kind']}>
    <h2>{t(titles[kind])}</h2>
    {kind === 'tags' && <PrivateTags model={model} />}
    {model.lists[kind].value.groups.map(group => (
      <OwnGroup key={group.id} model={model} kind={kind} group={group} />
    ))}
  </section>
)

const Found = ({ model, kind, ids }: Props & { readonly kind: OwnKind; readonly ids: readonly string[] }) =>
  ids.length === 0 ? null : (
    <section class={styles['kind']}>
      <h2>{t(titles[kind])}</h2>
      <ul aria-label={t(titles[kind])}>
        {ids.map(id => {
          const item = model.lists[kind].value.find(id)
          return item && <OwnRow key={id} model={model} kind={kind} item={item} named />
        })}
      </ul>
    </section>
  )

const Lists = ({ model }: Props) => {
  const found = model.found.value
  const count = found && found.words.length + found.tags.length
  return (
    <>
      <div class={styles['search']}>
        <TextField
          type="search"
          label={t('own_find')}
          value={model.find.value}
          onInput={text => model.seek(text)}
        />
        <div role="status">
          {count !== null && <p>{count > 0 ? plural('own_found', count) : t('own_none_found')}</p>}
        </div>
      </div>
      {found ? (
        <>
          <Found model={model} kind="words" ids={found.words} />
          <Found model={model} kind="tags" ids={found.tags} />
        </>
      ) : (
        <>
          <Groups model={model} kind="words" />
          <Groups model={model} kind="tags" />
        </>
      )}
    </>
  )
}

export const WordsSection = ({ model, asking }: SectionProps) => {
  const section = useRef<HTMLElement>(null)
  /** The row whose fields were open, or that comes back, and then is waited for: it gets the focus. */
  const returnTo = useRef<{ readonly row: string; readonly wait: boolean } | null>(null)
  const open = model.open.value
  const problem = model.problem.value
  const removal = model.removal.value
  const news = model.news.value

  useEffect(() => {
    if (open) returnTo.current = { row: `${open.kind} ${open.id}`, wait: false }
    // Undo has the focus for now.
    else if (removal && returnTo.current?.wait === false) returnTo.current = null
    const to = returnTo.current
    if (to === null || open || removal) return
    const rows = [...(section.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
    const row = rows.find(({ dataset }) => dataset['row'] === to.row)
    if (!row && to.wait) return
    returnTo.current = null
    // A search no longer finds what has another name now.
    const search = section.current?.querySelector<HTMLElement>('input[type="search"]')
    const change = row?.querySelector<HTMLElement>('button:last-of-type') ?? search
    change?.focus()
  })

  const undo = () => {
    const item = removal?.items[0]
    if (item) returnTo.current = { row: `${item.store} ${item.id}`, wait: true }
    void model.undo()
  }

  return (
    <section ref={section} class={styles['page']}>
      <div class={styles['lead']}>
        <h1 tabIndex={-1}>{t('section_words')}</h1>
        <p class={styles['soft']}>{t('own_lead')}</p>
      </div>
      {problem && <StoreNotice {...problem} onTryAgain={() => void model.tryAgain()} />}
      <AskingChoices model={asking} />
      {model.ready.value && <Lists model={model} />}
      <p class="hidden-text" role="status">
        {news && newsText(news)}
      </p>
      <div class={styles['removed']}>
        <Removed removal={removal} onUndo={undo} />
      </div>
    </section>
  )
}
