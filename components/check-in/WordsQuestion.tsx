/** "Any words for it?": the words picked, a way to find one, the groups, and the answers in place of a word. */
import { feelingWords, notSureWords, type WordId, wordGroups } from '../../lib/content/words.ts'
import { wordsAtMost } from '../../lib/core/check-in.ts'
import type { PickedWord } from '../../lib/core/records.ts'
import { messageKey, plural, t } from '../../lib/platform/i18n.ts'
import { Chips } from '../ui/Chips.tsx'
import { TextField } from '../ui/TextField.tsx'
import { PickedWords } from './PickedWords.tsx'
import { Question } from './Question.tsx'
import { WordGroup } from './WordGroup.tsx'
import styles from './WordsQuestion.module.css'
import { findWords, wordLabel } from './word-labels.ts'

type Props = {
  readonly words: readonly PickedWord[]
  readonly find: string
  readonly openGroup: string | null
  readonly onToggle: (id: string) => void
  readonly onGuess: (id: string) => void
  readonly onFind: (text: string) => void
  readonly onOpenGroup: (id: string | null) => void
}

const isNotSure = (id: string) => (notSureWords as readonly string[]).includes(id)

export const WordsQuestion = (props: Props) => {
  const chip = (id: WordId) => ({
    id,
    label: wordLabel(id),
    chosen: props.words.some(word => word.id === id),
  })
  const found = findWords(props.find, feelingWords)
  return (
    <Question id="words" title={t('words_question')} hint={t('words_hint')}>
      {props.words.length > 0 && (
        <PickedWords
          words={props.words}
          labelOf={wordLabel}
          canBeGuess={id => !isNotSure(id)}
          onTakeOut={props.onToggle}
          onGuess={props.onGuess}
        />
      )}
      <div role="status">{props.words.length >= wordsAtMost && <p>{t('words_five')}</p>}</div>
      <div class={styles['words']}>
        <TextField type="search" label={t('words_find')} value={props.find} onInput={props.onFind} />
        <div role="status">
          {found && <p>{found.length > 0 ? plural('words_found', found.length) : t('words_none_found')}</p>}
        </div>
        {found && <Chips label={t('words_find')} chips={found.map(chip)} onToggle={props.onToggle} />}
      </div>
      {!found && (
        <div class={styles['groups']}>
          {wordGroups.map(group => (
            <WordGroup
              key={group.id}
              label={t(messageKey('group', group.id))}
              words={group.words.map(chip)}
              open={props.openGroup === group.id}
              onOpen={open => props.onOpenGroup(open ? group.id : null)}
              onToggle={props.onToggle}
            />
          ))}
        </div>
      )}
      <Chips label={t('group_not_sure')} chips={notSureWords.map(chip)} onToggle={props.onToggle} />
    </Question>
  )
}
