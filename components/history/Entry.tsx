/** One check-in or pause of the past, as it was said. */
import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import type { HistoryEntry } from '../../lib/core/history.ts'
import type { CheckIn } from '../../lib/core/records.ts'
import type { Moment } from '../../lib/core/time.ts'
import { formatTerms, t } from '../../lib/platform/i18n.ts'
import { formatTimeThere } from '../../lib/platform/time-there.ts'
import { Pane } from '../ui/Pane.tsx'
import { isolated } from '../words/isolated.ts'
import { LabelsContext } from '../words/labels.ts'
import styles from './Entry.module.css'
import { feltLine, isOnScale, moreLine, nameOf, oddLines, sessionLine } from './entry-texts.ts'
import { LongText } from './LongText.tsx'

const CheckInLines = ({ checkIn }: { readonly checkIn: CheckIn }) => {
  const labels = useContext(LabelsContext)
  const more = moreLine(checkIn)
  return (
    <>
      {/* What the lock opened is sealed no more. */}
      {'sealed' in checkIn && <p class={styles['odd']}>{t('entry_shut')}</p>}
      {checkIn.words.length > 0 && (
        <p>
          {formatTerms(
            checkIn.words.map(({ id, guess }) => {
              const word = isolated(nameOf(labels, 'word', id))
              return guess ? t('entry_guess', word) : word
            }),
          )}
        </p>
      )}
      {more && <p class={styles['soft']}>{more}</p>}
      {checkIn.tags.length > 0 && (
        <p class={styles['soft']}>
          {t('entry_tags', formatTerms(checkIn.tags.map(id => isolated(nameOf(labels, 'tag', id)))))}
        </p>
      )}
      {checkIn.source === 'nudge' && <p class={styles['soft']}>{t('entry_source_nudge')}</p>}
      {checkIn.note && <LongText text={checkIn.note} />}
    </>
  )
}

type Props = {
  readonly entry: HistoryEntry
  /** Where it is known, what lies after it says so, and what was lived in another zone says in which. */
  readonly now?: Moment
  readonly buttons?: ComponentChildren
}

export const Entry = ({ entry, now, buttons }: Props) => {
  const labels = useContext(LabelsContext)
  const checkIn = entry.kind === 'check-in' ? entry.checkIn : null
  const sessions = entry.kind === 'check-in' ? entry.sessions : [entry.session]
  const said = sessions.map(session => ({
    id: session.id,
    line: sessionLine(session, isolated(nameOf(labels, 'pause', session.pauseId))),
  }))
  return (
    <div class={styles['entry']}>
      <span class={styles['pane']}>
        {entry.kind === 'check-in' && <Pane felt={isOnScale(entry.felt) ? entry.felt : null} />}
      </span>
      <div class={styles['lines']}>
        <p class={styles['first']}>
          {entry.timed && (
            <span class={styles['time']}>
              {formatTimeThere(entry.at, entry.zone, now?.zone ?? entry.zone)}
            </span>
          )}
          <span>{entry.kind === 'check-in' ? feltLine(entry.felt) : said[0]?.line}</span>
        </p>
        {oddLines(entry, now ?? null).map(line => (
          <p key={line} class={styles['odd']}>
            {line}
          </p>
        ))}
        {checkIn && <CheckInLines checkIn={checkIn} />}
        {checkIn &&
          said.map(({ id, line }) => (
            <p key={id} class={styles['soft']}>
              {line}
            </p>
          ))}
      </div>
      {buttons && (
        <div class={styles['buttons']} data-buttons="">
          {buttons}
        </div>
      )}
    </div>
  )
}
