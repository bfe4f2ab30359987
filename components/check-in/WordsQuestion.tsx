/** "Any words for it?": the words picked, a way to find one, the groups, and the answers in place of a word. */
import type { WordsView } from '../../lib/app/words-step.ts'
import { label, messageKey, plural, t } from '../../lib/platform/i18n.ts'
import { Chips } from '../ui/Chips.tsx'
import { TextField } from '../ui/TextField.tsx'
import { PickedWords } from './PickedWords.tsx'
import { Question } from './Question.tsx'
import { WordGroup } from './WordGroup.tsx'
import styles from './WordsQuestion.module.css'

type Props = {
  readonly words: WordsView
  readonly onToggle: (id: string) => void
  readonly onGuess: (id: string) => void
  readonly onFind: (text: string) => void
  readonly onOpenGroup: (id: string | null) => void
}

export const WordsQuestion = ({ words, ...props }: Props) => {
  const chip = (id: string) => ({
    id,
    label: label('word', id),
    chosen: words.picked.some(word => word.id === id),
  })
  const { found } = words
  return (
    <Question id="words" title={t('words_question')} hint={t('words_hint')}>
      {words.picked.length > 0 && (
        <PickedWords
          words={words.picked}
          canBeGuess={id => !words.notSure.includes(id)}
          onTakeOut={props.onToggle}
          onGuess={props.onGuess}
        />
      )}
      <div role="status">{words.full && <p>{t('words_five')}</p>}</div>
      <div class={styles['words']}>
        <TextField type="search" label={t('words_find')} value={words.find} onInput={props.onFind} />
        <div role="status">
          {found && <p>{found.length > 0 ? plural('words_found', found.length) : t('words_none_found')}</p>}
        </div>
        {found && <Chips label={t('words_find')} chips={found.map(chip)} onToggle={props.onToggle} />}
      </div>
      {!found && (
        <div class={styles['groups']}>
          {words.groups.map(group => (
            <WordGroup
              key={group.id}
              label={t(messageKey('group', group.id))}
              words={group.words.map(chip)}
              open={words.openGroup === group.id}
              onOpen={open => props.onOpenGroup(open ? group.id : null)}
              onToggle={props.onToggle}
            />
          ))}
        </div>
      )}
      <Chips label={t('group_not_sure')} chips={words.notSure.map(chip)} onToggle={props.onToggle} />
    </Question>
  )
}
