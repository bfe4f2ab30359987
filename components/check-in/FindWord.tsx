/** The field in which a word is sought, what was found for it, and the way to make it a word of one's own. */
import type { WordsStep } from '../../lib/app/words-step.ts'
import { plural, t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { type Chip, Chips } from '../ui/Chips.tsx'
import { TextField } from '../ui/TextField.tsx'
import { refusedText } from '../words/own-texts.ts'
import styles from './WordsQuestion.module.css'

type Props = { readonly step: WordsStep; readonly chip: (id: string) => Chip }

export const FindWord = ({ step, chip }: Props) => {
  const { find, found, canAdd, refused } = step.view.value
  const onSubmit = (event: Event) => {
    event.preventDefault()
    void step.pickFound()
  }
  return (
    <div class={styles['list']}>
      <form data-focus="find" onSubmit={onSubmit}>
        <TextField
          type="search"
          label={t('words_find')}
          value={find}
          dir="auto"
          onInput={step.find}
          problem={refused && refusedText(refused)}
        />
      </form>
      <div role="status">
        {found && <p>{found.length > 0 ? plural('words_found', found.length) : t('words_none_found')}</p>}
      </div>
      {found && found.length > 0 && (
        <div data-found="">
          <Chips label={t('words_find')} chips={found.map(chip)} onToggle={step.toggle} />
        </div>
      )}
      {canAdd !== null && (
        <div>
          <Button {...(found?.length === 0 && { shortcut: 'Enter' })} onPress={() => void step.add()}>
            {t('words_add', canAdd)}
          </Button>
        </div>
      )}
    </div>
  )
}
