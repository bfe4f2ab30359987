/** The field at the end of a group in which a word or tag of one's own is added. */
import type { OwnKind } from '../../lib/app/own-words.ts'
import type { WordsPage } from '../../lib/app/words.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './AddOwn.module.css'
import { groupLabel, refusedText } from './own-texts.ts'

type Props = { readonly model: WordsPage; readonly kind: OwnKind; readonly group: string }

export const AddOwn = ({ model, kind, group }: Props) => {
  const { text, refused } = model.adding(kind, group)
  const add = () => void model.add(kind, group)
  return (
    <form
      class={styles['add']}
      onSubmit={event => {
        event.preventDefault()
        add()
      }}
    >
      <TextField
        label={t(kind === 'words' ? 'own_add_word' : 'own_add_tag')}
        value={text}
        ownWords
        onInput={typed => model.typeNew(kind, group, typed)}
        problem={refused && refusedText(refused)}
      />
      <Button name={t('own_add_spoken', groupLabel(kind, group))} onPress={add}>
        {t('own_add')}
      </Button>
    </form>
  )
}
