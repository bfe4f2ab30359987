/** Holds every module that ships, and what builds it, to an opening sentence: what the module is for, before anything else in it. */
import { expect, test } from 'vitest'
import { filesUnder, textOf } from './source.ts'

const modules = [
  ...['lib', 'components', 'entrypoints'].flatMap(filesUnder).filter(path => /\.tsx?$/.test(path)),
  'wxt.config.ts',
]

/** What stands in the doc comment that a module begins with; empty where it begins with anything else. */
const openingOf = (path: string): string => /^\/\*\*(.*?)\*\//s.exec(textOf(path))?.[1] ?? ''

test('every module opens with a sentence', () => {
  expect(modules.length).toBeGreaterThan(500)
  expect(modules.filter(path => !/\p{Letter}.*\.\s/su.test(openingOf(path)))).toEqual([])
})
