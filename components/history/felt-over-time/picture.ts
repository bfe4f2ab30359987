/** The line as a picture to copy or save: a PNG on the ground of the page, twice as fine as the screen's own pixels. */
import type { FeltView } from '../../../lib/core/felt-over-time.ts'
import type { Marker } from '../../../lib/core/records.ts'
import type { ChartLook } from './chart-look.ts'
import { drawChart } from './draw-chart.ts'

/** In CSS pixels. */
const size = { width: 800, height: 360 }
const finer = 2

type Shown = { readonly view: FeltView; readonly markers: readonly Marker[]; readonly look: ChartLook }

/** Rejects where the browser makes no picture of a canvas. */
export const pictureOf = async ({ look, ...shown }: Shown): Promise<Blob> => {
  const chart = await new Promise<ReturnType<typeof drawChart>>(resolve => {
    const made = drawChart(
      // uPlot multiplies by the pixels of the screen, which a picture does not depend on.
      { ...shown, ...size, look, scale: finer / devicePixelRatio, onDrawn: () => resolve(made) },
      null,
    )
  })
  const drawn = chart.ctx.canvas
  const canvas = document.createElement('canvas')
  canvas.width = drawn.width
  canvas.height = drawn.height
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas')
  context.fillStyle = look.ground
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(drawn, 0, 0)
  chart.destroy()
  return new Promise((resolve, reject) =>
    canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  )
}
