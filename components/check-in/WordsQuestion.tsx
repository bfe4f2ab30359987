/** "Any words for it?": the words picked and those of lately, a way to find or add one, the groups, and the answers in place of a word. */
import { useContext, useLayoutEffect, useRef } from 'preact/hooks'
import type { KeyedWord, WordsStep } from '../../lib/app/words-step.ts'
import { messageKey, t } from '../../lib/platform/i18n.ts'
import { StoreNotice } from '../options/StoreNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { Chips } from '../ui/Chips.tsx'
import { LabelsContext } from '../words/labels.ts'
import { FindWord } from './FindWord.tsx'
import { PickedWords } from './PickedWords.tsx'
import { Question } from './Question.tsx'
import { useChipWalk } from './use-chip-walk.ts'
import { WordGroup } from './WordGroup.tsx'
import styles from './WordsQuestion.module.css'

type Props = {
  readonly step: WordsStep
  /** Something else that cannot be read or kept is said already. */
  readonly troubled: boolean
}

export const WordsQuestion = ({ step, troubled }: Props) => {
  const { word: labelOf } = useContext(LabelsContext)
  const view = step.view.value
  const problem = step.problem.value
  const news = step.news.value
  const focus = step.focus.value
  const question = useRef<HTMLDivElement>(null)
  const followed = useRef(focus)
  useChipWalk(question)

  /** A key that leads somewhere takes the focus along; a screen that comes back does not. */
  useLayoutEffect(() => {
    if (focus === null || focus === followed.current) return
    followed.current = focus
    const name = focus.on === 'find' ? 'find' : focus.id
    question.current?.querySelector<HTMLElement>(`[data-focus="${name}"] :is(input, button)`)?.focus()
  }, [focus])

  const chip = (id: string) => ({
    id,
    label: labelOf(id),
    chosen: view.picked.some(word => word.id === id),
  })
  const keyed = ({ id, key }: KeyedWord) => ({ ...chip(id), shortcut: key })
  return (
    <Question id="words" title={t('words_question')} hint={t('words_hint')} spoken={t('words_keys')}>
      <div ref={question} class={styles['parts']}>
        {view.picked.length > 0 && (
          <PickedWords
            words={view.picked}
            canBeGuess={id => !view.notSure.some(word => word.id === id)}
            onTakeOut={step.toggle}
            onGuess={step.toggleGuess}
          />
        )}
        <div role="status">{view.full && <p>{t('words_five')}</p>}</div>
        <p class="hidden-text" role="status">
          {news && t(news.what === 'picked' ? 'words_now_picked' : 'words_now_out', labelOf(news.id))}
        </p>
        {problem && !troubled && <StoreNotice {...problem} onTryAgain={() => void step.tryAgain()} />}
        {view.lately.length > 0 && !view.found && (
          <div class={styles['list']}>
            <p class={styles['name']} aria-hidden="true">
              {t('words_lately')}
            </p>
            <Chips label={t('words_lately')} chips={view.lately.map(keyed)} onToggle={step.toggle} />
          </div>
        )}
        <FindWord step={step} chip={chip} />
        {!view.found && (
          <div class={styles['list']}>
            {view.groups.map(group => (
              <div key={group.id} data-focus={group.id}>
                <WordGroup
                  label={t(messageKey('group', group.id))}
                  words={group.words.map(chip)}
                  open={view.openGroup === group.id}
                  shortcut={group.key}
                  onOpen={open => step.openGroup(open ? group.id : null)}
                  onToggle={step.toggle}
                />
              </div>
            ))}
          </div>
        )}
        <Chips label={t('group_not_sure')} chips={view.notSure.map(keyed)} onToggle={step.toggle} />
        {view.body && (
          <div>
            <Button look="quiet" onPress={step.startFromBody}>
              {t('words_body')}
            </Button>
          </div>
        )}
      </div>
    </Question>
  )
}
