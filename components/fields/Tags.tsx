/** What was around: the groups of tags, folded, each with its chosen ones in sight. */
import { useId } from 'preact/hooks'
import type { TagChoices } from '../../lib/app/check-in-form.ts'
import type { Id, PickedWord } from '../../lib/core/records.ts'
import { formatTerms, messageKey, t } from '../../lib/platform/i18n.ts'
import { Chips } from '../ui/Chips.tsx'
import { Field } from './Field.tsx'
import { Fold } from './Fold.tsx'
import styles from './Tags.module.css'

type Props = {
  readonly title: string
  readonly choices: TagChoices
  readonly chosen: readonly Id[]
  /** The words of the same check-in: a tag that says the same is left out. */
  readonly words: readonly PickedWord[]
  /** The group that stands open. */
  readonly open: Id | null
  readonly onOpen: (group: Id | null) => void
  readonly onToggle: (tag: Id) => void
}

export const Tags = ({ title, choices, chosen, words, open, onOpen, onToggle }: Props) => {
  const id = useId()
  const others = choices.others(chosen)
  const chip = (tag: Id) => ({ id: tag, label: choices.labelOf(tag), chosen: chosen.includes(tag) })
  const takeOut = (tag: Id) => {
    // It goes away with its choice, as it can be picked no more; the focus goes to the title.
    document.getElementById(id)?.focus()
    onToggle(tag)
  }
  return (
    <Field title={title} titleId={id}>
      {others.length > 0 && <Chips label={t('tags_picked')} chips={others.map(chip)} onToggle={takeOut} />}
      <div class={styles['groups']}>
        {choices.groups(words, chosen).map(group => {
          const name = t(messageKey('tag_group', group.id))
          const own = group.tags.filter(tag => chosen.includes(tag)).map(choices.labelOf)
          return (
            <Fold
              key={group.id}
              label={name}
              hint={formatTerms(own)}
              open={open === group.id}
              onOpen={opened => onOpen(opened ? group.id : null)}
            >
              <Chips label={name} chips={group.tags.map(chip)} onToggle={onToggle} />
            </Fold>
          )
        })}
      </div>
    </Field>
  )
}
