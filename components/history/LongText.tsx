/** A person's own words; those that are long begin folded. */
import { useState } from 'preact/hooks'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import styles from './LongText.module.css'

/** What is a little longer is shown whole: unfolding it would bring too little. */
const charactersAtMost = 600
const linesAtMost = 10
const charactersFolded = 400
const linesFolded = 6

/** The beginning of a long text, cut between two characters as people see them; null where it is short. */
const beginningOf = (text: string): string | null => {
  const lines = text.slice(0, charactersAtMost).split('\n')
  if (text.length <= charactersAtMost && lines.length <= linesAtMost) return null
  const cut = lines.slice(0, linesFolded).join('\n').slice(0, charactersFolded)
  if (cut.length < charactersFolded) return cut
  const blank = cut.search(/\s\S*$/)
  if (blank > charactersFolded / 2) return cut.slice(0, blank)
  const last = [...new Intl.Segmenter().segment(cut)].at(-1)
  return cut.slice(0, last?.index)
}

export const LongText = ({ text }: { readonly text: string }) => {
  const [whole, setWhole] = useState(false)
  const beginning = beginningOf(text)
  return (
    <>
      <p class={styles['text']} dir="auto">
        {beginning === null || whole ? text : `${beginning}…`}
      </p>
      {beginning !== null && (
        <div class={styles['more']}>
          <Button look="quiet" expanded={whole} onPress={() => setWhole(!whole)}>
            {t(whole ? 'note_show_less' : 'note_show_all')}
          </Button>
        </div>
      )}
    </>
  )
}
