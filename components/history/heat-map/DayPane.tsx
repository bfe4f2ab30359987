/** The picture of a day: felt as a small window, other scales as a dot, and neither where nothing was answered. */
import type { DayShows, MapScale } from '../../../lib/core/heat-map.ts'
import styles from './DayPane.module.css'

/** Of five sizes, 1 to 5; the four of far leave out the one in the middle. */
const dotSize = (scale: MapScale, value: number): number => {
  if (scale === 'count') return value + 1
  return scale === 'far' ? ([1, 2, 4, 5][value] ?? 1) : value / 2 + 3
}

export type Picture = {
  readonly class: string
  readonly 'data-felt'?: number | 'cant-tell'
  readonly 'data-dot'?: number
  /** The place of the second ring, among the values of felt or the sizes of the dot. */
  readonly 'data-high'?: number
}

/** What an element wears to be the picture, so that a year of days is no more elements than it has days. */
export const pictureOf = (scale: MapScale, shows: DayShows): Picture => {
  switch (shows.kind) {
    case 'nothing':
      return { class: `${styles['place']} ${styles['nothing']}` }
    case 'no-answer':
      return { class: `pane ${styles['place']}` }
    case 'cant-tell':
      return { class: `pane ${styles['place']}`, 'data-felt': 'cant-tell' }
    case 'count':
      return { class: `${styles['place']} ${styles['dot']}`, 'data-dot': dotSize(scale, shows.size) }
    case 'value': {
      const { middle, highest } = shows
      if (scale === 'felt') {
        return {
          class: `pane ${styles['place']} ${styles['felt']}`,
          'data-felt': middle,
          ...(highest > middle ? { 'data-high': highest } : {}),
        }
      }
      return {
        class: `${styles['place']} ${styles['dot']}`,
        'data-dot': dotSize(scale, middle),
        ...(highest > middle ? { 'data-high': dotSize(scale, highest) } : {}),
      }
    }
  }
}

type Props = { readonly scale: MapScale; readonly shows: DayShows }

/** A sample; what it stands for stands beside it. */
export const DayPane = ({ scale, shows }: Props) => <span {...pictureOf(scale, shows)} aria-hidden="true" />
