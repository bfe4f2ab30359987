/** What is asked for, part by part, and how much of it was found. */
import type { Search } from '../../../lib/app/search.ts'
import { FiltersOn } from './FiltersOn.tsx'
import { FoundLine } from './FoundLine.tsx'

type Props = { readonly model: Search; readonly onClear: () => void }

export const Asked = ({ model, onClear }: Props) => (
  <>
    <FiltersOn model={model} onClear={onClear} />
    <FoundLine model={model} />
  </>
)
