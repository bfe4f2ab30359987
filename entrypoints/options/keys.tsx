/** The list of keys in front of the main page: composed and drawn once it is asked for, and taken away again. */
import { render } from 'preact'
import { KeysDialog } from '../../components/about/KeysDialog.tsx'
import { composeKeys } from '../../lib/app/compose-about.ts'

let place: HTMLElement | null = null

/** Once, however often it is asked for. */
export const openKeys = (): void => {
  if (place !== null) return
  const root = document.createElement('div')
  place = root
  document.body.append(root)
  const close = () => {
    render(null, root)
    root.remove()
    place = null
  }
  render(<KeysDialog model={composeKeys()} onClose={close} />, root)
}
