/** One check-in or pause of the past, as it was said. */
import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import type { FeltAnswer } from '../../lib/core/check-in.ts'
import type { HistoryEntry } from '../../lib/core/history.ts'
import type { CheckIn, Session } from '../../lib/core/records.ts'
import { formatTime } from '../../lib/platform/formats.ts'
import { formatList, t } from '../../lib/platform/i18n.ts'
import { energyKeys, farKeys, meaningKeys, pleasantKeys, stepText } from '../fields/scale-texts.ts'
import { Pane } from '../ui/Pane.tsx'
import { LabelsContext } from '../words/labels.ts'
import styles from './Entry.module.css'

const feltLine = (felt: FeltAnswer): string => {
  if (felt === null) return t('entry_felt_none')
  return felt === 'cant-tell' ? t('entry_felt_cant_tell') : t('entry_felt', felt)
}

const sessionLine = (session: Session, name: string): string => {
  const parts = [session.completed ? t('entry_pause', name) : t('entry_pause_part', name)]
  if (session.after !== null) {
    parts.push(
      session.before === null
        ? t('entry_pause_after', session.after)
        : t('entry_pause_felt', session.before, session.after),
    )
  }
  if (session.ease !== null) parts.push(t(`ease_${session.ease}`))
  return parts.join(' · ')
}

/** What was answered besides felt, words and note, in one line; empty where nothing was. */
const moreLine = ({ far, pleasant, energy, meaning, cantTell }: CheckIn): string => {
  const pleasantSaid = stepText(pleasantKeys, cantTell.includes('pleasant') ? 'cant-tell' : pleasant)
  const energySaid = stepText(energyKeys, cantTell.includes('energy') ? 'cant-tell' : energy)
  return [
    far !== null && t('entry_far', t(farKeys[far])),
    meaning !== null && t('entry_meaning', t(meaningKeys[meaning])),
    pleasantSaid !== null && t('entry_pleasant', pleasantSaid),
    energySaid !== null && t('entry_energy', energySaid),
  ]
    .filter(part => part !== false)
    .join(' · ')
}

const CheckInLines = ({ checkIn }: { readonly checkIn: CheckIn }) => {
  const labels = useContext(LabelsContext)
  return (
    <>
      {checkIn.words.length > 0 && (
        <p>
          {formatList(
            checkIn.words.map(({ id, guess }) =>
              guess ? t('entry_guess', labels.word(id)) : labels.word(id),
            ),
          )}
        </p>
      )}
      {moreLine(checkIn) && <p class={styles['soft']}>{moreLine(checkIn)}</p>}
      {checkIn.tags.length > 0 && (
        <p class={styles['soft']}>{t('entry_tags', formatList(checkIn.tags.map(id => labels.tag(id))))}</p>
      )}
      {checkIn.source === 'nudge' && <p class={styles['soft']}>{t('entry_source_nudge')}</p>}
      {checkIn.note && (
        <p class={styles['note']} dir="auto">
          {checkIn.note}
        </p>
      )}
    </>
  )
}

type Props = { readonly entry: HistoryEntry; readonly buttons?: ComponentChildren }

export const Entry = ({ entry, buttons }: Props) => {
  const labels = useContext(LabelsContext)
  const said = (session: Session) => sessionLine(session, labels.pause(session.pauseId))
  const checkIn = entry.kind === 'check-in' ? entry.checkIn : null
  return (
    <div class={styles['entry']}>
      <span class={styles['pane']}>{entry.kind === 'check-in' && <Pane felt={entry.felt} />}</span>
      <div class={styles['lines']}>
        <p class={styles['first']}>
          {checkIn?.precision !== 'day' && (
            <span class={styles['time']}>{formatTime(entry.at, entry.zone)}</span>
          )}
          <span>{entry.kind === 'check-in' ? feltLine(entry.felt) : said(entry.session)}</span>
        </p>
        {checkIn && <CheckInLines checkIn={checkIn} />}
        {entry.kind === 'check-in' &&
          entry.sessions.map(session => (
            <p key={session.id} class={styles['soft']}>
              {said(session)}
            </p>
          ))}
      </div>
      {buttons && <div class={styles['buttons']}>{buttons}</div>}
    </div>
  )
}
