/** "I'm stuck": the four doors, and what stands behind the one that was opened. */
import type { Stuck as Model, StuckPlace } from '../../lib/app/stuck.ts'
import { Alone } from './Alone.tsx'
import { Blocked } from './Blocked.tsx'
import { Doors } from './Doors.tsx'
import { Doubt } from './Doubt.tsx'
import { TooMuch } from './TooMuch.tsx'

type Props = { readonly model: Model; readonly place: StuckPlace }

export const Stuck = ({ model, place }: Props) => {
  switch (place) {
    case 'stuck':
      return <Doors onOpen={model.open} />
    case 'alone':
      return <Alone model={model} />
    case 'blocked':
      return <Blocked model={model} />
    case 'doubt':
      return <Doubt model={model} />
    case 'too-much':
      return <TooMuch rounds={model.rounds.value} onAgain={model.again} />
  }
}
