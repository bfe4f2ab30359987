/** The report for a therapist: compose, draw, then read. */
import { render } from 'preact'
import { ReportPage } from '../../components/report/ReportPage.tsx'
import '../../components/styles/base.css'
import { followLock } from '../../lib/app/compose-lock-state.ts'
import { composePageParts } from '../../lib/app/compose-page-parts.ts'
import { composeReport } from '../../lib/app/compose-report.ts'
import { markLanguage } from '../../lib/platform/i18n.ts'
import { mayDraw } from '../../lib/platform/may-draw.ts'

await mayDraw()
markLanguage(document.documentElement)
const parts = composePageParts()
const model = composeReport(parts)
const root = document.getElementById('app') as HTMLElement

const drawReport = () => {
  const copy = async (text: string) => (await parts.takeOut.copyText(text)) === 'done'
  render(<ReportPage model={model} labels={parts.labels} onPrint={() => print()} onCopy={copy} />, root)
  void parts.labels.load()
  void model.load()
}

if ((await parts.lock.place.look()) === null) {
  drawReport()
  followLock(parts)
} else {
  const { openLockedPage } = await import('../options/locked.tsx')
  await openLockedPage(parts, Locked => render(<Locked />, root), drawReport)
}
