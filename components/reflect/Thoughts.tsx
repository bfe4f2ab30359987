/** The thought journal: a new one, a search, what comes back in it, and all that was written, newest first. */
import { useContext } from 'preact/hooks'
import type { Journal, JournalInputs } from '../../lib/app/journal.ts'
import type { ThoughtRecord } from '../../lib/core/thought-records.ts'
import { formatTerms, plural, t } from '../../lib/platform/i18n.ts'
import { LongText } from '../history/LongText.tsx'
import { catalogueText } from '../pause/pause-texts.ts'
import { Button } from '../ui/Button.tsx'
import { Chips } from '../ui/Chips.tsx'
import { TextField } from '../ui/TextField.tsx'
import { LabelsContext } from '../words/labels.ts'
import { Entries } from './Entries.tsx'
import { ThoughtForm } from './ThoughtForm.tsx'
import styles from './Thoughts.module.css'

type Props = {
  readonly model: Journal
  readonly inputs: JournalInputs
}

const labelKeys = {
  situation: 'pause_another_way_situation',
  thought: 'pause_another_way_thought',
  friend: 'pause_another_way_friend',
  other: 'pause_another_way_other',
} as const

const believed = (before: number | null, after: number | null): string | null => {
  if (before !== null && after !== null) return t('journal_believed_both', before, after)
  if (before !== null) return t('journal_believed', before)
  return after === null ? null : t('journal_believed_after', after)
}

const trapText = (trap: string): string => {
  const key = `pause_another_way_traps_${trap.replaceAll('-', '_')}`
  const found = catalogueText(key)
  // One that this Thaw does not know.
  return found === key ? trap : found
}

const Line = ({ label, text, soft }: { label: string; text: string; soft?: string | null }) =>
  text.trim() === '' && !soft ? null : (
    <div class={styles['line']}>
      <p class={styles['label']}>{label}</p>
      {text.trim() !== '' && <LongText text={text} />}
      {soft && <p class={styles['label']}>{soft}</p>}
    </div>
  )

const Thought = ({ record }: { readonly record: ThoughtRecord }) => {
  const labels = useContext(LabelsContext)
  const { texts, beliefs } = record
  const feelings = formatTerms(record.feelings.map(labels.word))
  return (
    <>
      <Line label={t(labelKeys.situation)} text={texts.situation} />
      <Line
        label={t(labelKeys.thought)}
        text={texts.thought}
        soft={believed(beliefs.thoughtBefore, beliefs.thoughtAfter)}
      />
      <Line label={t('journal_feeling')} text={feelings} />
      <Line label={t('pause_another_way_traps')} text={record.traps.map(trapText).join('\n')} />
      <Line label={t(labelKeys.friend)} text={texts.friend} />
      <Line
        label={t(labelKeys.other)}
        text={texts.other}
        soft={believed(beliefs.otherBefore, beliefs.otherAfter)}
      />
      <Line label={t('tags_picked')} text={formatTerms(record.tags.map(labels.tag))} />
    </>
  )
}

const Search = ({ model }: { readonly model: Journal }) => {
  const find = model.find.value
  const themes = model.themes.value
  const isNarrowed = find.trim() !== '' || model.theme.value !== null
  return (
    <search class={styles['search']}>
      <TextField type="search" label={t('journal_find')} value={find} dir="auto" onInput={model.seek} />
      {themes.length > 0 && (
        <>
          <p class={styles['label']}>{t('journal_themes')}</p>
          <Chips
            label={t('journal_themes')}
            chips={themes.map(({ key, label, count }) => ({
              id: key,
              label: t('journal_theme', label, count),
              chosen: key === model.theme.value,
            }))}
            onToggle={model.choose}
          />
        </>
      )}
      <p role="status" class={styles['label']}>
        {isNarrowed && !model.seeking.value && plural('journal_found', model.entries.value?.length ?? 0)}
      </p>
    </search>
  )
}

export const Thoughts = ({ model, inputs }: Props) => {
  const { form } = model
  return (
    <Entries
      items={model.entries.value}
      form={form}
      fields={<ThoughtForm model={model} inputs={inputs} />}
      begin={
        <>
          <p class={styles['lead']}>{t('journal_lead')}</p>
          <Button look="main" onPress={() => void form.begin('thought')}>
            {t('journal_write')}
          </Button>
        </>
      }
      above={model.count.value > 1 && <Search model={model} />}
      none={model.count.value === 0 ? t('reflect_empty') : null}
      onEdit={id => void model.edit(id)}
      onDelete={id => void model.remove(id)}
    >
      {record => <Thought record={record} />}
    </Entries>
  )
}
