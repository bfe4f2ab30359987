/** The colours and letters of the page, as a canvas takes them; they change with the theme and with forced colours. */
import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { direction } from '../../../lib/platform/i18n.ts'

const names = ['line', 'band', 'edge', 'grid', 'text', 'marker', 'ground'] as const

export type ChartLook = { readonly [Name in (typeof names)[number]]: string } & {
  /** In CSS pixels. */
  readonly fontSize: number
  readonly fontFamily: string
  readonly direction: 'ltr' | 'rtl'
}

/** Asks a hidden element for each colour: it knows the theme, and what the system's own colours are. */
const readLook = (element: HTMLElement): ChartLook => {
  const probe = document.createElement('span')
  probe.hidden = true
  probe.style.setProperty('forced-color-adjust', 'none')
  probe.style.fontSize = 'var(--text-small)'
  element.append(probe)
  const own = getComputedStyle(probe)
  const colours = names.map(name => {
    probe.style.color = `var(--chart-${name})`
    return [name, own.color] as const
  })
  const look = {
    ...(Object.fromEntries(colours) as { [Name in (typeof names)[number]]: string }),
    fontSize: Math.round(Number.parseFloat(own.fontSize)),
    fontFamily: own.fontFamily,
    direction: direction(),
  }
  probe.remove()
  return look
}

const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)']

/** The look of the element, read again when the person changes theme, contrast or colours; null before it stands in the page. */
export const useChartLook = (element: RefObject<HTMLElement | null>): ChartLook | null => {
  const [look, setLook] = useState<ChartLook | null>(null)
  useEffect(() => {
    const read = () => {
      if (element.current) setLook(readLook(element.current))
    }
    read()
    const media = queries.map(query => matchMedia(query))
    for (const one of media) one.addEventListener('change', read)
    // A theme that is chosen by hand stands on the root of the page.
    const observer = new MutationObserver(read)
    observer.observe(document.documentElement, { attributes: true })
    return () => {
      for (const one of media) one.removeEventListener('change', read)
      observer.disconnect()
    }
  }, [element])
  return look
}
