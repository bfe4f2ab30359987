/** Takes files that are dropped on an element; one that misses it does not take the page away. */
import { useEffect, useState } from 'preact/hooks'

type Drag = { preventDefault(): void; readonly dataTransfer: DataTransfer | null }

const holdsFiles = ({ dataTransfer }: Drag): boolean => dataTransfer?.types.includes('Files') ?? false

/** A browser opens a file that is dropped beside the part, in place of the page. */
const refuse = (event: DragEvent) => {
  if (event.defaultPrevented || !holdsFiles(event)) return
  event.preventDefault()
  if (event.dataTransfer) event.dataTransfer.dropEffect = 'none'
}

/** `over` while files are held above the element; `target` are its handlers. */
export const useFileDrop = (onFiles: (files: readonly File[]) => void) => {
  const [over, setOver] = useState(false)
  useEffect(() => {
    addEventListener('dragover', refuse)
    addEventListener('drop', refuse)
    return () => {
      removeEventListener('dragover', refuse)
      removeEventListener('drop', refuse)
    }
  }, [])
  return {
    over,
    target: {
      onDragOver: (event: Drag) => {
        if (!holdsFiles(event)) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave: (event: {
        readonly currentTarget: Element
        readonly relatedTarget: EventTarget | null
      }) => {
        // From one element within to another it is still above.
        if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget))
          setOver(false)
      },
      onDrop: (event: Drag) => {
        if (!holdsFiles(event)) return
        event.preventDefault()
        setOver(false)
        onFiles([...(event.dataTransfer?.files ?? [])])
      },
    },
  }
}
