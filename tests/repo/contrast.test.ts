/** Holds the colours: each pair that meets on screen can be told apart, in light and in dark. */
import { describe, expect, test } from 'vitest'
import { filesUnder, textOf } from './source.ts'

type Rgb = readonly [red: number, green: number, blue: number]
type Colours = { readonly [token: string]: Rgb }

/** The colours as designed, light and dark. */
const designed: readonly (readonly [token: string, light: string, dark: string])[] = [
  ['paper', '#faf7f1', '#12181d'],
  ['surface', '#fffdfa', '#1b2329'],
  ['sunk', '#f0ece5', '#0b1014'],
  ['ink', '#1c2832', '#ede9e1'],
  ['ink-soft', '#4a5763', '#aeb9c2'],
  ['line', '#dbd7cf', '#333c43'],
  ['control', '#718391', '#7c8f9d'],
  ['accent', '#165b72', '#84cbdc'],
  ['accent-strong', '#00475b', '#a7dfed'],
  ['on-accent', '#fdfcf8', '#0b1820'],
  ['accent-soft', '#d3ebf3', '#1e3b46'],
  ['focus', '#2e4fa2', '#a8cff7'],
  ['note', '#f8eace', '#3b301d'],
  ['note-line', '#a67e44', '#ad8c58'],
  ['remove', '#873b28', '#f0a08c'],
  ['on-remove', '#fdfcf8', '#0b1820'],
  ['frost', '#d1e1eb', '#2b3740'],
  ['frost-line', '#859cac', '#5a6f7e'],
  ['pane-edge', '#687e8d', '#798fa0'],
  ['clear', '#e9b364', '#efba6a'],
  ['clear-edge', '#9b6325', '#f9daa1'],
]

/** Every pair that meets, what WCAG 2.2 asks of it (text 4.5, controls and pictures 3), and its ratio in light and dark, rounded down. */
const pairs: readonly (readonly [
  front: string,
  ground: string,
  needed: 3 | 4.5,
  light: number,
  dark: number,
])[] = [
  ['ink', 'paper', 4.5, 14.03, 14.77],
  ['ink', 'surface', 4.5, 14.78, 13.14],
  ['ink', 'sunk', 4.5, 12.74, 15.78],
  ['ink', 'accent-soft', 4.5, 12.11, 9.8],
  ['ink', 'note', 4.5, 12.61, 10.66],
  ['ink-soft', 'paper', 4.5, 6.92, 8.95],
  ['ink-soft', 'surface', 4.5, 7.29, 7.97],
  ['ink-soft', 'sunk', 4.5, 6.29, 9.57],
  ['ink-soft', 'note', 4.5, 6.22, 6.46],
  ['accent', 'paper', 4.5, 7.08, 9.84],
  ['accent', 'surface', 4.5, 7.45, 8.76],
  ['accent', 'sunk', 4.5, 6.43, 10.52],
  ['accent-strong', 'accent-soft', 4.5, 8.25, 8.15],
  ['on-accent', 'accent', 4.5, 7.37, 9.91],
  ['on-accent', 'accent-strong', 4.5, 9.96, 12.37],
  ['remove', 'paper', 4.5, 7.31, 8.61],
  ['remove', 'surface', 4.5, 7.69, 7.66],
  ['on-remove', 'remove', 4.5, 7.61, 8.67],
  ['control', 'paper', 3, 3.66, 5.34],
  ['control', 'surface', 3, 3.86, 4.75],
  ['control', 'sunk', 3, 3.32, 5.71],
  ['focus', 'paper', 3, 7.12, 11.01],
  ['focus', 'surface', 3, 7.5, 9.8],
  ['focus', 'sunk', 3, 6.47, 11.77],
  ['focus', 'accent-soft', 3, 6.14, 7.31],
  ['note-line', 'paper', 3, 3.45, 5.68],
  ['note-line', 'note', 3, 3.1, 4.1],
  ['pane-edge', 'paper', 3, 3.96, 5.32],
  ['pane-edge', 'surface', 3, 4.17, 4.73],
  ['pane-edge', 'sunk', 3, 3.59, 5.68],
  ['clear-edge', 'frost', 3, 3.72, 9.03],
  ['clear-edge', 'paper', 3, 4.67, 13.26],
  ['clear-edge', 'surface', 3, 4.91, 11.8],
]

