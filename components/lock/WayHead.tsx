/** The beginning of what is done with the lock once it was opened once more: a heading that takes the focus, what the deed means, and what opens it. */
import { useEffect, useRef } from 'preact/hooks'
import styles from './LockPart.module.css'
import { OtherWay } from './OtherWay.tsx'
import type { useWay } from './use-way.ts'
import { WayField } from './WayField.tsx'

type Props = {
  readonly title: string
  readonly hint: string | null
  readonly hasCode: boolean
  readonly way: ReturnType<typeof useWay>
  /** Names the passphrase. */
  readonly label: string
}

export const WayHead = ({ title, hint, hasCode, way, label }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <h3 ref={heading} tabIndex={-1} class={styles['title']}>
        {title}
      </h3>
      {hint !== null && <p>{hint}</p>}
      <WayField {...way.field} label={label} />
      {hasCode && (
        <div class={styles['other']}>
          <OtherWay way={way.field.way} onWay={way.change} />
        </div>
      )}
    </>
  )
}
