/** The list of keys names those that the steps take, and none that is switched off. */
import { expect, test } from 'vitest'
import { keyGroups } from '../../../components/about/key-rows.ts'
import { createNotNow } from '../../../lib/app/not-now.ts'
import { afterKeys, pauseKeys } from '../../../lib/app/pause-keys.ts'
import type { PauseRun } from '../../../lib/app/pause-run.ts'
import { t } from '../../../lib/platform/i18n.ts'
import { speak } from '../../support/speak.ts'

speak()

const keysUnder = (title: string): readonly string[] =>
  keyGroups(true)
    .filter(group => group.title === title)
    .flatMap(({ rows }) => rows.flatMap(({ keys }) => keys))

test('what a pause, its end and “not now” take is listed', () => {
  const run = {} as PauseRun
  const notNow = createNotNow({ nudges: { tell: async () => Promise.reject() }, close: () => {} })
  const ends = [...notNow.reasons, ...notNow.snoozes].map(({ key }) => key)
  const during = [...Object.keys(pauseKeys(run)), ...Object.keys(afterKeys(run))]
  expect(keysUnder(t('filter_pauses'))).toEqual(expect.arrayContaining(during))
  expect(keysUnder(t('not_now'))).toEqual(ends)
})

test('where letters do not answer, no letter and no sign is listed, and what else does the same stays', () => {
  const keys = keyGroups(false).flatMap(({ rows }) => rows.flatMap(row => row.keys))
  expect(keys.filter(key => /^\P{Nd}$/u.test(key))).toEqual([])
  expect(keys).toEqual(
    expect.arrayContaining(['0–9', t('keys_end'), t('keys_enter'), t('keys_escape'), 'F2']),
  )
  expect(keys).not.toContain('A–Z')
})
