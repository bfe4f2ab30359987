/** One help line: what to call or text, when, in which language, and how sure that is. */
import type { ComponentChildren } from 'preact'
import type { Help } from '../../lib/app/help.ts'
import { formatDay, formatLanguage, formatMinutes } from '../../lib/platform/formats.ts'
import { formatList, t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Line.module.css'
import { phone } from './phone.ts'

type HelpLine = Help['lines']['value'][number]

const ways = { call: 'help_call', text: 'help_text', 'call-or-text': 'help_call_or_text' } as const

const hoursOf = (hours: NonNullable<HelpLine['hours']>): string =>
  hours === 'any-time'
    ? t('help_any_time')
    : t('help_hours_daily', formatMinutes(hours.from), formatMinutes(hours.to))

type Props = {
  readonly line: HelpLine
  readonly onCopy: () => void
  /** What became of copying. */
  readonly children: ComponentChildren
}

export const Line = ({ line, onCopy, children }: Props) => (
  <div class={styles['line']}>
    <h3>{line.name}</h3>
    <p class={styles['number']}>{t(ways[line.by], phone(line.number))}</p>
    {line.hours && <p>{hoursOf(line.hours)}</p>}
    {line.languages && <p>{t('help_language', formatList(line.languages.map(formatLanguage)))}</p>}
    <div class={styles['buttons']}>
      <Button name={t('help_copy_spoken', line.name)} onPress={onCopy}>
        {t('help_copy')}
      </Button>
      <a class={styles['link']} href={line.address} target="_blank" rel="noreferrer">
        {t('help_site')}
        <span class="hidden-text"> {line.name}</span>
      </a>
    </div>
    {children}
    <p class={styles['soft']}>{t('help_checked', formatDay(line.checkedOn, 'date'))}</p>
  </div>
)
