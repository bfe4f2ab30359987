/** The cover: compose, then listen; what pages remember of it is put right afterwards. */
import { startCover } from '../../components/cover/cover.ts'
import { composeCover } from '../../lib/app/compose-cover.ts'
import { mayDraw } from '../../lib/platform/may-draw.ts'

await mayDraw()
const isWindow = location.hash === '#window'
if (isWindow) document.body.dataset['view'] = 'window'
startCover(composeCover(isWindow ? '/window.html' : '/popup.html', () => window.close()))

const { careForCover } = await import('../../lib/app/compose-cover-care.ts')
await careForCover()
