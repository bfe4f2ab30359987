/** "What is hard right now?" and its four doors, each with its digit. */
import type { Door } from '../../lib/app/stuck.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Choices, Question } from '../check-in/Question.tsx'
import { Button } from '../ui/Button.tsx'
import { doorName } from './door-names.ts'

type Props = { readonly onOpen: (door: Door) => void }

const doors = ['alone', 'blocked', 'doubt', 'too-much'] as const

export const Doors = ({ onOpen }: Props) => (
  <Question id="stuck" title={t('stuck_title')} spoken={t('stuck_keys')}>
    <Choices labelledBy="stuck">
      {doors.map((door, at) => (
        <Button key={door} shortcut={String(at + 1)} onPress={() => onOpen(door)}>
          {doorName(door)}
        </Button>
      ))}
    </Choices>
  </Question>
)
