/** What is seen now and then: a file that comes in, the lock, a pause that waits, what was written down, the report, and what went wrong. */
import { join } from 'node:path'
import type { ElementHandle } from 'puppeteer-core'
import { root } from '../support/build-extension.ts'
import type { View } from '../support/driver.ts'
import { setUpLock, unlock } from '../support/lock.ts'
import { journalOf, reportRecords } from '../support/report-history.ts'
import { stands } from '../support/stands.ts'
import { putLocal, text } from '../support/thaw.ts'
import type { Step, Walk } from './walk.ts'

const kinds = ['thoughts', 'highs_lows', 'steps', 'ladders', 'plans', 'people', 'keepsakes'] as const

/** Each kind as a year of use leaves it. */
export const written: Walk = {
  name: 'reflect',
  path: 'look-around.html#reflect',
  kind: 'page',
  steps: kinds.map(
    (kind): Step => ({
      name: kind.replace('_', '-'),
      go: async view => {
        const title = text(`reflect_kind_${kind}`)
        await stands(view)
        if (await view.has('button', text('reflect_all'))) await view.click('button', text('reflect_all'))
        await view.until(name => {
          const row = [...document.querySelectorAll<HTMLElement>('[data-kind]')].find(
            ({ firstElementChild }) => firstElementChild?.textContent === name,
          )
          row?.click()
          return row !== undefined
        }, title)
        await view.find('heading', title)
      },
    }),
  ),
}

/** One pattern with its numbers and how they were found. */
export const unfolded: Walk = {
  name: 'patterns',
  path: 'look-around.html#patterns',
  kind: 'page',
  steps: [
    {
      name: 'unfolded',
      go: async view => {
        await stands(view)
        await view.until(() => {
          const folds = document.querySelectorAll<HTMLElement>('article [aria-expanded="false"]')
          for (const fold of folds) fold.click()
          return document.querySelectorAll('article [aria-expanded="true"]').length > 1
        })
      },
    },
  ],
}

/** The card stands on Today from then on, and on the page of numbers with its question. */
export const helpCard: readonly Walk[] = [
  {
    name: 'help-card',
    path: 'options.html#learn',
    kind: 'page',
    steps: [
      {
        name: '1-so-for-me',
        go: async view => {
          await view.click('button', text('learn_who_i_am'))
          await view.click('button', text('learn_so_for_me'))
          await view.sees(text('help_card_who'))
        },
      },
      {
        name: '2-today',
        go: async view => {
          await view.click('link', text('place_today'))
          await view.find('heading', text('place_today'))
          await view.sees(text('help_card_who'))
        },
      },
      {
        name: '3-who',
        go: async view => {
          await view.click('link', text('lasting_more'))
          await view.click('button', text('yes'))
          await view.sees(text('who_doctor'))
        },
      },
      {
        name: '4-ended',
        go: async view => {
          await view.click('button', text('lasting_never'))
          await view.sees(text('lasting_ended'))
        },
      },
    ],
  },
]

/** A pause that a person holds, and one step further. */
export const pauseRuns: Walk = {
  name: 'pause',
  path: 'popup.html',
  kind: 'popup',
  steps: [
    {
      name: '1-runs',
      moves: true,
      go: async view => {
        await view.until(() => performance.getEntriesByName('ready').length > 0)
        await view.click('button', text('pause_first'))
        await view.sees(text('pause_stop'))
      },
    },
    { name: '2-waits', go: view => view.press('w') },
    {
      name: '3-adjust',
      go: async view => {
        await view.click('button', text('pause_adjust'))
      },
    },
    {
      name: '4-over',
      go: async view => {
        await view.click('button', text('pause_stop'))
        await view.sees(text('after_question'))
        await view.click('button', text('ease_eased'))
      },
    },
  ],
}

const file = (name: string): string => join(root, 'tests/fixtures/foreign', name)

