/** At the end of a card of Learn: the person may say that it is so for them, and comes to who could look at it. */
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'

type Props = {
  /** Resolves once that is known where the card about it stands. */
  readonly onYes: () => Promise<void>
}

export const SoForMe = ({ onYes }: Props) => {
  const go = async () => {
    await onYes()
    location.hash = '#help'
  }
  return (
    <p>
      <Button onPress={() => void go()}>{t('learn_so_for_me')}</Button>
    </p>
  )
}
