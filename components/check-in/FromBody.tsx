/** The way to a word from the body: one question at a time, then a few words to try. */
import { useContext, useLayoutEffect, useRef } from 'preact/hooks'
import type { BodyStep, BodyView } from '../../lib/app/body-step.ts'
import { messageKey, t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { type Chip, Chips } from '../ui/Chips.tsx'
import { LabelsContext } from '../words/labels.ts'
import { Question } from './Question.tsx'
import { useChipWalk } from './use-chip-walk.ts'

type Props = {
  readonly step: BodyStep
  /** The words picked so far. */
  readonly picked: readonly string[]
}

const titles = {
  place: 'body_where',
  signal: 'body_like',
  strength: 'body_strength',
  word: 'body_words',
} as const
const hints = { place: 'body_where_hint', signal: null, strength: null, word: 'body_words_hint' } as const

type LabelOf = (word: string) => string

const chipsOf = (view: BodyView, picked: readonly string[], labelOf: LabelOf): readonly Chip[] => {
  const chip = ({ id, key }: { readonly id: string; readonly key: string }, label: string) => ({
    id,
    label,
    chosen: view.asks === 'word' && picked.includes(id),
    shortcut: key,
  })
  switch (view.asks) {
    case 'place':
      return view.choices.map(choice => chip(choice, t(messageKey('place_of', choice.id))))
    case 'signal':
      return view.choices.map(choice => chip(choice, t(messageKey('signal', choice.id))))
    case 'strength':
      return view.choices.map(choice => chip(choice, t(messageKey('strength', choice.id))))
    case 'word':
      return view.choices.map(choice => chip(choice, labelOf(choice.id)))
  }
}

export const FromBody = ({ step, picked }: Props) => {
  const { word: labelOf } = useContext(LabelsContext)
  const view = step.view.value
  const { asks } = view
  const hint = hints[asks]
  const part = useRef<HTMLDivElement>(null)
  const heard = useRef(asks)
  useChipWalk(part)
  /** The next question is a new screen to whoever listens. */
  useLayoutEffect(() => {
    if (asks === heard.current) return
    heard.current = asks
    part.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
    part.current?.closest('main')?.scrollTo(0, 0)
  }, [asks])
  const title = t(titles[asks])
  return (
    <div ref={part}>
      <Question id="body" title={title} {...(hint && { hint: t(hint) })} spoken={t('body_keys')}>
        <Chips label={title} chips={chipsOf(view, picked, labelOf)} onToggle={step.answer} />
        {view.asks === 'word' && (
          <Button shortcut={view.noneKey} onPress={step.passOver}>
            {t('body_none')}
          </Button>
        )}
      </Question>
    </div>
  )
}
