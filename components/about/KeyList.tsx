/** The keys of Thaw: on its pages, at each step of a check-in, on the line of History, and wherever the browser is in front. */
import { useEffect, useState } from 'preact/hooks'
import type { Command, KeysPage } from '../../lib/app/about.ts'
import { formatTerms, type MessageKey, t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { workingKey } from '../ui/working-key.ts'
import styles from './KeyList.module.css'
import { type KeyGroup, type KeyRow, keyGroups } from './key-rows.ts'

const commandTexts: { readonly [name: string]: MessageKey } = {
  _execute_action: 'command_check_in',
  snooze: 'command_snooze',
  away: 'command_away',
  lock: 'command_lock',
}

const ofCommands = (commands: readonly Command[]): readonly KeyRow[] =>
  commands.flatMap(({ name, shortcut }): KeyRow[] => {
    const key = commandTexts[name]
    return key === undefined ? [] : [{ keys: [shortcut ?? t('keys_none')], does: t(key) }]
  })

const Rows = ({ title, rows }: KeyGroup) =>
  rows.length === 0 ? null : (
    <section>
      <h3>{title}</h3>
      <dl class={styles['keys']}>
        {rows.map(({ keys, does }) => (
          <div key={does} class={styles['row']}>
            <dt>
              <kbd class={styles['key']}>{formatTerms(keys)}</kbd>
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
      {keyGroups(workingKey('A') !== undefined).map(group => (
        <Rows key={group.title} {...group} />
      ))}
      <section>
        <h3>{t('over_title')}</h3>
        <p>{t('over_keys')}</p>
      </section>
      <Rows title={t('keys_anywhere')} rows={ofCommands(commands)} />
      <div>
        <Button onPress={() => void change()}>{t('keys_change')}</Button>
      </div>
      <p role="status">{refused ? t('keys_refused') : ''}</p>
    </div>
  )
}
