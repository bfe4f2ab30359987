/** The composition root of the data worker: what is asked of it meets the store's readers and writers of files. */
import { systemClock } from '../platform/clock.ts'
import { answerAsks } from '../platform/worker-side.ts'
import { encrypted } from '../store/backup/encrypted.ts'
import { openFile } from '../store/formats/open-file.ts'
import type { DataAsks } from './data-asks.ts'
import { takeApart } from './file-parts.ts'
import { workOut } from './pattern-work.ts'

/** Synchronous: what the page asks may be waiting already. */
export const composeDataWorker = (): void =>
  answerAsks<DataAsks>({
    encrypt: ({ content, passphrase }, tell) => encrypted(content, passphrase, tell.progress),
    read: async ({ file, passphrase }, tell) =>
      takeApart(
        await openFile(file, passphrase, systemClock.now().epochMilliseconds, tell.progress),
        tell.part,
        tell.progress,
      ),
    patterns: async (given, tell, facts) => workOut(facts, given, tell.part),
  })
