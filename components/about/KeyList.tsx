/** Every key of Thaw: on its pages, in a check-in, and wherever the browser is in front. */
import { useEffect, useState } from 'preact/hooks'
import type { Command, KeysPage } from '../../lib/app/about.ts'
import { type MessageKey, t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import styles from './KeyList.module.css'

type Row = readonly [key: string, does: string]

const commandTexts: { readonly [name: string]: MessageKey } = {
  _execute_action: 'command_check_in',
  snooze: 'command_snooze',
  away: 'command_away',
  lock: 'command_lock',
}

const onPages = (): readonly Row[] => [
  ['?', t('keys_this')],
  [t('keys_arrows'), t('keys_arrows_do')],
  [t('keys_escape'), t('keys_escape_does')],
]

const inCheckIn = (): readonly Row[] => [
  ['0–9', t('felt_question')],
  [t('keys_ten'), '10'],
  ['T', t('felt_cant_tell')],
  ['P', t('pause_first')],
  [t('keys_escape'), t('not_now')],
  ['F2', t('keys_hide')],
]

const ofCommands = (commands: readonly Command[]): readonly Row[] =>
  commands.flatMap(({ name, shortcut }): Row[] => {
    const key = commandTexts[name]
    return key === undefined ? [] : [[shortcut ?? t('keys_none'), t(key)]]
  })

const Rows = ({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) =>
  rows.length === 0 ? null : (
    <section>
      <h3>{title}</h3>
      <dl class={styles['keys']}>
        {rows.map(([key, does]) => (
          <div key={does} class={styles['row']}>
            <dt>
              <kbd class={styles['key']}>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  )

export const KeyList = ({ model }: { readonly model: KeysPage }) => {
  const [commands, setCommands] = useState<readonly Command[]>([])
  const [refused, setRefused] = useState(false)
  useEffect(() => void model.readCommands().then(setCommands), [model])
  const change = async () => setRefused(!(await model.openShortcuts()))
  return (
    <div class={styles['list']}>
      <Rows title={t('keys_pages')} rows={onPages()} />
      <Rows title={t('check_in_part')} rows={inCheckIn()} />
      <Rows title={t('keys_anywhere')} rows={ofCommands(commands)} />
      <div>
        <Button onPress={() => void change()}>{t('keys_change')}</Button>
      </div>
      <p role="status">{refused ? t('keys_refused') : ''}</p>
    </div>
  )
}
