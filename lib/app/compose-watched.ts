/** The parts of a page that tell of every record they keep. */
import type { PageParts } from './page-parts.ts'
import type { LookAtText } from './text-watch.ts'
import { watchedRecords } from './watched-records.ts'

/** `load` brings what looks at a record, once one was kept; where that fails it is kept all the same. */
export const composeWatched = <Parts extends PageParts>(
  parts: Parts,
  load: () => Promise<LookAtText>,
): Parts => ({
  ...parts,
  records: watchedRecords(
    parts.records,
    (...kept) =>
      void load().then(
        look => look(...kept),
        () => {},
      ),
  ),
})