/** Linear sRGB of a colour in OKLCH; matrices from https://bottosson.github.io/posts/oklab/. */
const linear = (lightness: number, chroma: number, hue: number): Rgb => {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ]
}

/** A channel of linear light as it is stored, 0–255. */
const stored = (value: number): number =>
  Math.round(255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055))

/** Relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance. */
const luminance = (colour: Rgb): number => {
  const [red, green, blue] = colour.map(channel => {
    const value = channel / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as unknown as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (one: Rgb, other: Rgb): number => {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

const css = textOf('components/styles/tokens.css')
  .replaceAll(/\/\*.*?\*\//gs, '')
  .replaceAll('"', "'")

/** Every colour as written, once for both schemes. */
const written: readonly (readonly [token: string, light: string, dark: string])[] = [
  ...css.matchAll(/--([a-z-]+):\s*light-dark\((oklch\([^)]*\)),\s*(oklch\([^)]*\))\)/g),
].map(([, token = '', light = '', dark = '']) => [token, light, dark])

const numbers = (value: string): readonly [number, number, number] =>
  value.match(/[\d.]+/g)?.map(Number) as unknown as [number, number, number]

const colours = (scheme: 1 | 2): Colours =>
  Object.fromEntries(
    written.map(values => [values[0], linear(...numbers(values[scheme])).map(stored) as unknown as Rgb]),
  )

const hex = (colour: Rgb | undefined): string =>
  `#${colour?.map(channel => channel.toString(16).padStart(2, '0')).join('')}`

describe.each([
  ['light', 1],
  ['dark', 2],
] as const)('%s', (name, scheme) => {
  const found = colours(scheme)
  const colour = (token: string): Rgb => {
    const rgb = found[token]
    if (rgb === undefined) throw new Error(`No --${token} in ${name}`)
    return rgb
  }

  test('has the colours that were designed, all of them and no others', () => {
    expect(Object.entries(found).map(([token, rgb]) => [token, hex(rgb)])).toEqual(
      designed.map(colours => [colours[0], colours[scheme]]),
    )
  })

  test('stays inside sRGB', () => {
    const outside = written.filter(values =>
      linear(...numbers(values[scheme])).some(channel => channel < -0.0005 || channel > 1.0005),
    )
    expect(outside).toEqual([])
  })

  test.each(pairs)('%s on %s reaches %d', (front, ground, needed, ...ratios) => {
    const ratio = contrast(colour(front), colour(ground))
    expect(ratio).toBeGreaterThanOrEqual(needed)
    expect(Math.floor(ratio * 100) / 100).toBe(ratios[scheme - 1])
  })
})

test('the system says which of the two it is, unless the person chose or it is on paper', () => {
  const chosen = [...css.matchAll(/(@media [a-z]+ \{\s*)?(:root[^{}]*?)\s*\{\s*color-scheme: ([a-z ]+);/g)]
  expect(chosen.map(([, media, selector, scheme]) => [media?.split(' ')[1], selector, scheme])).toEqual([
    [undefined, ':root', 'light dark'],
    [undefined, ":root[data-theme='light']", 'light'],
    ['screen', ":root[data-theme='dark']", 'dark'],
    ['print', ':root', 'light'],
  ])
  // Each is written in both, or one would be light in the dark.
  expect(css.match(/oklch\(/g)).toHaveLength(2 * designed.length)
})

/** Every colour that a file writes down. */
const coloursIn = (path: string): readonly string[] =>
  textOf(path).match(
    /#[0-9a-f]{6}\b|#[0-9a-f]{3}\b|\b(rgb|hsl|oklch|oklab|lch|lab)a?\([^)]*\)|\bcolor-mix\(/gi,
  ) ?? []

test('no colour is written anywhere but in the tokens', () => {
  const shipped = ['lib', 'components', 'entrypoints']
    .flatMap(filesUnder)
    .filter(path => /\.(css|tsx?|html)$/.test(path))
  // The badge is drawn by the browser, which knows no tokens: it takes the same colours by their value.
  const exempt = ['components/styles/tokens.css', 'lib/platform/badge.ts']
  expect(shipped.filter(path => !exempt.includes(path) && coloursIn(path).length > 0)).toEqual([])
  const values = designed.flatMap(([, light, dark]) => [light, dark])
  expect(coloursIn('lib/platform/badge.ts').filter(colour => !values.includes(colour))).toEqual([])
})
