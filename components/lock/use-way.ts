/** What opens the lock as it is typed into a form; what did not fit stays to be mended, and has the focus. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { LockPartModel } from '../../lib/app/lock-part.ts'
import type { WayIn } from '../../lib/app/lock-ports.ts'
import { t } from '../../lib/platform/i18n.ts'
import { wrongText } from './lock-texts.ts'

type Way = {
  readonly field: {
    readonly way: WayIn['kind']
    readonly typed: string
    readonly problem: string | null
    readonly onType: (typed: string) => void
  }
  /** The other way was chosen. */
  readonly change: (way: WayIn['kind']) => void
  /** What was typed; null where nothing was, and its field has the focus. The field is the first one of the form. */
  readonly take: (form: HTMLFormElement) => WayIn | null
}

export const useWay = ({ problem }: Pick<LockPartModel, 'problem'>): Way => {
  const form = useRef<HTMLFormElement | null>(null)
  const [way, setWay] = useState<WayIn['kind']>('passphrase')
  const [typed, setTyped] = useState('')
  const [none, setNone] = useState(false)
  /** It stands until something else is typed. */
  const [wrong, setWrong] = useState(false)
  const refused = problem.value?.kind === 'wrong'
  useEffect(() => {
    setWrong(refused)
    if (refused) form.current?.querySelector('input')?.focus()
  }, [refused])

  const type = (text: string) => {
    setTyped(text)
    setNone(false)
    setWrong(false)
  }
  return {
    field: {
      way,
      typed,
      problem: none ? t('lock_none_typed') : wrong ? wrongText(way) : null,
      onType: type,
    },
    change: other => {
      type('')
      setWay(other)
    },
    take: element => {
      form.current = element
      setNone(typed === '')
      if (typed !== '') return { kind: way, text: typed }
      element.querySelector('input')?.focus()
      return null
    },
  }
}
