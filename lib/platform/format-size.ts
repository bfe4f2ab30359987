/** A number of bytes, as the language shown writes it. */
import { formatterOf } from './i18n.ts'

const sizes = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A number of bytes in the largest unit that makes one or more of it, powers of 1,000: 1.2 MB. */
export const formatSize = (bytes: number): string => {
  const power = bytes < 1 ? 0 : Math.min(sizes.length - 1, Math.floor(Math.log10(bytes) / 3))
  const unit = sizes[power] ?? 'byte'
  return formatterOf(
    `size ${unit}`,
    tag =>
      new Intl.NumberFormat(tag, {
        style: 'unit',
        unit,
        unitDisplay: power === 0 ? 'long' : 'short',
        maximumFractionDigits: power < 2 ? 0 : 1,
      }),
  ).format(bytes / 1_000 ** power)
}
