/** One thing made smaller, a line at a time, until the last one can be done. */
import { useEffect, useRef } from 'preact/hooks'
import type { PauseInput } from '../../lib/core/pause-input.ts'
import { plural, t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './PauseInputs.module.css'
import { catalogueText } from './pause-texts.ts'

type Props = {
  readonly input: Extract<PauseInput, { kind: 'ladder' }>
  readonly value: readonly string[]
  readonly problemOf: (line: string) => string | null
  readonly onWrite: (value: readonly string[]) => void
  readonly onLeave: () => void
}

/** From the first thing to the smallest. */
const most = 7

/** So many of a longer one, from elsewhere, have a field; the rest stays as it is. */
const fieldsAtMost = 60

export const LadderInput = ({ input, value, problemOf, onWrite, onLeave }: Props) => {
  const lines = value.length === 0 ? [''] : value
  const list = useRef<HTMLOListElement>(null)
  const before = useRef(lines.length)
  useEffect(() => {
    // Who asked for a smaller one writes it next.
    if (lines.length > before.current)
      list.current?.querySelector<HTMLElement>('li:last-child input')?.focus()
    before.current = lines.length
  }, [lines.length])
  return (
    <div class={styles['field']}>
      <p>{catalogueText(input.label)}</p>
      <ol ref={list} class={styles['ladder']}>
        {lines.slice(0, fieldsAtMost).map((line, place) => (
          <li key={place}>
            <TextField
              ownWords
              label={t('pause_smaller_line', place + 1)}
              value={line}
              problem={problemOf(line)}
              onInput={text => onWrite(lines.with(place, text))}
              onLeave={onLeave}
            />
          </li>
        ))}
      </ol>
      {lines.length > fieldsAtMost && <p>{plural('ladder_not_shown', lines.length - fieldsAtMost)}</p>}
      <div>
        <Button
          disabled={lines.length >= most || lines.at(-1)?.trim() === ''}
          onPress={() => onWrite([...lines, ''])}
        >
          {t('pause_smaller')}
        </Button>
      </div>
    </div>
  )
}
