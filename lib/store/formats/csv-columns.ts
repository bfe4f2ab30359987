/** The columns of Thaw's own CSV, in their order; files are read by these names, wherever the columns stand. */

/** In the order in which they are written. */
export const csvColumns = [
  'at',
  'zone',
  'day',
  'precision',
  'felt',
  'far',
  'pleasant',
  'energy',
  'cant_tell',
  'meaning',
  'words',
  'tags',
  'note',
  'word_ids',
  'tag_ids',
  'source',
  'nudge_id',
  'origin',
  'raw',
  'id',
  'updated_at',
] as const

export type CsvColumn = (typeof csvColumns)[number]

/** A table with these is Thaw's; other apps have none of the kind. */
export const csvMarks = ['felt', 'far', 'cant_tell'] as const satisfies readonly CsvColumn[]
