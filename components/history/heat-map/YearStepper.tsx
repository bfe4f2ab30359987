/** Which year is shown: one back, one on, or any out of a list. */
import { useEffect, useRef } from 'preact/hooks'
import { formatYear } from '../../../lib/platform/formats.ts'
import { t } from '../../../lib/platform/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './YearStepper.module.css'

type Props = {
  readonly year: number
  /** Oldest first. */
  readonly years: readonly number[]
  readonly onGo: (year: number) => void
  readonly onEarlier: () => void
  readonly onLater: () => void
}

export const YearStepper = ({ year, years, onGo, onEarlier, onLater }: Props) => {
  const stepper = useRef<HTMLDivElement>(null)
  const isFirst = year === years[0]
  const isLast = year === years.at(-1)
  const pressed = useRef(false)
  // At either end the button that was pressed can be pressed no more: the focus stays beside it.
  useEffect(() => {
    if (!pressed.current) return
    pressed.current = false
    const gone = document.activeElement?.matches(':disabled') || document.activeElement === document.body
    if (gone) stepper.current?.querySelector('select')?.focus()
  }, [year])
  const press = (step: () => void) => () => {
    pressed.current = true
    step()
  }
  return (
    <div ref={stepper} class={styles['stepper']}>
      <Button disabled={isFirst} name={t('heat_earlier_spoken')} onPress={press(onEarlier)}>
        {t('heat_earlier')}
      </Button>
      <Select
        label={t('heat_year')}
        value={String(year)}
        options={years.toReversed().map(one => ({ value: String(one), label: formatYear(one) }))}
        onChoose={value => onGo(Number(value))}
      />
      <Button disabled={isLast} name={t('heat_later_spoken')} onPress={press(onLater)}>
        {t('heat_later')}
      </Button>
    </div>
  )
}
