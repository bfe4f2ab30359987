/** "Keep a line about this?", a quiet line that can be passed over. */
import { useEffect } from 'preact/hooks'
import type { KeepAsk } from '../../lib/app/keep-ask.ts'
import { t } from '../../lib/platform/i18n.ts'
import { LineField } from './LineField.tsx'

const Asked = ({ ask }: { readonly ask: KeepAsk }) => {
  useEffect(ask.seen, [ask])
  return <LineField label={t('keep_ask')} hint={t('keep_hint')} line={ask.line} />
}

export const KeepLine = ({ ask }: { readonly ask: KeepAsk }) => (ask.asks.value ? <Asked ask={ask} /> : null)
