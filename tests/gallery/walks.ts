/** The list of what the gallery shows: walks through Thaw, each with the pictures that are taken on its way. Add a walk, or a step. */

import type { View } from '../support/driver.ts'
import { stands } from '../support/stands.ts'
import { answerFelt, answerWorse, place, text } from '../support/thaw.ts'
import { bodyWalk, doors, endings, window } from './popup-walks.ts'
import { helpCard, importing, lock, newer, pauseRuns, report, unfolded, written } from './state-walks.ts'
import type { Walk } from './walk.ts'

const sections = [
  'today',
  'history',
  'patterns',
  'pauses',
  'reflect',
  'learn',
  'nudges',
  'words',
  'data',
  'look',
  'about',
  'help',
]

const page = (name: string, path: string, go = stands): Walk => ({
  name,
  path,
  kind: 'page',
  steps: [{ name: 'page', go }],
})

/** In the page: who is trusted was read. */
const peopleAreThere = (): boolean =>
  (document.querySelector('[aria-labelledby="alone-people"]')?.children.length ?? 0) > 1

const ready: { readonly [section: string]: (view: View) => Promise<void> } = {
  words: async view => {
    await stands(view)
    await view.sees(text('own_find'))
  },
  help: async view => {
    await stands(view)
    await view.until(peopleAreThere)
  },
}

/** On a history that is empty, with one check-in in it, or with a year of them that is made up. */
const pagesOf = (state: string, file: string): readonly Walk[] =>
  sections.map(section => page(`${section}-${state}`, `${file}#${section}`, ready[section]))

const popup: Walk = {
  name: 'popup',
  path: 'popup.html',
  kind: 'popup',
  steps: [
    { name: '1-felt', go: view => view.sees(text('felt_question')) },
    {
      name: '2-far',
      go: async view => {
        await answerFelt(view, 2)
        await view.sees(text('far_question'))
      },
    },
    {
      name: '3-words',
      go: async view => {
        await view.click('button', text('far_1'))
        await view.sees(text('words_question'))
      },
    },
    {
      name: '4-word',
      go: async view => {
        await view.click('button', text('word_numb'))
        await view.sees(text('words_guess'))
      },
    },
    {
      name: '5-find',
      go: view => view.type('searchbox', text('words_find'), text('word_far_away').slice(0, 3)),
    },
    {
      name: '6-offer',
      go: async view => {
        await view.click('button', text('next'))
        await view.sees(text('offer_title'))
      },
    },
    {
      name: '7-more',
      go: async view => {
        await view.click('button', text('more_title'))
        await view.sees(text('note_label'))
      },
    },
    {
      name: '8-pause',
      moves: true,
      go: async view => {
        await view.click('button', text('offer_start'))
        await view.sees(text('pause_stop'))
      },
    },
    {
      name: '9-after',
      go: async view => {
        await view.click('button', text('pause_stop'))
        await view.sees(text('after_question'))
      },
    },
    {
      name: '10-ease',
      go: async view => {
        await view.click('button', place(4))
        await view.sees(text('ease_question'))
      },
    },
    {
      name: '11-worse',
      go: view => answerWorse(view),
    },
    {
      name: '12-all-pauses',
      go: async view => {
        await view.click('button', text('offer_all'))
        await view.sees(text('pause_long_exhale'))
      },
    },
  ],
}

const keys: Walk = {
  name: 'keys',
  path: 'options.html#about',
  kind: 'page',
  steps: [
    {
      name: 'dialog',
      go: async view => {
        await stands(view)
        await view.press('?')
        await view.find('dialog', text('keys_title'))
      },
    },
  ],
}

/** In this order: what comes later stands on the history that the earlier ones left. */
export const walks: readonly Walk[] = [
  page('welcome', 'welcome.html'),
  ...pagesOf('empty', 'options.html'),
  page('report-empty', 'report.html', view => view.sees(text('report_about'))),
  { ...page('cover', 'cover.html'), kind: 'popup' },
  keys,
  popup,
  bodyWalk,
  doors,
  window,
  ...pagesOf('little', 'options.html').filter(({ name }) => /^(today|history|patterns|data)/.test(name)),
  ...pagesOf('much', 'look-around.html'),
  written,
  unfolded,
  pauseRuns,
  ...helpCard,
  importing,
  ...lock,
  ...newer,
  ...endings,
  report,
]