const give = async (view: View, path: string): Promise<void> => {
  const input = (await view.page?.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement>
  await input.uploadFile(path)
}

/** From the choice of a file to what it came to, and one that is no history. */
export const importing: Walk = {
  name: 'import',
  path: 'options.html#data',
  kind: 'page',
  steps: [
    {
      name: '1-choices',
      go: async view => {
        await give(view, file('daylio-now.csv'))
        await view.find('button', text('import_choices_go'))
      },
    },
    {
      name: '2-found',
      go: async view => {
        await view.click('button', text('import_choices_go'))
        await view.find('button', text('import_bring'))
      },
    },
    {
      name: '3-done',
      go: async view => {
        await view.click('button', text('import_bring'))
        await view.sees(text('import_done_title'))
      },
    },
    {
      name: '4-taken-back',
      go: async view => {
        await view.click('button', text('import_take_back'))
        await view.sees(text('import_taken_back'))
      },
    },
    {
      name: '5-refused',
      go: async view => {
        await give(view, join(root, 'package.json'))
        await view.sees(text('import_no_change'))
      },
    },
  ],
}

/** Set up, closed, opened with other words, and with the right ones. What comes after stands under a lock that is closed. */
export const lock: readonly Walk[] = [
  {
    name: 'lock',
    path: 'options.html#data',
    kind: 'page',
    steps: [
      {
        name: '1-set-up',
        go: async view => {
          await stands(view)
          await view.click('button', text('lock_set_up'))
        },
      },
      {
        name: '2-on',
        go: async view => {
          await view.page?.reload()
          await stands(view)
          await setUpLock(view)
        },
      },
      {
        name: '3-locked',
        go: async view => {
          await view.click('button', text('lock_now'))
          await view.sees(text('locked'))
        },
      },
      {
        name: '4-wrong',
        go: async view => {
          await unlock(view, 'other words than those')
          await view.sees(text('lock_wrong'))
        },
      },
    ],
  },
  {
    name: 'locked',
    path: 'popup.html',
    kind: 'popup',
    steps: [{ name: 'popup', go: view => view.sees(text('locked')) }],
  },
  {
    name: 'locked-help',
    path: 'options.html#help',
    kind: 'page',
    steps: [{ name: 'page', go: view => view.sees(text('help_own_locked')) }],
  },
  {
    name: 'locked-report',
    path: 'report.html',
    kind: 'page',
    steps: [
      { name: 'page', go: view => view.sees(text('locked')) },
      {
        // What comes after is not to be locked.
        name: 'unlocked',
        go: async view => {
          await unlock(view)
          await view.sees(text('report_about'))
        },
      },
    ],
  },
]

/** A summer with a bit of everything, and all of it on the page. */
export const report: Walk = {
  name: 'report-much',
  path: 'report.html',
  kind: 'page',
  apart: driver => putLocal(driver, journalOf(reportRecords)),
  steps: [
    {
      name: 'page',
      go: async view => {
        await view.sees(text('report_about'))
        await view.page?.select('select', 'whole')
        await view.sees(text('report_scales'))
        for (const key of ['report_notes', 'report_reflections', 'over_markers'] as const)
          await view.click('checkbox', text(key))
        await view.sees('A line of mine')
      },
    },
  ],
}

/** In the page: the history as a later Thaw leaves it. */
const leaveNewer = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('thaw', 999)
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      opening.result.close()
      resolve()
    }
  })

/** Nothing can be read or kept: the last walks, as nothing leads back from here. */
export const newer: readonly Walk[] = [
  {
    name: 'error',
    path: 'options.html#today',
    kind: 'page',
    steps: [
      {
        name: 'newer',
        go: async view => {
          await view.evaluate(leaveNewer)
          await view.page?.reload()
          await view.sees(text('err_newer_title'))
        },
      },
    ],
  },
  {
    name: 'error',
    path: 'popup.html',
    kind: 'popup',
    steps: [{ name: 'popup', go: view => view.sees(text('err_newer_title')) }],
  },
]
