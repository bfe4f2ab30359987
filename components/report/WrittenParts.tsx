/** Notes, what was written in pauses, and markers: each is on the page once it is ticked. */
import { useContext } from 'preact/hooks'
import type { ReportPage } from '../../lib/app/report.ts'
import type { ReportNote, ReportReflection, ReportValue, WrittenKind } from '../../lib/app/report-written.ts'
import type { Marker } from '../../lib/core/records.ts'
import { formatDay, formatDayTime, formatMinutes } from '../../lib/platform/formats.ts'
import { formatNumber, formatTerms, t } from '../../lib/platform/i18n.ts'
import { markerText } from '../history/markers/marker-texts.ts'
import { catalogueText } from '../pause/pause-texts.ts'
import { type Labels, LabelsContext } from '../words/labels.ts'
import { ReportPart } from './ReportPart.tsx'
import { WrittenList } from './WrittenList.tsx'
import styles from './WrittenParts.module.css'

/** The civil day is what it was, wherever its instant lies now. */
const whenText = ({ at, zone, day }: ReportNote | ReportReflection, dayAlone: boolean): string =>
  (dayAlone ? '' : formatDayTime(at, zone)) || formatDay(day, 'date')

const feltText = (felt: ReportNote['felt']): string => {
  if (felt === null) return t('entry_felt_none')
  return felt === 'cant-tell' ? t('entry_felt_cant_tell') : t('entry_felt', felt)
}

const noteHead = (note: ReportNote): string =>
  t('report_when', whenText(note, note.dayAlone), feltText(note.felt))

const valueText = (labels: Labels, value: ReportValue): string => {
  switch (value.kind) {
    case 'own':
      return value.text
    case 'number':
      return formatNumber(value.value)
    case 'message':
      return catalogueText(value.key)
    case 'hour':
      return formatMinutes(value.hour * 60)
    default:
      return labels[value.kind](value.id)
  }
}

const Line = ({ line, labels }: { line: ReportReflection['lines'][number]; labels: Labels }) => (
  <>
    {line.label !== null && <p class={styles['asked']}>{catalogueText(line.label)}</p>}
    <p class={styles['words']} dir="auto">
      {formatTerms(line.values.map(value => valueText(labels, value)))}
    </p>
  </>
)

const Notes = ({ notes }: { readonly notes: readonly ReportNote[] }) => (
  <ReportPart title={t('report_notes')}>
    <WrittenList items={notes} head={noteHead}>
      {({ text }) => (
        <p class={styles['words']} dir="auto">
          {text}
        </p>
      )}
    </WrittenList>
  </ReportPart>
)

const Reflections = ({ reflections }: { readonly reflections: readonly ReportReflection[] }) => {
  const labels = useContext(LabelsContext)
  const head = (reflection: ReportReflection): string => {
    const when = whenText(reflection, false)
    if (reflection.pauseId === null) return when
    return t('report_when', when, labels.pause(reflection.pauseId))
  }
  return (
    <ReportPart title={t('report_reflections')}>
      <WrittenList items={reflections} head={head}>
        {({ lines }) => lines.map((line, place) => <Line key={place} line={line} labels={labels} />)}
      </WrittenList>
    </ReportPart>
  )
}

const Markers = ({ markers }: { readonly markers: readonly Marker[] }) => (
  <ReportPart title={t('over_markers')}>
    <WrittenList items={markers} head={({ day }) => formatDay(day, 'date')}>
      {marker => (
        <p class={styles['words']} dir="auto">
          {markerText(marker)}
        </p>
      )}
    </WrittenList>
  </ReportPart>
)

export const WrittenParts = ({ model }: { readonly model: ReportPage }) => {
  const { kinds, notes, reflections, markers } = model.written.value
  const ticks = model.ticks.value
  const isShown = (kind: WrittenKind) => ticks.has(kind) && kinds.has(kind)
  return (
    <>
      {isShown('markers') && <Markers markers={markers} />}
      {isShown('notes') && <Notes notes={notes} />}
      {isShown('reflections') && <Reflections reflections={reflections} />}
    </>
  )
}
