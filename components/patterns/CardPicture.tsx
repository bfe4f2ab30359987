/** The one small picture of a card, with what it is read by. */
import type { Card, Group } from '../../lib/core/insight/card.ts'
import type { Aim } from '../../lib/core/insight/facts.ts'
import { formatNumber, joinSentences, t } from '../../lib/platform/i18n.ts'
import styles from './Card.module.css'
import { groupName, type Naming } from './card-texts.ts'
import { changeEnds } from './change-ends.ts'
import { type LevelRow, Levels } from './Levels.tsx'
import { Marks } from './Marks.tsx'

type Props = { readonly card: Card; readonly naming: Naming }

/** So many rows at most; all of them stand in the table. */
const mostRows = 8

/** Ends of the scales that are not felt. */
const reachEnds = { from: 0, to: 3 }
const feltEnds = { from: 0, to: 10 }
const likeness = { from: -1, to: 1 }
const easeEnds = { from: -1, to: 1 }

/** Among many, those that most answers stand behind, and the one that the sentence is about; in the order of the card. */
const shown = ({ groups, leading, nearest }: Card): readonly Group[] => {
  if (groups.length <= mostRows) return groups
  const most = groups.toSorted((one, other) => other.n - one.n).slice(0, mostRows)
  return groups.filter(group => most.includes(group) || group.id === (leading ?? nearest))
}

/** How far answers lie apart, in points of felt, which is no level of felt. */
const isDistance = (id: string): boolean => id === 'sd' || id === 'change'

const Legend = ({ texts }: { readonly texts: readonly string[] }) => (
  <p class={styles['soft']}>{joinSentences(texts)}</p>
)

type LevelsProps = { readonly rows: readonly LevelRow[]; readonly compared?: boolean }

const FeltLevels = ({ rows, compared = false }: LevelsProps) => (
  <Levels rows={rows} {...feltEnds} felt compared={compared} />
)

/** The months of all years together, and one winter beside another. */
const SeasonPicture = ({ rows: all }: { readonly rows: readonly LevelRow[] }) => {
  // Months that nobody has come to yet are no part of the year.
  const rows = all.filter(({ level }) => level !== null)
  const parts = [
    { title: 'patterns_months', of: rows.filter(({ id }) => id.startsWith('month-')) },
    { title: 'patterns_winters', of: rows.filter(({ id }) => id.startsWith('winter-')) },
  ] as const
  return parts.map(({ title, of }) =>
    of.length > 0 ? (
      <div key={title} class={styles['group']}>
        <p class={styles['part']}>{t(title)}</p>
        <FeltLevels rows={of} />
      </div>
    ) : null,
  )
}

type PauseRow = LevelRow & Pick<Group, 'marks'>

const PausePicture = ({ rows, aim }: { readonly rows: readonly PauseRow[]; readonly aim: Aim }) => {
  if (!rows.some(({ against }) => against))
    return (
      <>
        <Marks
          rows={rows.flatMap(({ id, name, marks }) =>
            marks ? [{ id, name, parts: [marks.eased, marks.same, marks.worse] as const }] : [],
          )}
        />
        <Legend texts={[t('patterns_legend_marks')]} />
      </>
    )
  const ends = aim === 'lighter' ? easeEnds : changeEnds(rows)
  const legend =
    aim === 'lighter'
      ? t('patterns_legend_ease')
      : t('patterns_legend_change', formatNumber(ends.from), formatNumber(ends.to))
  return (
    <>
      <Levels rows={rows} {...ends} felt={false} compared />
      <Legend texts={[legend, t('patterns_legend_against')]} />
    </>
  )
}

export const CardPicture = ({ card, naming }: Props) => {
  const rows = (card.subject === 'season' ? card.groups : shown(card)).map(group => ({
    ...group,
    name: groupName(card.subject, group.id, naming),
  }))
  switch (card.subject) {
    case 'season':
      return <SeasonPicture rows={rows} />
    case 'reach':
      return (
        <>
          <Levels rows={rows} {...reachEnds} felt={false} compared={false} />
          <Legend texts={[t('patterns_high_low_ends'), t('patterns_legend_plain')]} />
        </>
      )
    case 'pauses':
      return <PausePicture rows={rows} aim={naming.aim} />
    case 'spread':
      return (
        <>
          <FeltLevels rows={rows.filter(({ id }) => id === 'mean')} />
          <Levels
            rows={rows.filter(({ id }) => isDistance(id))}
            {...feltEnds}
            felt={false}
            compared={false}
          />
          <Levels
            rows={rows.filter(({ id }) => id === 'inertia')}
            {...likeness}
            felt={false}
            compared={false}
          />
          <Legend texts={[t('patterns_distance_ends'), t('patterns_inertia_ends')]} />
        </>
      )
    case 'words': {
      const to = Math.max(1, ...rows.map(({ level }) => level?.interval?.to ?? level?.value ?? 0))
      return (
        <>
          <Levels rows={rows} from={0} to={to} felt={false} compared={false} />
          <Legend texts={[t('patterns_legend_plain')]} />
        </>
      )
    }
    case 'tag':
    case 'markers':
      return (
        <>
          <FeltLevels rows={rows} compared />
          <Legend texts={[t('patterns_legend_against')]} />
        </>
      )
    default:
      return <FeltLevels rows={rows} />
  }
}
