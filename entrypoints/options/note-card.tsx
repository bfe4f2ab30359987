/** What looks at texts that were kept on the main page, with the offer it makes; loaded once something was kept. */
import { render } from 'preact'
import { NoteCard } from '../../components/help/NoteCard.tsx'
import { composeTextWatch } from '../../lib/app/compose-text-watch.ts'

type Parts = Parameters<typeof composeTextWatch>[0]
type Watch = ReturnType<typeof composeTextWatch>

let watch: Watch | null = null

const begin = (parts: Parts): Watch => {
  const begun = composeTextWatch(parts)
  const place = document.createElement('div')
  place.style.display = 'contents'
  document.body.append(place)
  render(<NoteCard model={begun} at="end" />, place)
  return begun
}

export const lookAt = (parts: Parts): Watch['look'] => {
  watch ??= begin(parts)
  return watch.look
}
