/** History: composed, drawn and read. */
import { HistorySection } from '../../../components/history/HistorySection.tsx'
import { composeHistory } from '../../../lib/app/compose-history.ts'
import type { OpenSection } from './open-section.ts'

export const open: OpenSection = (parts, options) => {
  const model = composeHistory(parts)
  options.onPastAsked(() => void model.beginPast())
  void model.load()
  return () => <HistorySection model={model} spellcheck={options.spellcheck.value} />
}
