/** A running pause as a step of the check-in: what it lets the person write, and under the first pause all the others. */
import { useMemo } from 'preact/hooks'
import type { LaterSteps } from '../../lib/app/later-steps.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { cueSource } from './cue-source.ts'
import { PauseInputs } from './PauseInputs.tsx'
import { PauseList } from './PauseList.tsx'
import styles from './PauseScreen.module.css'
import { PauseScreen } from './PauseScreen.tsx'

type Props = { readonly steps: LaterSteps }

/** A pause without a question before it leads on to each other one at once. */
const Others = ({ steps }: Props) => (
  <>
    <div class={styles['another']}>
      <Button onPress={() => void steps.anotherPause()}>{t('offer_other')}</Button>
    </div>
    <PauseList under picks={steps.picks} onStart={steps.pause.start} />
  </>
)

const Inputs = ({ steps }: Props) => {
  const { pause, own, lists, pauses } = steps
  const { writing } = pause
  const run = pause.run.value
  const current = pause.listed.value?.pause
  const step = run && current?.steps[run.step]
  const { words, tags } = { words: own.words.value, tags: own.tags.value }
  const cues = {
    ...cueSource(words, tags, lists.thoughts.value, steps.picks.all.value),
    onLoad: () => {
      void own.load()
      void lists.load()
      void pauses.load()
    },
  }
  if (!run || !current || !step?.inputs) return null
  return (
    <PauseInputs
      // Nothing of one step's fields stays for the next.
      key={`${current.id} ${run.step}`}
      inputs={step.inputs}
      values={writing.values.value}
      tooLong={writing.tooLong.value}
      saved={writing.saved.value}
      sources={{
        lists: { items: lists.items.value, onLoad: () => void lists.load(), onAdd: lists.add },
        cues,
        onCopy: steps.copy,
      }}
      onWrite={(field, value) => writing.write(current, field, value)}
      onLeave={() => void writing.keep()}
    />
  )
}

export const PauseStep = ({ steps }: Props) => {
  const alone = steps.asksNothing.value
  const others = useMemo(() => (alone ? <Others steps={steps} /> : null), [alone, steps])
  return (
    <PauseScreen pause={steps.pause} inputs={<Inputs steps={steps} />}>
      {others}
    </PauseScreen>
  )
}
