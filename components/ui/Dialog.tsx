/** Asks for a clear word before something that cannot be undone; Escape and turning away change nothing. */
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { Button } from './Button.tsx'
import styles from './Dialog.module.css'

type Props = {
  readonly title: string
  readonly children: ComponentChildren
  /** The name of the way back, where the focus is at first. */
  readonly keep: string
  /** The name of the deed. */
  readonly deed: string
  readonly onKeep: () => void
  readonly onDeed: () => void
}

/** Stands as long as it is drawn. Once it is gone the focus is where it was before. */
export const Dialog = ({ title, children, keep, deed, onKeep, onDeed }: Props) => {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const way = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    element?.showModal()
    // The ring shows what Enter does, however the question was opened.
    way.current?.focus({ focusVisible: true } as FocusOptions)
    return () => {
      element?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      class={styles['dialog']}
      aria-labelledby={id}
      aria-describedby={`${id}-about`}
      onCancel={event => {
        event.preventDefault()
        onKeep()
      }}
    >
      <div class={styles['inside']}>
        <h2 id={id} class={styles['title']}>
          {title}
        </h2>
        <div id={`${id}-about`} class={styles['about']}>
          {children}
        </div>
        <div class={styles['buttons']}>
          <Button buttonRef={way} onPress={onKeep}>
            {keep}
          </Button>
          <Button look="remove" onPress={onDeed}>
            {deed}
          </Button>
        </div>
      </div>
    </dialog>
  )
}
