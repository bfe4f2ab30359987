/** Changes between the passphrase and the recovery code, where there is one. */
import type { WayIn } from '../../lib/app/lock-ports.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'

type Props = {
  readonly way: WayIn['kind']
  /** The other way was chosen. */
  readonly onWay: (way: WayIn['kind']) => void
}

export const OtherWay = ({ way, onWay }: Props) => (
  <Button look="quiet" onPress={() => onWay(way === 'passphrase' ? 'code' : 'passphrase')}>
    {t(way === 'passphrase' ? 'lock_by_code' : 'lock_by_passphrase')}
  </Button>
)
