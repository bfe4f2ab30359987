/** The data worker: composed, and ready for its one ask. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { composeDataWorker } from '../lib/app/compose-data-worker.ts'

export default defineUnlistedScript(composeDataWorker)
